import type { Located, Span } from '../text/span.ts';

/**
 * A YAML text as the readers see it: three kinds of node with their places, and beside each its plain value (`json`)
 * for validation. Corrections of evident slips change the tree in place, which is why nothing here is readonly.
 */
export type YamlNode = ScalarNode | ListNode | MapNode;

interface Place extends Span {
  start: number;
  end: number;
}

export type Json = string | number | boolean | null | Json[] | JsonMap;
/** Without a prototype, so that `__proto__` and `constructor` are keys like any other. */
export interface JsonMap {
  [key: string]: Json;
}

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  /** The text as YAML gives it: folded and unescaped; numbers exactly as they are written. */
  text: string;
  /** Written without quotation marks and not as a block, so that it may be a number, and a `#` may end it. */
  plain: boolean;
  /** A comment stands behind it on its line. */
  commented: boolean;
  json: string | number | boolean | null;
}

export interface ListNode extends Place {
  readonly kind: 'list';
  /** Written with brackets. */
  readonly flow: boolean;
  readonly items: YamlNode[];
  readonly json: Json[];
}

interface Entry {
  key: Located<string>;
  value: YamlNode;
}

export interface MapNode extends Place {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: Map<string, Entry>;
  readonly json: JsonMap;
}

/** The scalar under a key, with its text; undefined where there is none or it is empty. */
export function textOf(map: MapNode, key: string): Located<string> | undefined {
  const node = scalarOf(map, key);
  return node && { value: node.text, start: node.start, end: node.end };
}

export function scalarOf(map: MapNode, key: string): ScalarNode | undefined {
  const node = map.entries.get(key)?.value;
  return node?.kind === 'scalar' && node.json !== null ? node : undefined;
}

/** The items of the list under a key; none where there is no list. */
export function itemsOf(map: MapNode, key: string): readonly YamlNode[] {
  const node = map.entries.get(key)?.value;
  return node?.kind === 'list' ? node.items : [];
}

/** The maps among the items of the list under a key. */
export function mapsOf(map: MapNode, key: string): MapNode[] {
  const maps: MapNode[] = [];
  for (const item of itemsOf(map, key)) if (item.kind === 'map') maps.push(item);
  return maps;
}

export function mapOf(map: MapNode, key: string): MapNode | undefined {
  const node = map.entries.get(key)?.value;
  return node?.kind === 'map' ? node : undefined;
}

/** Moves every place of a tree, as `at` moves an offset; for trees of a text that was put right before it was read. */
export function relocate(node: YamlNode, at: (offset: number) => number): void {
  node.start = at(node.start);
  node.end = at(node.end);
  if (node.kind === 'list') for (const item of node.items) relocate(item, at);
  if (node.kind !== 'map') return;
  for (const entry of node.entries.values()) {
    entry.key = { value: entry.key.value, start: at(entry.key.start), end: at(entry.key.end) };
    relocate(entry.value, at);
  }
}

const number = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const based = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a plain scalar means in the core schema of YAML 1.2: null, a truth value, a number, or its text. */
export function coreValue(text: string): string | number | boolean | null {
  switch (text) {
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  const first = text.charCodeAt(0);
  // Only a digit, `+`, `-` or `.` can begin a number.
  if (first > 57 || first < 43 || first === 44 || first === 47) return text;
  if (number.test(text) || based.test(text)) return Number(text);
  return special.test(text) ? Number.NaN : text;
}
