import type { Range } from 'vscode-languageserver-types';
import type { Article } from '../../articles/article.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { MapNode } from '../../records/tree.ts';
import { LineIndex } from '../../text/lines.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { rangeOf } from '../ranges.ts';
import type { RecordView, SourceView } from '../views.ts';
import { figureEntry } from './figure-entry.ts';

/** New figures as one edit of a record. */
export interface AddedFigures {
  /** Ids of the figures, in the order of the article. */
  readonly ids: readonly string[];
  readonly edit: { readonly range: Range; readonly newText: string };
  /** Where the label of the first one stands after the edit: it is to be written next. */
  readonly label: Range;
}

/** The quantities of an article that a span touches, dates left out: they are no figures. */
export const quantitiesIn = (article: Article, span: Span): readonly Quantity[] =>
  article
    .reading()
    .quantities.filter(
      (quantity) =>
        quantity.kind !== 'date' &&
        (span.start === span.end
          ? quantity.start <= span.start && span.start <= quantity.end
          : overlaps(quantity, span)),
    );

/**
 * Writes figures for quantities of one of the record's articles behind those that it has. Undefined where the record cannot be
 * read or `figures` is written in a way to which nothing can be added.
 */
export function addFigures(
  view: RecordView,
  source: SourceView,
  quantities: readonly Quantity[],
): AddedFigures | undefined {
  const { record, root, text, lines } = view;
  const { article } = source;
  if (!record || !root || !article || quantities.length === 0) return undefined;
  const place = placeFor(root, text);
  if (!place) return undefined;
  const taken = new Set(idsIn(root));
  const ids: string[] = [];
  let newText = place.before;
  let label: Span | undefined;
  for (const quantity of quantities) {
    const entry = figureEntry(quantity, {
      article,
      source: source.source,
      namesSource: record.sources.length > 1,
      taken,
      lineEnd: place.lineEnd,
      indent: place.dash + 2,
    });
    taken.add(entry.id);
    ids.push(entry.id);
    newText += `${place.lineEnd}${' '.repeat(place.dash)}- `;
    label ??= { start: newText.length + entry.label.start, end: newText.length + entry.label.end };
    newText += entry.text;
  }
  newText += place.after;
  if (!label) return undefined;
  const after = `${text.slice(0, place.span.start)}${newText}${text.slice(place.span.end)}`;
  const moved = { start: place.span.start + label.start, end: place.span.start + label.end };
  return { ids, edit: { range: rangeOf(lines, place.span), newText }, label: rangeOf(new LineIndex(after), moved) };
}

interface Place {
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  readonly lineEnd: string;
  /** Column of the dashes of the list. */
  readonly dash: number;
}

/** Behind the last figure; where there is none yet, under a key `figures` at the end of the file. */
function placeFor(root: MapNode, text: string): Place | undefined {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const list = root.entries.get('figures')?.value;
  const key = root.entries.get('figures')?.key;
  if (list?.kind === 'list' && !list.flow && list.items.length > 0) {
    const last = list.items.at(-1);
    const first = list.items[0];
    if (!last || !first) return undefined;
    const end = lastSign(text, last.end);
    return { span: { start: end, end }, before: '', after: '', lineEnd, dash: columnOfDash(text, first.start) };
  }
  const isEmpty =
    list && (list.kind === 'scalar' ? list.json === null : list.kind === 'list' && list.items.length === 0);
  if (list && key && isEmpty) {
    const colon = text.indexOf(':', key.end) + 1;
    return { span: { start: colon, end: Math.max(colon, list.end) }, before: '', after: '', lineEnd, dash: 2 };
  }
  if (list) return undefined;
  const end = lastSign(text, text.length);
  const after = end === text.length ? lineEnd : '';
  return { span: { start: end, end }, before: `${lineEnd}figures:`, after, lineEnd, dash: 2 };
}

/** Behind the last character before an offset that is no white space. */
function lastSign(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end -= 1;
  // A comment behind the last value stays with it.
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd);
  return /^[ \t]*#/.test(rest) ? end + rest.trimEnd().length : end;
}

function columnOfDash(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return Math.max(0, text.slice(start, offset).lastIndexOf('-'));
}

/** Every id that is written under `figures`, those of figures that cannot be read too. */
function* idsIn(root: MapNode): Generator<string> {
  const list = root.entries.get('figures')?.value;
  if (list?.kind !== 'list') return;
  for (const item of list.items) {
    const id = item.kind === 'map' ? item.entries.get('id')?.value : undefined;
    if (id?.kind === 'scalar') yield id.text;
  }
}
