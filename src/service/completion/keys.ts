import { docsAt, type KeyDocs } from '../../records/schema-docs.ts';
import { code } from '../markdown.ts';
import { type Choice, kinds } from './choice.ts';
import type { Path } from './frames.ts';
import type { Request } from './request.ts';

/** Keys of a claim that stand in each other's place. */
const replacing: Readonly<Record<string, readonly string[]>> = {
  evidence: ['source', 'quote', 'derived'],
  derived: ['source', 'quote', 'evidence'],
  source: ['evidence', 'derived'],
  quote: ['evidence', 'derived'],
};

/** The keys that the format has at the cursor and that do not stand there yet, those that are needed first. */
export function keyChoices({ draft, cursor }: Request, path: Path): Choice[] {
  const docs = docsAt(draft.kind, path);
  const map = cursor.maps[0];
  const isThere = (key: string): boolean =>
    map !== undefined &&
    samePath(map.path, path) &&
    map.keys.has(key) &&
    !isTyped(map.keys.get(key)?.key.start, cursor);
  const isRuledOut = (key: string): boolean => (replacing[key] ?? []).some(isThere) && path.length > 1;
  const keys = (docs?.keys ?? []).filter((key) => !isThere(key) && !isRuledOut(key));
  const needed = keys.filter((key) => docs?.required.includes(key));
  return [...needed, ...keys.filter((key) => !needed.includes(key))].flatMap((key) => {
    const own = docsAt(draft.kind, [...path, key]);
    return own ? [keyChoice(key, own, { draft, cursor }, [...path, key])] : [];
  });
}

const isTyped = (start: number | undefined, { replace }: Request['cursor']): boolean => start === replace.start;

const samePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((step, at) => step === b[at]);

function keyChoice(key: string, docs: KeyDocs, { draft, cursor }: Request, path: Path): Choice {
  const common = { label: key, kind: kinds.key, detail: docs.title, documentation: documentation(docs) };
  if (cursor.hasColon) return { ...common, insert: key };
  const shape = shapeOf(draft.kind, docs, path, cursor.flow ? undefined : ' '.repeat(cursor.column + 2));
  return { ...common, insert: `${key}:${shape ?? ' '}`, snippet: shape !== undefined, goesOn: shape === undefined };
}

/** How the value of a key begins: a list, a group of keys, a block; undefined for a word behind the colon. */
function shapeOf(
  kind: Request['draft']['kind'],
  docs: KeyDocs,
  path: Path,
  margin: string | undefined,
): string | undefined {
  const entry = docsAt(kind, [...path, 0]);
  const key = path.at(-1);
  if (key === 'value' || docs.allowed.length > 0) return undefined;
  const isList = entry !== undefined && docs.keys.length === 0;
  if (isList && entry.keys.length === 0) return ' [$0]';
  if (margin === undefined) return isList ? ' [{ $0 }]' : docs.keys.length > 0 ? ' { $0 }' : undefined;
  if (isList) return `\n${margin}- $0`;
  if (key === 'quote') return ` >-\n${margin}$0`;
  return docs.keys.length > 0 || isTable(kind, path) ? `\n${margin}$0` : undefined;
}

/** Whether any name may be a key below this one: names by language, severities by rule. */
const isTable = (kind: Request['draft']['kind'], path: Path): boolean => docsAt(kind, [...path, ' any ']) !== undefined;

/** What the schema says of a key, as an editor shows it beside the list. */
export function documentation({ description, examples, usual }: KeyDocs): string {
  const shown = examples
    .slice(0, 4)
    .map((example) => code(typeof example === 'string' ? example : JSON.stringify(example)));
  return [
    description,
    ...(usual === undefined ? [] : [`${code(String(usual))} where it is left out.`]),
    ...(shown.length > 0 ? [`For example ${shown.join(', ')}`] : []),
  ].join('\n\n');
}

/** The words that the format allows at a place, each with what the schema says of them all. */
export function wordChoices({ draft }: Request, path: Path): Choice[] {
  const docs = docsAt(draft.kind, path);
  return (docs?.allowed ?? []).map((word) => ({
    label: word,
    kind: kinds.word,
    ...(meanings[word] !== undefined && { detail: meanings[word] }),
    documentation: documentation(docs as KeyDocs),
  }));
}

/** What single words of the format mean, where the word alone does not say it. */
const meanings: Readonly<Record<string, string>> = {
  exact: 'the article gives the number without a hedge',
  about: 'environ, rund, around, 约',
  nearly: 'près de, knapp, nearly, 近',
  'more-than': 'plus de, mehr als, over, 超过',
  'at-least': 'au moins, mindestens, at least, 至少',
  'less-than': 'moins de, weniger als, under, 不到',
  'at-most': 'jusqu’à, höchstens, up to, 至多',
  actual: 'reached',
  target: 'aimed at',
  estimate: 'expected or calculated',
  proposed: 'drafted, not yet decided',
  announced: 'made public, not yet decided',
  adopted: 'decided, not yet in force',
  'in-force': 'in force',
  superseded: 'replaced by another policy',
  repealed: 'taken back',
  issuer: 'decided or published it',
  'co-issuer': 'decided or published it with others',
  implementer: 'carries it out',
  regulator: 'watches over it',
  funder: 'pays for it',
  partner: 'takes part in it',
  mentioned: 'is named in a source',
  off: 'not reported',
};
