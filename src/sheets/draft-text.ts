import { folderOf, relativePath } from '../records/layout.ts';
import { quoteAsBlock, quoteInMarks } from '../records/quoting.ts';
import type { ClaimDraft, RecordDraft, SourceDraft } from './draft.ts';

/** Keys whose text is prose, and written as a block where it is long. */
const prose: ReadonlySet<string> = new Set(['quote', 'note', 'reason']);
/** Keys that a reader of a record takes for what they are without quotation marks. */
const plainKeys: ReadonlySet<string> = new Set(['value', 'date', 'period', 'kind', 'qualifier']);

/**
 * The text of a record, as a person would write it.
 *
 * @param path Where it will stand, relative to the root: paths of articles in it are relative to that.
 */
export function draftText(draft: RecordDraft, path: string): string {
  const lines = [`id: ${scalar(draft.id)}`];
  if (draft.title !== undefined) lines.push(`title: ${scalar(draft.title)}`);
  if (draft.jurisdiction !== undefined) lines.push(`jurisdiction: ${scalar(draft.jurisdiction)}`);
  if (draft.sources.length > 0)
    lines.push('sources:', ...draft.sources.flatMap((source) => entry(sourceKeys(source, path))));
  for (const [type, key] of [
    ['date', 'dates'],
    ['figure', 'figures'],
  ] as const) {
    const claims = draft.claims.filter((claim) => claim.type === type);
    if (claims.length > 0)
      lines.push(`${key}:`, ...claims.flatMap((claim) => [...entry(claimKeys(claim, draft.sources)), ...lists(claim)]));
  }
  return `${lines.join('\n')}\n`;
}

function sourceKeys({ id, title, file, url, language }: SourceDraft, path: string): [string, string][] {
  const keys: [string, string | undefined][] = [
    ['id', id],
    ['title', title],
    ['file', file === undefined ? undefined : relativePath(folderOf(path), file)],
    ['url', url],
    ['language', language],
  ];
  return keys.flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]]));
}

/** A record with one source names it nowhere. */
const claimKeys = ({ keys }: ClaimDraft, sources: readonly SourceDraft[]): [string, string][] =>
  [...keys].filter(([key]) => key !== 'source' || sources.length > 1);

/** The keys of a claim that hold more than one value. */
function lists({ derived, evidence = [], accept = [] }: ClaimDraft): string[] {
  return [
    ...(derived ? ['    derived:', `      ${derived.operation}: [${derived.operands.map(scalar).join(', ')}]`] : []),
    ...(evidence.length > 0 ? ['    evidence:'] : []),
    ...evidence.flatMap(({ source, quote }) =>
      entry(
        quote
          ? [
              ['source', source],
              ['quote', quote],
            ]
          : [['source', source]],
        6,
      ),
    ),
    ...(accept.length > 0 ? ['    accept:'] : []),
    ...accept.flatMap(({ rule, reason }) =>
      entry(
        [
          ['rule', rule],
          ['reason', reason],
        ],
        6,
      ),
    ),
  ];
}

/** @param indent columns before the dash. */
const entry = (keys: readonly (readonly [string, string])[], indent = 2): string[] =>
  keys.map(
    ([key, value], index) =>
      `${' '.repeat(indent)}${index === 0 ? '- ' : '  '}${key}: ${written(key, value, indent + 4)}`,
  );

function written(key: string, value: string, margin: number): string {
  if (prose.has(key)) return quoteAsBlock(value, margin);
  return plainKeys.has(key) ? value : scalar(value);
}

/** Words and signs that are no text to YAML, or are read as something else by one of its versions. */
const misread = /^(?:true|false|yes|no|on|off|null|~|y|n|[-+.\d].*|0[xo].*|\.inf|\.nan)$/i;
const plain = /^[\p{L}][\p{L}\p{M}\d /().,'’–_-]*[\p{L}\p{M}\d).]$|^\p{L}$/u;

/** Paths of files, which may begin with points. */
const path = /^(?:\.\.\/)+[\p{L}\d][\p{L}\p{M}\d_./-]*$/u;

const scalar = (text: string): string =>
  path.test(text) || (plain.test(text) && !misread.test(text)) ? text : quoteInMarks(text);
