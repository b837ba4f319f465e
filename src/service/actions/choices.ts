import { daysOf, weekdayName, weekdayOf } from '../../checks/calendar.ts';
import { compare, fits } from '../../checks/candidate.ts';
import { insertedKey, insertedQuote, replacedQuote, replacement } from '../../checks/edits.ts';
import type { Finding, Related } from '../../checks/finding.ts';
import { NumberIndex } from '../../checks/number-index.ts';
import { shortestQuote } from '../../checks/shortest-quote.ts';
import { shown, written } from '../../checks/wording.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { folderOf, relativePath } from '../../records/layout.ts';
import type { DateClaim, Evidence, FigureClaim } from '../../records/model.ts';
import { editDistance } from '../../records/nearest.ts';
import type { Fix } from '../../records/problem.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { type RecordView, type SourceView, sourceNamed } from '../views.ts';
import { firstSource } from './first-source.ts';

/** What a person may choose among where no single fix is evident: nothing in here is ever done unasked. */
export type Choices = (view: RecordView, finding: Finding, articles: readonly string[]) => readonly Fix[];

/** More choices than this are no help. */
const maxChoices = 8;

/** Rule → its choices. */
export const choices: Readonly<Record<string, Choices>> = {
  'figure/ambiguous': (view, finding) => quotesOfPlaces(view, finding),
  'quote/too-short': (view, finding) => quotesOfPlaces(view, finding),
  'quote/several-numbers': (view, finding) => quotesOfPlaces(view, finding),
  'quote/not-found': (view, finding) => [...nearestPassage(view, finding), ...quotesOfValue(view, finding)],
  'figure/not-in-source': (view, finding) => [...nearestNumber(view, finding), ...quotesOfValue(view, finding)],
  'figure/unchecked': (view, finding, articles) => [...sourcesOfClaim(view, finding), ...firstSource(view, articles)],
  'source/missing': (view, finding, articles) => nearestFiles(view, finding, articles),
  'date/weekday': (view, finding) => yearsOfWeekday(view, finding),
};

interface Claimed {
  readonly claim: FigureClaim | DateClaim;
  /** The piece of evidence that the finding speaks of. */
  readonly evidence: Evidence | undefined;
}

function claimOf({ record }: RecordView, finding: Finding): Claimed | undefined {
  const claims = [...(record?.figures ?? []), ...(record?.dates ?? [])];
  const claim = claims.find((one) => one.id.value === finding.claim && overlaps(one, finding));
  if (!claim) return undefined;
  const own = claim.evidence.find((piece) => piece.quote && overlaps(piece.quote, finding));
  const named = claim.evidence.find((piece) => piece.source?.value === finding.related[0]?.source);
  return { claim, evidence: own ?? named ?? claim.evidence[0] };
}

/** The mapping in which the quote of a piece of evidence stands: its own in the list `evidence`, else the claim. */
function mappingOf({ claim, evidence }: Claimed): Span {
  const isListed = evidence?.source !== undefined && evidence.start < evidence.source.start;
  return isListed && evidence ? evidence : claim;
}

/** Writes some words as the quote: in the place of the one that is there, else behind the claim's value or unit. */
function quoting({ text }: RecordView, claimed: Claimed, quote: string): Fix {
  const title = `Quote “${shown(quote)}”`;
  const mapping = mappingOf(claimed);
  const { claim, evidence } = claimed;
  if (evidence?.quote) return replacedQuote({ text, mapping }, evidence.quote, quote, title);
  const value = claim.type === 'figure' ? (claim.qualifier ?? claim.unit ?? claim.value) : claim.date;
  return insertedQuote({ text, mapping }, mapping === claim ? value : (evidence?.source ?? value), quote, title);
}

/** One quote for each place that the finding names, each with the words that tell it from the others. */
function quotesOfPlaces(view: RecordView, finding: Finding): readonly Fix[] {
  const claimed = claimOf(view, finding);
  if (!claimed) return [];
  const quotes = finding.related.flatMap((place) => quoteAt(view, place) ?? []);
  return [...new Set(quotes)].slice(0, maxChoices).map((quote) => quoting(view, claimed, quote));
}

function quoteAt(view: RecordView, place: Related): string | undefined {
  const { article } = sourceNamed(view, place.source) ?? {};
  const quantity = article?.reading().quantities.find((one) => overlaps(one, place));
  return article && quantity && shortestQuote(article, quantity);
}

/** The passage that is nearest to a quote which stands nowhere. */
function nearestPassage(view: RecordView, finding: Finding): readonly Fix[] {
  const claimed = claimOf(view, finding);
  const [place, ...others] = finding.related;
  const article = place && sourceNamed(view, place.source)?.article;
  if (!claimed || !place || !article || others.length > 0) return [];
  return [quoting(view, claimed, article.text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim())];
}

