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

/** A record as its part of the page, with what the rest of the page needs of it: plain data, whichever thread makes it. */
export interface RenderedRecord extends Pick<PageRecord, 'result' | 'unchecked'> {
  /** The part of the page. */
  readonly part: string;
  /** Its row in the list of records. */
  readonly row: string;
  /** The figures that name an indicator, each with where it stands on the page; what their sources say is in the part. */
  readonly indicators: readonly { readonly row: ClaimRow; readonly place: ClaimPlace }[];
}

/** What a record is called in the addresses of the page, until `Ids` makes it one of a kind. */
export const recordPageName = (path: string, id: string | undefined): string => `record-${id ?? path}`;

/** Renders one record by itself. @param id one of a kind on the page. */
export function renderRecord(page: PageRecord, id: string): RenderedRecord {
  const { record, result, unchecked } = page;
  const claims = new Ids();
  const claimIds = new Map(result.claims.map((claim) => [claim, `${id}:${claims.make(claim.id)}`]));
  const idOf = (claim: ClaimResult): string => claimIds.get(claim) ?? id;
  return {
    result,
    ...(unchecked && { unchecked }),
    part: recordPart(page, id, idOf).code,
    row: indexRow(page, id).code,
    indicators: record ? indicatorsOf(record, result, idOf) : [],
  };
}

function indicatorsOf(record: PolicyRecord, result: RecordResult, idOf: (claim: ClaimResult) => string) {
  if (!record.figures.some(({ indicator }) => indicator)) return [];
  const title = (record.title ?? record.id)?.value ?? record.path;
  return claimRows(record, result).flatMap((row) => {
    const claim = result.claims[row.number - 1];
    if (row.indicator === undefined || !claim) return [];
    return [{ row: { ...row, evidence: [] }, place: { href: `#${idOf(claim)}`, record: title } }];
  });
}

/**
 * The page for people who open no editor, written record by record: each call of `add` gives the part of the page for
 * one, and `end` what stands before and behind them all. What is kept is a row of the list and the indicators of each.
 * The page holds no script, loads nothing, and its content security policy allows neither.
 */
export class HtmlPage {
  private readonly tally = new Tally();
  private readonly ids = new Ids();
  private readonly places = new Map<ClaimRow, ClaimPlace>();
  private rows = '';

  constructor(private readonly units: UnitOptions = {}) {}

  /** The part of the page for a record. */
  record(page: PageRecord): string {
    return this.add(renderRecord(page, this.ids.make(recordPageName(page.result.path, page.result.id))));
  }

  /** The part of the page for a record that was rendered before, under an id that no other has. */
  add({ result, unchecked, part, row, indicators }: RenderedRecord): string {
    this.tally.addRecord({ result, ...(unchecked && { unchecked }) });
    this.rows += row;
    for (const { row: claim, place } of indicators) this.places.set(claim, place);
    return part;
  }

  /** What stands before the parts of the records, and behind them. */
  end(facts: PageFacts): { readonly before: string; readonly after: string } {
    const made = facts.day === undefined ? '' : ` on ${dateText(facts.day)}`;
    const title = `${facts.name}: every number and its source`;
    const look = facts.isInEditor ? editorStyle : style;
    const before = html`${documentStart({ title, version: facts.version, style: look })}<body><a class="skip" href="#records">Skip to the records in full</a>
<header><h1 dir="auto">${facts.name}</h1><p class="lead">Every number that these records claim, beside the sentence of the article that it comes from. Checked${made} with Policy Records ${facts.version}.</p></header>
<main>
${totalsPart(this.tally, facts.notChecked)}${indexPart(new Html(this.rows))}${indicatorsPart(seriesOf([...this.places.keys()], this.units), (row) => this.places.get(row))}<section aria-labelledby="records"><h2 id="records">The records in full</h2>
`;
    const after = html`</section></main>
<footer><p>${linkTo(facts.homepage, 'Policy Records')} ${facts.version} read every number in the articles themselves: a claim is supported only where the quoted words stand in its source and say the same number, unit and qualifier. It does not judge whether the source is right.</p></footer></body></html>
`;
    return { before: before.code, after: after.code };
  }
}

/** The whole page at once, for whoever has all records at hand: an editor, a browser. */
export function htmlReport(records: Iterable<PageRecord>, facts: PageFacts, units: UnitOptions = {}): string {
  const page = new HtmlPage(units);
  const parts = Array.from(records, (record) => page.record(record));
  const { before, after } = page.end(facts);
  return before + parts.join('') + after;
}
