import { verdictSentence } from '../../checks/bearing.ts';
import type { SharedFigure } from '../../checks/context.ts';
import type { ClaimResult, EvidenceResult } from '../../checks/finding.ts';
import { passageAround } from '../../checks/passage.ts';
import {
  currencyName,
  dateText,
  figureText,
  languageName,
  operationWords,
  periodText,
  placeName,
  verdictText,
} from '../../checks/plain-words.ts';
import { filePlace } from '../../checks/related.ts';
import { readable, withUnit } from '../../checks/wording.ts';
import type { DateClaim, FigureClaim } from '../../records/model.ts';
import type { Span } from '../../text/span.ts';
import { blocks, bold, escaped, link, passage, table } from '../markdown.ts';
import { type RecordView, type SourceView, sourceNamed } from '../views.ts';

/** What a figure claims, how it came out, and what the sources and other records say of it. */
export function figureCard(view: RecordView, figure: FigureClaim): string {
  const result = resultOf(view, figure);
  const { indicator } = figure;
  return blocks(
    claimLine(view, figure),
    verdictLine(view, figure, result),
    ...(result?.evidence ?? []).map((evidence) => evidenceBlock(view, evidence)),
    figure.derived && derivedLine(view, figure),
    indicator && otherYears(view, indicator.value),
  );
}

/** What a date claims, and how it came out. */
export function dateCard(view: RecordView, claim: DateClaim): string {
  const result = resultOf(view, claim);
  const event = claim.event ? `${escaped(claim.event.value)}: ` : '';
  return blocks(
    `${event}**${escaped(dateText(claim.date.value))}**`,
    verdictLine(view, claim, result),
    ...(result?.evidence ?? []).map((evidence) => evidenceBlock(view, evidence)),
  );
}

const resultOf = ({ result }: RecordView, { type, id }: FigureClaim | DateClaim): ClaimResult | undefined =>
  result.claims.find((claim) => claim.type === type && claim.id === id.value);

/** *nearly 350 billion CNY* with the unit spelled out, the year and the kind: all that the record says in one line. */
function claimLine({ record }: RecordView, figure: FigureClaim): string {
  const currency = currencyName(figure.unit?.value ?? '');
  const place = figure.jurisdiction?.value ?? record?.jurisdiction?.value;
  const facts = [
    figure.kind === 'actual' ? undefined : figure.kind,
    figure.period && periodText(figure.period.value),
    currency,
    place && placeName(place),
  ].filter((fact) => fact !== undefined);
  const said = `${bold(figureText(figure))}${facts.length > 0 ? ` · ${facts.map((fact) => escaped(fact)).join(' · ')}` : ''}`;
  return `${escaped(figure.label.value)}  \n${said}`;
}

function verdictLine(view: RecordView, claim: FigureClaim | DateClaim, result: ClaimResult | undefined): string {
  if (!result) return '';
  const findings = view.result.findings.filter((finding) => finding.claim === claim.id.value && !finding.accepted);
  const reasons = claim.accept.map(({ rule, reason }) => `- accepted ${escaped(rule.value)}: ${escaped(reason.value)}`);
  return [
    bold(verdictSentence(result, (id) => nameOf(view, id))),
    ...findings.map(({ message }) => `- ${escaped(message)}`),
    ...(result.verdict === 'accepted' ? reasons : []),
  ].join('\n');
}

const nameOf = (view: RecordView, id: string): string => sourceNamed(view, id)?.source.title?.value ?? id;

/** The sentence of the article with the number in bold, and where it stands. */
function evidenceBlock(view: RecordView, { source: id, verdict, place, says }: EvidenceResult): string {
  const source = sourceNamed(view, id);
  if (!source?.article || !place) return source ? `${verdictText(verdict)} in ${sourceLine(source)}` : '';
  const { text } = source.article;
  const said = says === undefined ? '' : `: ${escaped(says)}`;
  return `${passage(text, passageAround(text, place), [place])}\n>\n> — ${sourceLine(source, place)}${said}`;
}

/** Title, publisher and day of a source, with a link to the passage. */
function sourceLine({ source, article, places }: SourceView, place?: Span): string {
  const named = source.title?.value ?? source.id.value;
  const line = place && places ? places.rangeOf(place).start.line + 1 : undefined;
  const target = places && `${places.uri}${line === undefined ? '' : `#L${line}`}`;
  const page = place && article ? filePlace(article, place).page : undefined;
  const facts = [
    source.publisher?.value,
    source.published && dateText(source.published.value),
    article && languageName(article.language),
    page !== undefined ? `page ${page}` : line === undefined ? undefined : `line ${line}`,
  ].filter((fact) => fact !== undefined);
  return [target === undefined ? escaped(named) : link(named, target), ...facts.map((fact) => escaped(fact))].join(
    ', ',
  );
}

/** A computed figure with the values that it is made of. */
function derivedLine({ record }: RecordView, { derived }: FigureClaim): string {
  if (!derived) return '';
  const { operation, operands } = derived.value;
  const parts = operands.map(({ value }) => {
    const figure = record?.figures.find(({ id }) => id.value === value);
    return figure ? `${escaped(figure.label.value)} (${escaped(figureText(figure))})` : escaped(value);
  });
  return `${operationWords[operation]} ${parts.join(', ')}`;
}

/** Most rows of a table in a card; nobody reads more there. */
const maxRows = 12;

/** What this record and others say of the same indicator, over the years. */
export function otherYears(view: RecordView, indicator: string): string {
  const own = (view.record?.figures ?? [])
    .filter((figure) => figure.indicator?.value === indicator)
    .map((figure) => ({
      figure,
      place: figure.jurisdiction?.value ?? view.record?.jurisdiction?.value,
      path: view.path,
    }));
  const others = view.surroundings
    .others(indicator)
    .map(({ figure, jurisdiction, path }) => ({ figure, place: figure.jurisdiction?.value ?? jurisdiction, path }));
  const all = [...own, ...others].sort((a, b) => order(a.figure) - order(b.figure) || (a.path < b.path ? -1 : 1));
  if (all.length < 2) return '';
  const titles = new Map(view.project.records.map(({ path, title, id }) => [path, title ?? id ?? path]));
  const rows = all
    .slice(0, maxRows)
    .map(({ figure, place, path }) => [
      escaped(figure.period ? periodText(figure.period.value) : '–'),
      escaped(figureText(figure)),
      figure.kind,
      escaped(place ?? '–'),
      path === view.path ? 'this record' : link(titles.get(path) ?? path, view.project.uriOf(path)),
    ]);
  const more = all.length > maxRows ? `\n\nand ${all.length - maxRows} more` : '';
  const page = view.project.indicatorPage(indicator, view.path);
  const over = page === undefined ? '' : ` · [Show over the years](${page})`;
  return `${bold(indicator)}${over}\n\n${table(['Period', 'Value', 'Kind', 'Place', 'Record'], rows)}${more}`;
}

const order = ({ period }: SharedFigure): number => Number.parseInt(period?.value ?? '', 10) || 0;

/** A number with its unit, as cards write it. */
export const numberText = (value: Parameters<typeof readable>[0], unit: string | undefined): string =>
  withUnit(readable(value), unit);
