import type { Severity } from '../checks/finding.ts';
import { jsonText } from './json.ts';

/** A JSON report, as far as merging looks into it. */
export interface ReportContent {
  readonly summary: Readonly<Record<string, number>>;
  readonly findings: readonly Item[];
  readonly records: readonly (Item & { readonly findings: readonly Item[] })[];
}

interface Item {
  readonly file: string;
  readonly rule?: string;
  readonly severity?: Severity;
}

export type Merged =
  | { readonly text: string; readonly severities: readonly Severity[]; readonly rules: ReadonlySet<string> }
  /** A record that stands in several reports. */
  | { readonly twice: string };

/** What a JSON report holds; undefined for all else. */
export function readReport(text: string): ReportContent | undefined {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    // It is no JSON, which the caller says.
    return undefined;
  }
  return isReport(report) ? report : undefined;
}

function isReport(report: unknown): report is ReportContent {
  if (typeof report !== 'object' || report === null) return false;
  const { version, summary, findings, records } = report as Record<string, unknown>;
  return (
    version === 1 &&
    typeof summary === 'object' &&
    summary !== null &&
    Object.values(summary).every((count) => typeof count === 'number') &&
    Array.isArray(findings) &&
    findings.every(isItem) &&
    Array.isArray(records) &&
    records.every((record) => isItem(record) && Array.isArray((record as { findings?: unknown }).findings))
  );
}

const isItem = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && typeof (item as { file?: unknown }).file === 'string';

/**
 * One report of the reports of all shares, the same as one machine would have written: records in the order of their
 * paths, and what every share says of the registries and the configuration once.
 */
export function mergeReports(reports: readonly ReportContent[]): Merged {
  const records = reports.flatMap((report) => report.records).sort(byFile);
  const twice = records.find(({ file }, index) => records[index + 1]?.file === file);
  if (twice) return { twice: twice.file };
  const shared = new Map<string, Item>();
  for (const finding of reports.flatMap(({ findings }) => findings)) shared.set(JSON.stringify(finding), finding);
  const summary = { ...sumOf(reports) };
  // Each share counted what they all say.
  for (const finding of reports.flatMap(({ findings }) => findings)) count(summary, finding, -1);
  for (const finding of shared.values()) count(summary, finding, 1);
  const all = [...shared.values(), ...records.flatMap(({ findings }) => findings)];
  return {
    text: jsonText(
      summary,
      [...shared.keys()],
      records.map((record) => JSON.stringify(record)),
    ),
    severities: all.flatMap(({ severity }) => severity ?? []),
    rules: new Set(all.flatMap(({ rule }) => rule ?? [])),
  };
}

const byFile = (a: Item, b: Item): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

function sumOf(reports: readonly ReportContent[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const { summary } of reports) {
    for (const [key, value] of Object.entries(summary)) sum[key] = (sum[key] ?? 0) + value;
  }
  return sum;
}

function count(summary: Record<string, number>, { severity }: Item, by: number): void {
  const key = `${severity}s`;
  if (key in summary) summary[key] = (summary[key] ?? 0) + by;
}
