import type { Json, YamlNode } from './tree.ts';

/** A node of the tree with the key or index under which its parent holds it. */
export interface Site {
  readonly node: YamlNode;
  readonly parent?: YamlNode;
  readonly key: string;
}

/** Follows a JSON pointer, as a validator gives it; undefined where the tree holds nothing there. */
export function locate(root: YamlNode, pointer: string): Site | undefined {
  let site: Site = { node: root, key: '' };
  if (pointer === '') return site;
  for (const part of pointer.slice(1).split('/')) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    const parent: YamlNode = site.node;
    const node: YamlNode | undefined =
      parent.kind === 'map'
        ? parent.entries.get(key)?.value
        : parent.kind === 'list'
          ? parent.items[Number(key)]
          : undefined;
    if (!node) return undefined;
    site = { node, parent, key };
  }
  return site;
}

/** Puts another node in the place of a site. */
export function replace(site: Site, node: YamlNode): void {
  if (site.parent?.kind === 'list') {
    site.parent.items[Number(site.key)] = node;
    site.parent.json[Number(site.key)] = node.json;
  } else if (site.parent?.kind === 'map') {
    const entry = site.parent.entries.get(site.key);
    if (entry) entry.value = node;
    site.parent.json[site.key] = node.json;
  }
}

/** Takes an empty value out of what is validated; the tree keeps it, so that it is known to stand there. */
export function disregard(site: Site): void {
  if (site.parent?.kind === 'map') delete site.parent.json[site.key];
}

/** The name by which messages call a site: its key, or that of the list that it is in. */
export function nameOf(site: Site): string {
  return site.parent?.kind === 'list' ? `entry ${Number(site.key) + 1}` : `\`${site.key}\``;
}

/** A value in the words of a person. */
export function describe(json: Json | undefined): string {
  if (json === null || json === undefined) return 'nothing';
  if (Array.isArray(json)) return 'a list';
  if (typeof json === 'object') return 'a group of keys';
  if (typeof json === 'number') return 'a number';
  if (typeof json === 'boolean') return `the truth value ${json}`;
  return 'a text';
}
