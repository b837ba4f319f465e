import type { Series, SeriesClaim } from '../../insight/indicators.ts';
import { valueAxis, yearTicks } from './axis.ts';
import { type Html, html } from './html.ts';
import { type Box, placeLabels } from './labels.ts';
import { rowValue, rowWords } from './row-words.ts';
import { yearOf } from './years.ts';

const size = { width: 480, height: 280 } as const;
/** Where points are drawn; labels of the axes stand around it. */
const plot = { left: 88, right: 474, top: 24, bottom: 244 } as const;
const labelFrame: Box = { x: plot.left, y: 2, width: size.width - plot.left - 1, height: plot.bottom - 2 };

/** More points than a chart can show with their labels; the table tells how many are left out. */
export const maxPoints = 40;

interface Placed extends SeriesClaim {
  readonly at: number;
}

/** The claims that have a place in time. */
export const placed = ({ claims }: Series): Placed[] =>
  claims.flatMap((claim) => {
    const at = yearOf(claim.row.period);
    return at === undefined ? [] : [{ ...claim, at }];
  });

/**
 * The values of an indicator over the years: what was reached as dots joined by a line, targets as open diamonds with a
 * dashed line to the value that they stand beside, estimates as open triangles; a claim that its source does not bear is
 * crossed out. `words` say what it shows; all of it stands in the table beside.
 */
export function indicatorChart(series: Series, words: string): Html {
  const points = distinct(placed(series)).slice(0, maxPoints);
  const axis = valueAxis(points.flatMap(({ low, high }) => [low.toNumber(), high.toNumber()]));
  const years = points.map(({ at }) => at);
  const first = Math.floor(Math.min(...years));
  const last = Math.max(first + 1, Math.ceil(Math.max(...years)));
  const x = (at: number): number =>
    round(plot.left + 30 + ((at - first) / (last - first)) * (plot.right - plot.left - 60));
  const y = (value: number): number =>
    round(plot.bottom - ((value - axis.least) / (axis.greatest - axis.least)) * (plot.bottom - plot.top));
  const middle = ({ low, high }: SeriesClaim): number => (low.toNumber() + high.toNumber()) / 2;
  const actual = points.filter(({ row }) => row.kind === 'actual' && row.verdict !== 'refuted');
  const line = onePerYear(actual).map((point) => `${x(point.at)},${y(middle(point))}`);
  const beside = series.targets.flatMap(({ target, actual }) => {
    const [from, to] = [yearOf(actual?.row.period), yearOf(target.row.period)];
    return from === undefined || to === undefined ? [] : [{ from, to, value: middle(target) }];
  });
  const labels = placeLabels(
    points.map((point) => ({ words: label(point, series.unit), x: x(point.at), y: y(middle(point)) })),
    labelFrame,
  );
  return html`<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${words}">
${axis.ticks.map(({ value, words }) => html`<path class="grid" d="M${plot.left} ${y(value)}H${plot.right}"/><text class="tick" x="${plot.left - 8}" y="${y(value) + 4}" text-anchor="end">${words}</text>`)}
${yearTicks(first, last, 7).map((year) => html`<text class="tick" x="${x(year)}" y="${plot.bottom + 22}" text-anchor="middle">${year}</text>`)}
${beside.map(({ from, to, value }) => html`<path class="toward" d="M${x(from) - 30} ${y(value)}H${x(to)}"/>`)}
${line.length > 1 ? html`<polyline class="line" points="${line.join(' ')}"/>` : undefined}
${points.map((point) => marker(point, x(point.at), y(middle(point)), [y(point.low.toNumber()), y(point.high.toNumber())]))}
${labels.map(({ words: value, left, base }) => html`<text class="value" x="${round(left)}" y="${round(base)}" text-anchor="middle">${value}</text>`)}
</svg>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** `nearly 350 billion`; with its own unit where that is not the one of the chart. */
const label = ({ row }: SeriesClaim, unit: string | undefined): string =>
  row.unit === unit ? rowValue(row) : rowWords(row);

/** Several records that say the same of the same year are one point. */
function distinct(points: readonly Placed[]): Placed[] {
  const seen = new Map<string, Placed>();
  for (const point of points) {
    const { row, at, low, high } = point;
    const key = [row.kind, at, low, high, row.qualifier, row.verdict === 'refuted'].join(' ');
    if (!seen.has(key)) seen.set(key, point);
  }
  return [...seen.values()];
}

/** The line goes through one value a year: where records differ, through the first. */
const onePerYear = (points: readonly Placed[]): Placed[] =>
  points.filter(({ at }, index) => index === 0 || points[index - 1]?.at !== at);

/** The shapes by which kinds are told apart, for a chart and for its legend. */
export function shapeOf(kind: 'actual' | 'target' | 'estimate', x: number, y: number): Html {
  switch (kind) {
    case 'actual':
      return html`<circle class="actual" cx="${x}" cy="${y}" r="5.5"/>`;
    case 'target':
      return html`<path class="target" d="M${x} ${y - 8}l8 8l-8 8l-8 -8z"/>`;
    case 'estimate':
      return html`<path class="estimate" d="M${x} ${y - 7}l7.5 13h-15z"/>`;
  }
}

function marker(point: Placed, x: number, y: number, [low, high]: readonly [number, number]): Html {
  const range = low === high ? undefined : html`<path class="range" d="M${x - 5} ${low}h10m-5 0V${high}m-5 0h10"/>`;
  const isDenied = point.row.verdict === 'refuted' || point.row.verdict === 'not-found';
  const cross = isDenied ? html`<path class="denied" d="M${x - 10} ${y - 10}l20 20m0 -20l-20 20"/>` : undefined;
  return html`${range}${shapeOf(point.row.kind ?? 'actual', x, y)}${cross}`;
}
