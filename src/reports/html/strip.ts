import { type ArticleCoverage, type CoveredQuantity, percentOf } from '../../insight/coverage.ts';
import { counted } from '../words.ts';
import { type Html, html } from './html.ts';

type State = CoveredQuantity['state'];

/** Units across the strip; numbers that fall on the same one share a tick, so that a strip has a bound. */
const width = 1000;

/** Shapes as well as colours: a full bar, a short bar below, a triangle above. Each draws at a column. */
const ticks: Readonly<Record<State, (x: number) => string>> = {
  claimed: (x) => `M${x} 12v24h3v-24z`,
  ignored: (x) => `M${x} 26v10h3v-10z`,
  unclaimed: (x) => `M${x - 4} 1h11l-5.5 10z`,
};

const states = ['claimed', 'ignored', 'unclaimed'] as const;

/** What the states are called. */
const words: Readonly<Record<State, string>> = {
  claimed: 'claimed',
  ignored: 'left out on purpose',
  unclaimed: 'unclaimed',
};

/** The article from its beginning to its end, with a tick for each of its numbers, and the counts in words. */
export function coverageStrip(coverage: ArticleCoverage, length: number): Html {
  const total = coverage.quantities.length;
  if (total === 0) return html`<p class="counts">The article holds no number to claim.</p>`;
  const said = states.filter((state) => coverage[state] > 0).map((state) => `${coverage[state]} ${words[state]}`);
  const label = `${counted(total, 'number')} of the article from its beginning to its end: ${said.join(', ')}`;
  return html`<svg class="strip" viewBox="0 0 1004 40" preserveAspectRatio="none" role="img" aria-label="${label}"><path class="ground" d="M0 12h1004v24h-1004z"/>${states.map((state) => pathOf(coverage, state, length))}</svg><p class="counts">${counted(total, 'number')}: ${states
    .filter((state) => coverage[state] > 0)
    .flatMap((state, index) => [
      index === 0 ? '' : ', ',
      html`${keyOf(state)}${coverage[state]} ${words[state]}`,
    ])} · ${percentOf(coverage)} % covered</p>`;
}

/** What is seen of the drawing of a tick at column 0. */
const keyViews: Readonly<Record<State, string>> = {
  claimed: '-7 10 17 28',
  ignored: '-7 10 17 28',
  unclaimed: '-5 -2 13 15',
};

/** The shape of a state beside its word. */
const keyOf = (state: State): Html =>
  html`<svg class="key" viewBox="${keyViews[state]}" aria-hidden="true"><path class="${state}" d="${ticks[state](0)}"/></svg> `;

function pathOf({ quantities }: ArticleCoverage, state: State, length: number): Html | undefined {
  const columns = new Set<number>();
  for (const covered of quantities)
    if (covered.state === state) columns.add(Math.floor((covered.quantity.start / Math.max(1, length)) * width));
  if (columns.size === 0) return undefined;
  return html`<path class="${state}" d="${[...columns].map(ticks[state]).join('')}"/>`;
}
