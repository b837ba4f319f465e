import { readNamed } from '../node/files.ts';
import { visible } from '../reports/display.ts';
import { mergeReports, type ReportContent, readReport } from '../reports/merge.ts';
import { reaches } from '../reports/report.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import type { Terminal } from './terminal.ts';

const maxBytes = 500_000_000;

/** Makes one report of those that several machines wrote, each of its share; gives the exit status of the whole check. */
export function runMergeReports({ operands, values }: Call, terminal: Terminal): number {
  if (operands.length === 0) throw new Failure('Name the reports, as in "policy-records merge-reports report-*.json".');
  const merged = mergeReports(operands.map(reportIn));
  if ('twice' in merged)
    throw new Failure(
      `${visible(merged.twice)} stands in several of the reports, so they are not shares of one check.`,
    );
  terminal.out(merged.text);
  const failsOn = (values.get('fail-on') ?? 'error') as 'error' | 'warning' | 'info' | 'never';
  if (merged.rules.has('check/failed')) return 2;
  return merged.severities.some((severity) => reaches(severity, failsOn)) ? 1 : 0;
}

function reportIn(path: string): ReportContent {
  const file = readNamed(path, maxBytes);
  if (!('bytes' in file)) throw new Failure(`${visible(path)} ${file.reason}.`);
  const report = readReport(new TextDecoder().decode(file.bytes));
  if (!report) throw new Failure(`${visible(path)} is no report that "policy-records check --format json" wrote.`);
  return report;
}
