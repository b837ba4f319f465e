import { validateConfiguration } from '../generated/validators.js';
import type { Exact } from '../quantities/exact.ts';
import type { Span } from '../text/span.ts';
import { Desk } from './desk.ts';
import { bounded, parseFile } from './parse.ts';
import type { Problem } from './problem.ts';
import { itemsOf, type MapNode, mapOf, scalarOf, textOf, type YamlNode } from './tree.ts';

type RuleLevel = 'error' | 'warning' | 'info' | 'off';

/** A unit that is not built in. */
interface ExtraUnit {
  /** What articles print for it. */
  readonly words: readonly string[];
  /** So many of another unit make one of this; absent where it stands by itself. */
  readonly conversion?: { readonly factor: Exact; readonly of: string };
}

/** A noun that is not built in, or more words for one that is. */
interface ExtraNoun {
  readonly words: readonly string[];
  /** The wider noun that it is a kind of. */
  readonly parent?: string;
}

/** `policy-records.yaml`. Its tables have no prototype, so that every key that a file may hold is harmless. */
export interface Configuration {
  /** Patterns of the records that are checked; none where every record is. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Rule → severity; a rule that is not named keeps its default. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Where each rule is named, for saying that there is no such rule. */
  readonly rulePlaces: Readonly<Record<string, Span>>;
  /** Symbol, as records write it → unit. */
  readonly units: Readonly<Record<string, ExtraUnit>>;
  /** Name, as records write it under `unit` → noun. */
  readonly nouns: Readonly<Record<string, ExtraNoun>>;
}

/** What holds where there is no file, or an empty one. */
export const defaultConfiguration = (): Configuration => ({
  include: [],
  exclude: [],
  rules: table(),
  rulePlaces: table(),
  units: table(),
  nouns: table(),
});

/** Reads the configuration; what cannot be read keeps its default, and a problem says so. An empty file is no problem. */
export function readConfiguration(
  _path: string,
  text: string,
): { configuration: Configuration; problems: readonly Problem[]; root: MapNode | undefined } {
  if (isBlank(text)) return { configuration: defaultConfiguration(), problems: [], root: undefined };
  const { root, problems, broken } = parseFile(text, 'configuration', validateConfiguration);
  if (!root) return { configuration: defaultConfiguration(), problems, root };
  const desk = new Desk(text, broken);
  const records = mapOf(root, 'records');
  const rules = table<RuleLevel>();
  const rulePlaces = table<Span>();
  for (const [rule, { key, value }] of mapOf(root, 'rules')?.entries ?? []) {
    if (value.kind !== 'scalar' || value.json === null || desk.isBroken(value)) continue;
    rules[rule] = value.text as RuleLevel;
    rulePlaces[rule] = key;
  }
  const configuration: Configuration = {
    include: records ? words(itemsOf(records, 'include')) : [],
    exclude: records ? words(itemsOf(records, 'exclude')) : [],
    rules,
    rulePlaces,
    units: extras(desk, mapOf(root, 'units'), (node) => (node.kind === 'map' ? unit(desk, node) : undefined)),
    nouns: extras(desk, mapOf(root, 'nouns'), noun),
  };
  return { configuration, problems: bounded([...problems, ...desk.problems]), root };
}

const table = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;

/** Whether only white space, comments and document marks stand in it. */
const isBlank = (text: string): boolean =>
  text.split('\n').every((line) => {
    const content = line.trim();
    return content === '' || content === '---' || content === '...' || content.startsWith('#');
  });

function extras<T>(desk: Desk, map: MapNode | undefined, read: (node: YamlNode) => T | undefined): Record<string, T> {
  const found = table<T>();
  for (const [name, { value }] of map?.entries ?? []) {
    const extra = desk.isBroken(value) ? undefined : read(value);
    if (extra !== undefined) found[name] = extra;
  }
  return found;
}

function unit(desk: Desk, map: MapNode): ExtraUnit | undefined {
  const of = textOf(map, 'of')?.value;
  const node = scalarOf(map, 'factor');
  const factor = node && desk.number(node);
  if (node && !factor) return undefined;
  return {
    words: words(itemsOf(map, 'words')),
    ...(factor && of !== undefined && { conversion: { factor: factor.value, of } }),
  };
}

function noun(node: YamlNode): ExtraNoun | undefined {
  if (node.kind === 'list') return { words: words(node.items) };
  if (node.kind !== 'map') return undefined;
  const parent = textOf(node, 'parent')?.value;
  return { words: words(itemsOf(node, 'words')), ...(parent !== undefined && { parent }) };
}

const words = (items: readonly YamlNode[]): string[] =>
  items.flatMap((item) => (item.kind === 'scalar' && item.json !== null ? [item.text] : []));
