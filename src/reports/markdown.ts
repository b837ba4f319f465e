import type { Finding, Severity } from '../checks/finding.ts';
import { verdictWords } from '../checks/plain-words.ts';
import { LineIndex } from '../text/lines.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { type Report, type RunFacts, severities, shownFindings, Tally } from './report.ts';
import { uncheckedLine } from './unchecked.ts';
import { counted, heldBack, severityCounts, verdicts } from './words.ts';

/** GitHub takes summaries of up to a megabyte; a person reads less. */
const maxRows = 300;
const maxLength = 600_000;

const signs: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', info: 'ℹ️' };

/** A summary for people: the step summary of GitHub, a comment to a merge request. The worst comes first. */
export function markdownReport({ prefix }: Pick<RunFacts, 'prefix'>): Report {
  const tally = new Tally();
  const rows: Record<Severity, string[]> = { error: [], warning: [], info: [] };
  const take = (path: string, text: string, findings: readonly Finding[]): string => {
    const lines = new LineIndex(text);
    for (const finding of shownFindings(findings)) {
      if (rows[finding.severity].length < maxRows)
        rows[finding.severity].push(rowOf(`${prefix}${path}`, finding, lines));
    }
    return '';
  };
  return {
    file({ path, text, findings }) {
      tally.addFindings(findings);
      return take(path, text, findings);
    },
    record(checked) {
      tally.addRecord(checked);
      return take(checked.result.path, checked.text, checked.result.findings);
    },
    end(notChecked) {
      const parts = [
        `## ${tally.severities.error > 0 ? signs.error : tally.severities.warning > 0 ? signs.warning : '✅'} Policy records: ${severityCounts(tally.severities) || 'nothing to correct'}`,
        countsTable(tally),
        ...findingsTable(
          severities.flatMap((severity) => rows[severity]),
          tally,
        ),
        ...(tally.known > 0 ? [`${heldBack(tally.known)}.`] : []),
        markdownText(uncheckedLine(tally, notChecked)),
      ];
      return [`${parts.join('\n\n')}\n`];
    },
  };
}

function countsTable(tally: Tally): string {
  const cells: readonly (readonly [string, number])[] = [
    ['records', tally.records],
    ['figures', tally.figures],
    ['dates', tally.dates],
    ...verdicts.map((verdict) => [verdictWords[verdict], tally.verdicts[verdict]] as const),
  ];
  const line = (parts: readonly (string | number)[]) => `| ${parts.join(' | ')} |`;
  return [line(cells.map(([name]) => name)), line(cells.map(() => '--:')), line(cells.map(([, count]) => count))].join(
    '\n',
  );
}

function findingsTable(rows: readonly string[], tally: Tally): string[] {
  const total = severities.reduce((sum, severity) => sum + tally.severities[severity], 0);
  if (total === 0) return [];
  const shown: string[] = [];
  let length = 0;
  for (const row of rows) {
    length += row.length;
    if (shown.length === maxRows || length > maxLength) break;
    shown.push(row);
  }
  const table = ['| | Where | Claim | What |', '|---|---|---|---|', ...shown].join('\n');
  const more = total - shown.length;
  return more === 0
    ? [table]
    : [table, `${counted(more, 'more finding')}; the log and the other reports list them all.`];
}

function rowOf(path: string, finding: Finding, lines: LineIndex): string {
  const { line } = lines.positionAt(finding.start);
  const what = `${markdownText(finding.message)}<br>${markdownCode(finding.rule)}`;
  const claim = finding.claim === undefined ? '' : markdownCode(finding.claim);
  return `| ${signs[finding.severity]} ${finding.severity} | ${markdownText(`${path}:${line + 1}`)} | ${claim} | ${what} |`;
}
