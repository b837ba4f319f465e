import type { ClaimResult } from '../../checks/finding.ts';
import { dateText, placeName, verdictSigns, verdictWords } from '../../checks/plain-words.ts';
import { shownFindings, type Tally } from '../report.ts';
import { uncheckedLine } from '../unchecked.ts';
import { counted, heldBack, severityCounts, verdicts } from '../words.ts';
import { type Html, html, type Insert } from './html.ts';
import type { PageRecord } from './page-record.ts';

/** How the claims of all records fared. */
export function totalsPart(tally: Tally, notChecked: readonly string[]): Html {
  const tiles: readonly (readonly [Insert, number])[] = [
    [tally.records === 1 ? 'record' : 'records', tally.records],
    [tally.claims === 1 ? 'claim' : 'claims', tally.claims],
    ...verdicts.map(
      (verdict) =>
        [
          html`<span class="${verdict}">${verdictSigns[verdict]}</span> ${verdictWords[verdict]}`,
          tally.verdicts[verdict],
        ] as const,
    ),
  ];
  return html`<section aria-labelledby="totals"><h2 id="totals">At a glance</h2>
<dl class="tiles">${tiles.map(([words, count]) => html`<div><dt>${words}</dt><dd>${count.toLocaleString('en')}</dd></div>`)}</dl>
${verdictBar(tally)}<p>${counted(tally.figures, 'figure')}, ${counted(tally.dates, 'date')}. To correct or to look at: ${severityCounts(tally.severities) || 'nothing'}.${tally.known > 0 ? ` ${heldBack(tally.known)}.` : ''}</p>
<p class="facts">${uncheckedLine(tally, notChecked)}</p></section>
`;
}

/** The shares of the verdicts. What it shows stands in words above it. */
function verdictBar(tally: Tally): Html | undefined {
  if (tally.claims === 0) return undefined;
  let at = 0;
  const parts = verdicts.flatMap((verdict) => {
    const width = (tally.verdicts[verdict] / tally.claims) * 1000;
    const x = at;
    at += width;
    return width === 0
      ? []
      : html`<rect class="${verdict}" x="${x.toFixed(1)}" width="${Math.max(2, width - 2).toFixed(1)}" height="10"/>`;
  });
  const words = verdicts
    .filter((verdict) => tally.verdicts[verdict] > 0)
    .map((verdict) => `${tally.verdicts[verdict]} ${verdictWords[verdict]}`);
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="Of ${counted(tally.claims, 'claim')}: ${words.join(', ')}">${parts}</svg>`;
}

/** One row of the list of records: what stays in memory of a record while the others are written. */
export function indexRow({ record, result, unchecked }: PageRecord, id: string): Html {
  const title = record?.title?.value ?? result.id ?? result.path;
  const findings = shownFindings(result.findings).length;
  const place = record?.jurisdiction && placeName(record.jurisdiction.value);
  const date = record?.date && dateText(record.date.value);
  const isClean =
    unchecked === undefined &&
    findings === 0 &&
    result.claims.every(({ verdict }) => verdict === 'supported' || verdict === 'accepted');
  return html`<tr${isClean ? html` class="clean"` : undefined}><th scope="row"><a href="#${id}" dir="auto">${title}</a></th><td class="place">${place}</td><td class="date">${date}</td>${verdicts.map((verdict) => countCell(count(result.claims, verdict), verdict))}${countCell(findings)}</tr>
`;
}

const count = (claims: readonly ClaimResult[], wanted: ClaimResult['verdict']): number =>
  claims.filter(({ verdict }) => verdict === wanted).length;

const countCell = (number: number, look = ''): Html =>
  html`<td class="num ${number === 0 ? 'zero' : look}">${number}</td>`;

export const indexPart = (rows: Html): Html => html`<section aria-labelledby="index"><h2 id="index">Records</h2>
<label class="only"><input type="checkbox" id="only"> Show only what needs a look</label>
<div class="wide" role="region" aria-label="List of records" tabindex="0"><table class="index"><thead><tr><th scope="col">Title</th><th scope="col" class="place">Place</th><th scope="col" class="date">Date</th>${verdicts.map(
  (verdict) =>
    html`<th scope="col" class="num">${verdictSigns[verdict]} <span class="word">${verdictWords[verdict]}</span></th>`,
)}<th scope="col" class="num">Findings</th></tr></thead><tbody>
${rows}</tbody></table></div></section>
`;