/** Quotes of places that bear the claimed number, whatever is quoted now. */
function quotesOfValue(view: RecordView, finding: Finding): readonly Fix[] {
  const claimed = claimOf(view, finding);
  if (claimed?.claim.type !== 'figure') return [];
  const source = sourceNamed(view, claimed.evidence?.source?.value);
  const quotes = bearing(view, claimed.claim, source).map(
    (quantity) => source?.article && shortestQuote(source.article, quantity),
  );
  return [...new Set(quotes)].slice(0, maxChoices).flatMap((quote) => (quote ? [quoting(view, claimed, quote)] : []));
}

/** The numbers of a source that bear a figure, best first. */
function bearing({ project }: RecordView, figure: FigureClaim, source: SourceView | undefined): readonly Quantity[] {
  const units = project.configuration;
  return new NumberIndex(source?.article?.reading().quantities ?? [], units)
    .likely(figure)
    .map((quantity) => compare(figure, quantity, units))
    .filter(fits)
    .sort((a, b) => b.score - a.score)
    .map(({ quantity }) => quantity);
}

/** What the source says in the place of a number that it does not have. */
function nearestNumber(view: RecordView, finding: Finding): readonly Fix[] {
  const claimed = claimOf(view, finding);
  const [place] = finding.related;
  if (claimed?.claim.type !== 'figure' || !place) return [];
  const quantities = sourceNamed(view, place.source)?.article?.reading().quantities ?? [];
  const value = quantities.find((one) => one.start === place.start && one.end === place.end)?.value;
  if (!value || claimed.claim.value.value.kind !== 'number') return [];
  return [replacement(claimed.claim.value, written(value), `Take the source's number: ${written(value)}`)];
}

/** The sources that a claim may name; first those that bear it. */
function sourcesOfClaim(view: RecordView, finding: Finding): readonly Fix[] {
  const claimed = claimOf(view, finding);
  if (!claimed || view.sources.length === 0) return [];
  const { claim, evidence } = claimed;
  if (claim.type === 'figure' && claim.derived) return [];
  const known = evidence?.source;
  if (known && view.sources.some(({ source }) => source.id.value === known.value)) return [];
  const bears = (source: SourceView): boolean => claim.type === 'figure' && bearing(view, claim, source).length > 0;
  const sorted = [...view.sources.filter(bears), ...view.sources.filter((source) => !bears(source))];
  return sorted.slice(0, maxChoices).map(({ source: { id } }) => {
    const title = `Name “${id.value}” as the source`;
    const text = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id.value) ? id.value : quoteInMarks(id.value);
    if (known) return replacement(known, text, title);
    const after = claim.type === 'figure' ? (claim.qualifier ?? claim.unit ?? claim.value) : claim.date;
    return insertedKey({ text: view.text, mapping: claim }, after, 'source', text, title);
  });
}

/** Articles of the repository whose names are much like that of a file that is not there. */
function nearestFiles(view: RecordView, finding: Finding, articles: readonly string[]): readonly Fix[] {
  const file = view.sources.find(({ source }) => source.id.value === finding.source)?.source.file;
  if (!file) return [];
  const name = baseOf(file.value);
  const most = Math.max(2, Math.floor(name.length / 3));
  return articles
    .map((path) => ({ path, distance: editDistance(name, baseOf(path), most + 1) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.path < b.path ? -1 : 1))
    .slice(0, 3)
    .map(({ path }) => {
      const relative = relativePath(folderOf(view.path), path);
      const text = /^[\w.][\w./-]*$/.test(relative) ? relative : quoteInMarks(relative);
      return replacement(file, text, `Write ${relative}`);
    });
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** How many years before and behind the claimed one are tried. */
const maxYears = 3;

/** The nearest years in which the day falls on the weekday that the source prints. */
function yearsOfWeekday(view: RecordView, finding: Finding): readonly Fix[] {
  const claimed = claimOf(view, finding);
  if (claimed?.claim.type !== 'date') return [];
  const { date } = claimed.claim;
  const [, year = '', rest = ''] = /^(\d{4})(-\d\d-\d\d)$/.exec(date.value) ?? [];
  if (year === '') return [];
  const steps = Array.from({ length: maxYears }, (_, step) => [step + 1, -step - 1]).flat();
  const dates = steps.map((step) => `${Number(year) + step}${rest}`);
  const fitting = dates.filter((one) => {
    const days = daysOf(one);
    return days !== undefined && weekdayName(weekdayOf(days.first)) === finding.expected;
  });
  return fitting.map((one) => replacement(date, one, `Write ${one}, a ${finding.expected}`));
}
