import type { Series } from '../../insight/indicators.ts';
import { counted } from '../words.ts';
import { documentStart } from './document.ts';
import { html } from './html.ts';
import { indicatorPart, legend, type PlaceOf } from './indicators.ts';
import { editorStyle } from './style.ts';

/** One indicator as an editor shows it. */
export interface IndicatorView {
  readonly indicator: string;
  readonly version: string;
  /** One for each jurisdiction, and for units that cannot be converted into each other. */
  readonly series: readonly Series[];
  readonly placeOf: PlaceOf;
}

/** Every claim of one indicator over the years: targets beside what came of them, a chart, and each claim with its sources. */
export function indicatorPage({ indicator, version, series, placeOf }: IndicatorView): string {
  const claims = series.flatMap((one) => one.claims);
  const records = new Set(claims.map(({ row }) => row.record)).size;
  return html`${documentStart({ title: indicator, version, style: editorStyle })}<body class="whole">
<header><h1 dir="auto">${indicator}</h1><p class="lead">${counted(claims.length, 'claim')} in ${counted(records, 'record')}.</p></header>
<main>${claims.length === 0 ? html`<p>No figure names this indicator any more.</p>` : legend}
${series.map((one) => indicatorPart(one, placeOf))}</main></body></html>
`.code;
}
