import type { ClaimResult, Finding } from '../checks/finding.ts';
import { LineIndex } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type CheckedRecord, type Report, shownFindings, Tally } from './report.ts';
import { type Store, Waiting } from './waiting.ts';

/**
 * The report for programs; its shape is part of the format. LineIndex and characters are zero-based, offsets UTF-16 units.
 * `JSON.stringify` writes lone surrogates as escapes, so that the output is always well formed.
 */
/** @param store Where the records wait for the summary, which stands before them. */
export function jsonReport(store?: Store): Report {
  const tally = new Tally();
  const files: string[] = [];
  const records = new Waiting(store, betweenItems);
  return {
    file({ path, text, findings }) {
      tally.addFindings(findings);
      const lines = new LineIndex(text);
      for (const finding of shownFindings(findings)) {
        files.push(JSON.stringify({ file: path, ...findingOf(finding, lines) }));
      }
      return '';
    },
    record(checked) {
      tally.addRecord(checked);
      records.add(JSON.stringify(recordJson(checked)));
      return '';
    },
    *end() {
      yield jsonHead(summaryOf(tally), files);
      if (records.isEmpty) yield '[]';
      else {
        yield beforeItems;
        yield* records.pieces();
        yield behindItems;
      }
      yield jsonEnd;
    },
  };
}

/** One record as it stands in the report. */
export function recordJson({ result, text }: Pick<CheckedRecord, 'result' | 'text'>) {
  const lines = new LineIndex(text);
  return {
    file: result.path,
    id: result.id,
    claims: result.claims.map(claimOf),
    findings: shownFindings(result.findings).map((finding) => findingOf(finding, lines)),
  };
}

/** The whole report of its parts, each written as JSON already. */
export const jsonText = (
  summary: Readonly<Record<string, number>>,
  findings: readonly string[],
  records: readonly string[],
): string => jsonHead(summary, findings) + list(records) + jsonEnd;

const jsonHead = (summary: Readonly<Record<string, number>>, findings: readonly string[]): string =>
  `{ "version": 1,\n  "summary": ${JSON.stringify(summary)},\n  "findings": ${list(findings)},\n  "records": `;

const jsonEnd = ' }\n';

/** One item a line: runs can be compared with `diff`. */
const beforeItems = '[\n    ';
const betweenItems = ',\n    ';
const behindItems = ' ]';

const list = (items: readonly string[]): string =>
  items.length === 0 ? '[]' : beforeItems + items.join(betweenItems) + behindItems;

const summaryOf = (tally: Tally) => ({
  records: tally.records,
  figures: tally.figures,
  dates: tally.dates,
  supported: tally.verdicts.supported,
  refuted: tally.verdicts.refuted,
  notFound: tally.verdicts['not-found'],
  accepted: tally.verdicts.accepted,
  unchecked: tally.verdicts.unchecked,
  errors: tally.severities.error,
  warnings: tally.severities.warning,
  infos: tally.severities.info,
  // Only where a baseline holds findings back.
  ...(tally.known > 0 && { baseline: tally.known }),
});

const claimOf = ({ type, id, verdict, evidence }: ClaimResult) => ({
  type,
  id,
  verdict,
  evidence: evidence.map(({ source, verdict, place, inFile, text }) => ({
    source,
    verdict,
    start: place?.start,
    end: place?.end,
    text,
    ...inFile,
  })),
});

const findingOf = (finding: Finding, lines: LineIndex) => ({
  rule: finding.rule,
  severity: finding.severity,
  claim: finding.claim,
  message: finding.message,
  expected: finding.expected,
  found: finding.found,
  fix: finding.fix && {
    title: finding.fix.title,
    safe: finding.fix.safe,
    edits: finding.fix.edits.map((edit) => ({ range: rangeOf(edit, lines), newText: edit.newText })),
  },
  related: finding.related,
  range: rangeOf(finding, lines),
});

const rangeOf = ({ start, end }: Span, lines: LineIndex) => ({
  start: lines.positionAt(start),
  end: lines.positionAt(end),
});
