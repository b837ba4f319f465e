import type { ClaimResult, RecordResult } from '../../checks/finding.ts';
import { dateText } from '../../checks/plain-words.ts';
import { type ClaimRow, claimRows } from '../../insight/claim-row.ts';
import { seriesOf } from '../../insight/indicators.ts';
import type { UnitOptions } from '../../quantities/agreement.ts';
import type { PolicyRecord } from '../../records/model.ts';
import { Tally } from '../report.ts';
import { documentStart } from './document.ts';
import { Html, html, linkTo } from './html.ts';
import { Ids } from './ids.ts';
import { type ClaimPlace, indicatorsPart } from './indicators.ts';
import { indexPart, indexRow, totalsPart } from './overview.ts';
import type { PageFacts, PageRecord } from './page-record.ts';
import { recordPart } from './record.ts';
import { editorStyle, style } from './style.ts';

/**
 * The page for people who open no editor, written record by record: each call of `record` gives the part of the page for
 * one, and `end` what stands before and behind them all. What is kept is a row of the list and the indicators of each.
 * The page holds no script, loads nothing, and its content security policy allows neither.
 */
export class HtmlPage {
  private readonly tally = new Tally();
  private readonly ids = new Ids();
  private readonly indicators: ClaimRow[] = [];
  /** Record and figure → where it stands on the page, of the figures that name an indicator. */
  private readonly places = new Map<string, ClaimPlace>();
  private rows = '';

  constructor(private readonly units: UnitOptions = {}) {}

  /** The part of the page for a record. */
  record(page: PageRecord): string {
    const { record, result } = page;
    this.tally.addRecord(page);
    const id = this.ids.make(`record-${result.id ?? result.path}`);
    const claims = new Ids();
    const claimIds = new Map(result.claims.map((claim) => [claim, `${id}:${claims.make(claim.id)}`]));
    this.rows += indexRow(page, id).code;
    if (record) this.keepIndicators(record, result, claimIds);
    return recordPart(page, id, (claim) => claimIds.get(claim) ?? id).code;
  }

  /** What stands before the parts of the records, and behind them. */
  end(facts: PageFacts): { readonly before: string; readonly after: string } {
    const placeOf = ({ record, claim }: ClaimRow) => this.places.get(JSON.stringify([record, claim]));
    const made = facts.day === undefined ? '' : ` on ${dateText(facts.day)}`;
    const title = `${facts.name}: every number and its source`;
    const look = facts.isInEditor ? editorStyle : style;
    const before = html`${documentStart({ title, version: facts.version, style: look })}<body><a class="skip" href="#records">Skip to the records in full</a>
<header><h1 dir="auto">${facts.name}</h1><p class="lead">Every number that these records claim, beside the sentence of the article that it comes from. Checked${made} with Policy Records ${facts.version}.</p></header>
<main>
${totalsPart(this.tally, facts.notChecked)}${indexPart(new Html(this.rows))}${indicatorsPart(seriesOf(this.indicators, this.units), placeOf)}<section aria-labelledby="records"><h2 id="records">The records in full</h2>
`;
    const after = html`</section></main>
<footer><p>${linkTo(facts.homepage, 'Policy Records')} ${facts.version} read every number in the articles themselves: a claim is supported only where the quoted words stand in its source and say the same number, unit and qualifier. It does not judge whether the source is right.</p></footer></body></html>
`;
    return { before: before.code, after: after.code };
  }

  private keepIndicators(record: PolicyRecord, result: RecordResult, ids: ReadonlyMap<ClaimResult, string>): void {
    if (!record.figures.some(({ indicator }) => indicator)) return;
    const named = claimRows(record, result).filter(({ indicator }) => indicator !== undefined);
    // What their sources say stands in the part of the record.
    this.indicators.push(...named.map((row) => ({ ...row, evidence: [] })));
    const claims = new Set(named.map(({ claim }) => claim));
    for (const [{ type, id: claim }, id] of ids) {
      if (type !== 'figure' || !claims.has(claim)) continue;
      const title = (record.title ?? record.id)?.value ?? record.path;
      this.places.set(JSON.stringify([record.path, claim]), { href: `#${id}`, record: title });
    }
  }
}

/** The whole page at once, for whoever has all records at hand: an editor, a browser. */
export function htmlReport(records: Iterable<PageRecord>, facts: PageFacts, units: UnitOptions = {}): string {
  const page = new HtmlPage(units);
  const parts = Array.from(records, (record) => page.record(record));
  const { before, after } = page.end(facts);
  return before + parts.join('') + after;
}
