import { currencyName, periodText, placeName, verdictText } from '../../checks/plain-words.ts';
import type { ClaimRow } from '../../insight/claim-row.ts';
import type { Series, SeriesClaim, TargetOutcome } from '../../insight/indicators.ts';
import type { Qualifier } from '../../quantities/quantity.ts';
import { counted } from '../words.ts';
import { indicatorChart, placed, shapeOf } from './chart.ts';
import { type Html, html, joined } from './html.ts';
import { rowWords } from './row-words.ts';

/** Where on the page a claim stands, and what its record is called. */
export interface ClaimPlace {
  readonly href: string;
  readonly record: string;
}

export type PlaceOf = (row: ClaimRow) => ClaimPlace | undefined;

/** Rows of a table beside a chart; nobody reads more there, and the records have the rest. */
const maxRows = 40;

const kinds = [
  ['actual', 'actual'],
  ['target', 'target'],
  ['estimate', 'estimate'],
] as const;

/** The charts of all indicators that say something of at least two times, each with its table. */
export function indicatorsPart(all: readonly Series[], placeOf: PlaceOf): Html | undefined {
  const charts = all.filter(spansTime);
  if (charts.length === 0) return undefined;
  const rest = all.length - charts.length;
  return html`<section aria-labelledby="indicators"><h2 id="indicators">Indicators over the years</h2>
${legend}
${charts.map((series) => indicatorPart(series, placeOf))}
${rest > 0 ? html`<p class="facts">${counted(rest, 'more indicator')} with a single year ${rest === 1 ? 'has' : 'have'} no chart.</p>` : undefined}
</section>
`;
}

/** What the shapes of the charts stand for. */
export const legend: Html = html`<ul class="legend">${kinds.map(([kind, words]) => html`<li><svg class="key" viewBox="-10 -10 20 20" aria-hidden="true">${shapeOf(kind, 0, 0)}</svg> ${words}</li>`)}</ul>`;

/** One series: its targets beside what came of them, its chart where it spans several times, and every claim in a table. */
export function indicatorPart(series: Series, placeOf: PlaceOf): Html {
  const { indicator, jurisdiction, unit, claims } = series;
  const facts = [jurisdiction && placeName(jurisdiction), unit && (currencyName(unit) ?? unit)];
  const said = series.targets.flatMap((outcome) => besideWords(outcome) ?? []);
  const label = `Chart of ${indicator}: ${placed(series).slice(0, 12).map(pointWords).join('; ')}`;
  const shown = claims.slice(0, maxRows);
  const more = claims.length - shown.length;
  const hasSources = shown.some(({ row }) => row.evidence.length > 0);
  return html`<section class="indicator"><h3 dir="auto">${labelOf(series)}</h3><p class="facts">${joined([html`<code>${indicator}</code>`, ...facts], ' · ')}</p>
${said.length > 0 ? html`<ul class="beside">${said.map((words) => html`<li>${words}</li>`)}</ul>` : undefined}
<div class="sides">${spansTime(series) ? indicatorChart(series, label) : undefined}
<table><caption class="unseen">The values of ${indicator}</caption><thead><tr><th scope="col">Period</th><th scope="col">Value</th><th scope="col">Kind</th><th scope="col">${hasSources ? 'Record and sources' : 'Record'}</th></tr></thead><tbody>
${shown.map(({ row }) => rowOf(row, placeOf(row)))}</tbody></table></div>
${more > 0 ? html`<p class="facts">and ${counted(more, 'more claim')}</p>` : undefined}</section>
`;
}

const spansTime = (series: Series): boolean => new Set(placed(series).map(({ at }) => at)).size > 1;

/** Of the labels that records give to the figures of an indicator the shortest, which names the thing and not the year. */
const labelOf = ({ claims, indicator }: Series): string => {
  const labels = claims.map(({ row }) => row.label);
  return labels.reduce(
    (shortest, label) => (label.length < shortest.length ? label : shortest),
    labels[0] ?? indicator,
  );
};

const when = ({ period }: ClaimRow): string => (period === undefined ? 'no period' : periodText(period));

const pointWords = ({ row }: SeriesClaim): string =>
  `${when(row)} ${row.kind === 'actual' ? '' : `${row.kind} `}${rowWords(row)}`;

/** *Target for 2025: 300 billion CNY. 2024: nearly 350 billion CNY, above the target.* */
function besideWords({ target, actual }: TargetOutcome): Html | undefined {
  if (!actual) return undefined;
  return html`Target for ${when(target.row)}: <strong>${rowWords(target.row)}</strong>. ${when(actual.row)}: <strong>${rowWords(actual.row)}</strong>${relation(actual, target)}.`;
}

const upward: ReadonlySet<Qualifier | undefined> = new Set([undefined, 'about', 'nearly', 'more-than', 'at-least']);
const downward: ReadonlySet<Qualifier | undefined> = new Set([undefined, 'about', 'nearly', 'less-than', 'at-most']);

/** Where a value lies beside its target, unless its qualifier leaves that open. Whether that is good is not for us to say. */
function relation(actual: SeriesClaim, target: SeriesClaim): string {
  const { qualifier } = actual.row;
  if (actual.low.compare(target.high) > 0) return upward.has(qualifier) ? ', above the target' : '';
  if (actual.high.compare(target.low) < 0) return downward.has(qualifier) ? ', below the target' : '';
  const isSame = actual.low.equals(target.low) && actual.high.equals(target.high);
  return isSame && qualifier === undefined ? ', as much as the target' : '';
}

function rowOf(row: ClaimRow, place: ClaimPlace | undefined): Html {
  const name = place
    ? html`<a href="${place.href}" dir="auto">${place.record}</a>`
    : html`${row.recordId ?? row.record}`;
  const sources = row.evidence.length > 0 ? sourcesOf(row) : undefined;
  return html`<tr><th scope="row">${when(row)}</th><td>${rowWords(row)}<br><span class="${row.verdict}">${verdictText(row.verdict)}</span></td><td>${row.kind}</td><td>${name}${sources}</td></tr>
`;
}

/** Each source with the words of the article that were compared. */
const sourcesOf = ({ evidence }: ClaimRow): Html =>
  html`<ul class="facts">${evidence.map(
    ({ source, title, text, verdict }) =>
      html`<li><cite dir="auto">${title ?? source}</cite>${text === undefined ? undefined : html`: <q dir="auto">${text}</q>`}${evidence.length > 1 ? html` <span class="${verdict}">${verdictText(verdict)}</span>` : undefined}</li>`,
  )}</ul>`;
