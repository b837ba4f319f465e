import { holdersOf, isAcceptable } from '../../checks/acceptance.ts';
import { appendedEntry, appendedKey, contentEnd, keyColumn, lineEndOf, replacement } from '../../checks/edits.ts';
import type { Finding } from '../../checks/finding.ts';
import type { Fix } from '../../records/problem.ts';
import type { MapNode } from '../../records/tree.ts';
import { contains, type Span } from '../../text/span.ts';
import { placeAt } from '../place.ts';
import type { RecordView } from '../views.ts';
import type { Proposal, ProposedEdit } from './proposal.ts';

/** Stands for the reason until the edit is made; no file holds it. */
const gap = '\ue000';

const fill = { text: 'why this is right all the same', otherwise: '""' };

/** Accepts a finding on the figure, date, source or agency that it stands on, with the reason still to be written. */
export function acceptance(view: RecordView, finding: Finding): readonly Proposal[] {
  const { record, root, text } = view;
  if (!record || !root || !isAcceptable(finding.rule)) return [];
  const holder = holdersOf(record).find((one) => contains(one, finding));
  const fix = holder && accepted(text, root, holder, finding.rule);
  if (!fix) return [];
  return [{ title: fix.title, finding, preferred: false, path: view.path, text, edits: fix.edits.map(withGap) }];
}

function accepted(text: string, root: MapNode, holder: Span, rule: string): Fix | undefined {
  const title = `Accept ${rule} here, with a reason`;
  const map = placeAt(root, holder.start).maps.find(({ start, end }) => start === holder.start && end === holder.end);
  const inBrackets = `{ rule: ${rule}, reason: ${gap} }`;
  if (!map) return bareAgency(text, holder, rule, title);
  const known = map.entries.get('accept')?.value;
  if (known?.kind === 'list' && known.items.length > 0) {
    const entry = known.flow ? inBrackets : blockEntry(text, rule, keyColumn(text, known.start));
    return appendedEntry({ text, mapping: known }, entry, title);
  }
  if (known?.kind === 'list') return appendedEntry({ text, mapping: known }, inBrackets, title);
  if (known) return undefined;
  const column = keyColumn(text, map.start);
  return appendedKey({ text, mapping: map }, 'accept', map.flow ? `[${inBrackets}]` : block(text, rule, column), title);
}

/** A bare id becomes a group of keys. */
function bareAgency(text: string, id: Span, rule: string, title: string): Fix {
  const written = `agency: ${text.slice(id.start, id.end)}`;
  const lineStart = text.lastIndexOf('\n', id.start - 1) + 1;
  const isBlock = /^\s*(?:- +)+$/.test(text.slice(lineStart, id.start));
  if (!isBlock) return replacement(id, `{ ${written}, accept: [{ rule: ${rule}, reason: ${gap} }] }`, title);
  const column = id.start - lineStart;
  const margin = lineEndOf(text) + ' '.repeat(column);
  const at = contentEnd(text, id.end);
  const edits = [
    { start: id.start, end: id.start, newText: 'agency: ' },
    { start: at, end: at, newText: `${margin}accept: ${block(text, rule, column)}` },
  ];
  return { title, edits, safe: false };
}

/** The list behind `accept:`, below keys that stand at a column. */
const block = (text: string, rule: string, column: number): string =>
  `${lineEndOf(text)}${' '.repeat(column + 2)}- ${blockEntry(text, rule, column + 4)}`;

const blockEntry = (text: string, rule: string, column: number): string =>
  `rule: ${rule}${lineEndOf(text)}${' '.repeat(column)}reason: ${gap}`;

function withGap({ start, end, newText }: Fix['edits'][number]): ProposedEdit {
  if (!newText.includes(gap)) return { start, end, newText };
  // A list that begins on the next line leaves no space behind its key.
  const [before = '', after = ''] = newText.replace(/: (?=\r?\n)/, ':').split(gap);
  return { start, end, newText: { before, fill, after } };
}
