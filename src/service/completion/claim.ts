import { compare } from '../../checks/candidate.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { FigureClaim } from '../../records/model.ts';
import { readRecord } from '../../records/read.ts';
import { findQuote } from '../../text/quote.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { RecordView, SourceView } from '../views.ts';
import type { ClaimedElsewhere } from './claimed-elsewhere.ts';
import type { NumberWords } from './number-words.ts';
import { claimId, entryOf, type Request, recordOf, written } from './request.ts';

/** A number of an article that may be claimed. */
export interface Offer {
  readonly source: SourceView;
  readonly quantity: Quantity;
  readonly words: NumberWords;
  /** The title of another record that claims it. */
  readonly claimedBy?: string;
}

/** The sources that the claim at the cursor may stand in: the one that it names, else every one that could be read. */
export function sourcesOf(request: Request): readonly SourceView[] {
  const sources = recordOf(request)?.sources.filter(({ article }) => article) ?? [];
  const { maps } = request.cursor;
  const named = maps.map((map) => written(map, 'source')).find((source) => source !== undefined);
  return named === undefined ? sources : sources.filter(({ source }) => source.id.value === named);
}

/** The figure at the cursor as far as it is written: its value, unit and qualifier; undefined without a value. */
export function figureOf(request: Request): FigureClaim | undefined {
  const entry = entryOf(request);
  if (entry?.path[0] !== 'figures') return undefined;
  const keys = ['value', 'unit', 'qualifier'].flatMap((key) => {
    const text = entry.keys.get(key)?.text;
    return text ? [`    ${key}: ${text}\n`] : [];
  });
  const { record } = readRecord('figure.policy.yaml', `id: x\nfigures:\n  - label: x\n${keys.join('')}`);
  return record?.figures[0];
}

/** Places of a source that other claims of the record stand on, or that are left unclaimed on purpose; in their order. */
function takenPlaces(
  { result }: RecordView,
  { source, article }: SourceView,
  own: string | undefined,
): readonly Span[] {
  const claimed = result.claims
    .filter(({ id, verdict }) => id !== own && verdict !== 'refuted' && verdict !== 'not-found')
    .flatMap(({ evidence }) => evidence)
    .flatMap((evidence) => (evidence.source === source.id.value && evidence.place ? [evidence.place] : []));
  const ignored = article ? source.ignore.flatMap(({ quote }) => findQuote(article.folded(), quote.value)) : [];
  return [...claimed, ...ignored].sort((a, b) => a.start - b.start);
}

/** The numbers of the claim's sources that no other claim stands on; those of its own quote alone, where it has one. */
export function unclaimed(request: Request, isWanted: (quantity: Quantity) => boolean): readonly Offer[] {
  const view = recordOf(request);
  if (!view) return [];
  const own = claimId(request);
  const quote = quoteOf(request);
  return sourcesOf(request).flatMap((source) => {
    const { article } = source;
    if (!article) return [];
    const wanted = article.reading().quantities.filter(isWanted);
    const quoted = quote === undefined ? [] : findQuote(article.folded(), quote, 10).flatMap(({ pieces }) => pieces);
    const within = wanted.filter((quantity) => quoted.some((piece) => overlaps(piece, quantity)));
    const free = within.length > 0 ? within : without(wanted, takenPlaces(view, source, own));
    return free.map((quantity) => ({ source, quantity, words: request.draft.known.wordsOf(article, quantity) }));
  });
}

/** What does not overlap any of some places; both in the order of the text. */
function without(quantities: readonly Quantity[], taken: readonly Span[]): readonly Quantity[] {
  let first = 0;
  return quantities.filter((quantity) => {
    while (first < taken.length && (taken[first]?.end ?? 0) <= quantity.start) first += 1;
    for (let at = first; at < taken.length && (taken[at]?.start ?? 0) < quantity.end; at += 1)
      if (overlaps(taken[at] as Span, quantity)) return false;
    return true;
  });
}

/** The quote of the claim at the cursor, as YAML reads what is written of it. */
function quoteOf(request: Request): string | undefined {
  const map = request.cursor.maps.find(({ keys }) => keys.has('quote'));
  const key = map?.keys.get('quote');
  if (!key || request.cursor.replace.start === key.value.start) return undefined;
  if (!/^[|>]/.test(key.text)) return written(map, 'quote');
  return blockBelow(request.draft.text, key.key.start, key.value.end);
}

/** The words of a block: the lines below a key that are indented deeper than it. */
function blockBelow(text: string, key: number, from: number): string | undefined {
  const column = key - (text.lastIndexOf('\n', key - 1) + 1);
  const words: string[] = [];
  for (const line of text
    .slice(from, from + 4000)
    .split(/\r?\n/)
    .slice(1)) {
    if (line.trim() !== '' && line.search(/\S/) <= column) break;
    words.push(line.trim());
  }
  const joined = words.join(' ').trim();
  return joined === '' ? undefined : joined;
}

/**
 * The numbers of the claim's sources that have its value, those with its unit and qualifier first; none while it has no
 * value.
 */
export function bearing(request: Request): readonly Offer[] {
  const figure = figureOf(request);
  const { known, project } = request.draft;
  const units = project.configuration;
  if (!figure) return [];
  return sourcesOf(request)
    .flatMap((source) => {
      const { article } = source;
      const likely = article ? known.indexOf(article, units).likely(figure) : [];
      return likely.map((quantity) => ({ source, quantity, candidate: compare(figure, quantity, units) }));
    })
    .filter(({ candidate }) => candidate.value !== 'other')
    .sort((a, b) => b.candidate.score - a.candidate.score)
    .flatMap(({ source, quantity }) =>
      source.article ? { source, quantity, words: known.wordsOf(source.article, quantity) } : [],
    );
}

/** The same offers, those that no other record claims first; the others say which one does. */
export async function freeFirst({ draft }: Request, offers: readonly Offer[]): Promise<readonly Offer[]> {
  const paths = [...new Set(offers.flatMap(({ source: { path } }) => path ?? []))];
  const claimed = new Map<string, readonly ClaimedElsewhere[]>();
  for (const path of paths) claimed.set(path, await draft.elsewhere(path));
  const marked = offers.map((offer): Offer => {
    const by = claimed.get(offer.source.path ?? '')?.find((place) => overlaps(place, offer.quantity));
    return by ? { ...offer, claimedBy: by.record } : offer;
  });
  return [
    ...marked.filter(({ claimedBy }) => claimedBy === undefined),
    ...marked.filter(({ claimedBy }) => claimedBy !== undefined),
  ];
}

/** The words around a number, and behind which record it is claimed already. */
export const detailOf = ({ words, claimedBy }: Offer): string =>
  claimedBy === undefined ? words.excerpt : `claimed in “${claimedBy}”: ${words.excerpt}`;
