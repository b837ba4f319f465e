import { validateRegistry } from '../generated/validators.js';
import { Desk } from './desk.ts';
import type { Agency, Registry } from './model.ts';
import { parseFile } from './parse.ts';
import type { Problem } from './problem.ts';
import { type MapNode, mapOf, mapsOf, textOf } from './tree.ts';

/**
 * Reads one registry of agencies; an agency that cannot be read is left out, and a problem says why.
 *
 * @param path relative to the repository's root, with `/`
 */
export function readRegistry(
  path: string,
  text: string,
): { registry: Registry | undefined; problems: readonly Problem[]; root: MapNode | undefined } {
  const { root, problems, broken } = parseFile(text, 'registry', validateRegistry);
  if (!root) return { registry: undefined, problems, root };
  const desk = new Desk(text, broken);
  // A registry holds no numbers and dates, and so the desk has nothing of its own to complain about.
  return { registry: { path, text, agencies: desk.readable(mapsOf(root, 'agencies'), agency) }, problems, root };
}

function agency(map: MapNode): Agency | undefined {
  const id = textOf(map, 'id');
  if (!id) return undefined;
  const parent = textOf(map, 'parent');
  return {
    start: map.start,
    end: map.end,
    id,
    ...(parent && { parent }),
    ...plainText(map, 'type'),
    ...plainText(map, 'jurisdiction'),
    names: names(mapOf(map, 'names')),
    aliases: aliases(mapOf(map, 'aliases')),
    ...plainText(map, 'url'),
    ...plainText(map, 'wikidata'),
    ...plainText(map, 'note'),
  };
}

function plainText<K extends string>(map: MapNode, key: K): { readonly [key in K]?: string } {
  const value = textOf(map, key)?.value;
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in K]?: string };
}

/** Without a prototype, like everything whose keys come from a file. */
function names(map: MapNode | undefined): Record<string, string> {
  const found = Object.create(null) as Record<string, string>;
  for (const [language, { value }] of map?.entries ?? []) {
    if (value.kind === 'scalar' && value.json !== null) found[language] = value.text;
  }
  return found;
}

function aliases(map: MapNode | undefined): Record<string, readonly string[]> {
  const found = Object.create(null) as Record<string, readonly string[]>;
  for (const [language, { value }] of map?.entries ?? []) {
    if (value.kind !== 'list') continue;
    found[language] = value.items.flatMap((item) => (item.kind === 'scalar' && item.json !== null ? [item.text] : []));
  }
  return found;
}
