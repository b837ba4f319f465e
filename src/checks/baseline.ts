import type { Span } from '../text/span.ts';
import type { Finding } from './finding.ts';
import { fingerprintsOf } from './fingerprint.ts';

/** A finding that was there when a repository began to be checked, and is to be paid later. */
export interface Debt {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly rule: string;
  readonly claim?: string;
  readonly fingerprint: string;
  /** For people who read the file; it is not compared. */
  readonly message: string;
}

/** A debt and the line of the baseline that lists it. */
export type ListedDebt = Debt & Span;

const head = '{"policy-records-baseline":1}';

/**
 * Reads a baseline: JSON Lines, a head and then one finding a line, so that branches that pay different debts merge
 * without a conflict. A line that stands twice counts once.
 *
 * @returns The debts, or the one-based number of the first line that is none.
 */
export function readBaseline(text: string): { readonly debts: readonly ListedDebt[] } | { readonly wrongLine: number } {
  const debts = new Map<string, ListedDebt>();
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.replace(/^\ufeff|\r$/g, '');
    const end = start + line.length;
    if (index === 0 ? content !== head : content !== '') {
      const debt = index === 0 ? undefined : debtOf(content);
      if (!debt) return { wrongLine: index + 1 };
      if (!debts.has(debt.fingerprint)) debts.set(debt.fingerprint, { ...debt, start, end });
    }
    start = end + 1;
  }
  return { debts: [...debts.values()] };
}

function debtOf(line: string): Debt | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { file, rule, claim, fingerprint, message } = value as Record<string, unknown>;
  if (typeof file !== 'string' || typeof rule !== 'string' || typeof message !== 'string') return undefined;
  if (typeof fingerprint !== 'string' || !/^[\da-f]{32}$/.test(fingerprint)) return undefined;
  return { file, rule, ...(typeof claim === 'string' && { claim }), fingerprint, message };
}

/** The text of a baseline; the same debts give the same text, whatever their order. */
export function writeBaseline(debts: readonly Debt[]): string {
  const lines = debts.map(({ file, rule, claim, fingerprint, message }) =>
    JSON.stringify({ file, rule, claim, fingerprint, message }).replace(hidden, escapeOf),
  );
  return `${[head, ...[...new Set(lines)].sort()].join('\n')}\n`;
}

/** What would hide or turn round the words of the file to whoever reviews it. */
const hidden = /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

const escapeOf = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A fault of the program is no debt of a record. */
const isDebt = ({ rule, accepted }: Finding): boolean => accepted === undefined && rule !== 'check/failed';

/** The findings of a file as debts; what an acceptance covers is none. */
export function debtsOf(file: string, text: string, findings: readonly Finding[]): readonly Debt[] {
  const fingerprints = fingerprintsOf(file, text, findings);
  return findings.flatMap((finding, index) => {
    if (!isDebt(finding)) return [];
    const { rule, claim, message } = finding;
    return [{ file, rule, ...(claim !== undefined && { claim }), fingerprint: fingerprints[index] ?? '', message }];
  });
}

/** The findings of a file, each that the baseline lists marked as known. */
export function withKnown(
  file: string,
  text: string,
  findings: readonly Finding[],
  listed: ReadonlySet<string>,
): readonly Finding[] {
  if (listed.size === 0 || findings.length === 0) return findings;
  const fingerprints = fingerprintsOf(file, text, findings);
  return findings.map((finding, index) =>
    isDebt(finding) && listed.has(fingerprints[index] ?? '') ? { ...finding, known: true } : finding,
  );
}

/** Findings that may hide others: where one arises, nothing is said of debts that do not. */
const hiding: ReadonlySet<string> = new Set([
  'yaml/syntax',
  'record/schema',
  'source/missing',
  'source/unreadable',
  'source/changed',
  'check/limit',
  'check/failed',
]);

/** Whether a file was seen whole, so that a debt that did not arise in it is paid. */
export const seenWhole = (findings: readonly Finding[]): boolean =>
  !findings.some(({ rule, severity }) => severity === 'error' && hiding.has(rule));

/** A debt that is paid and still listed, as a finding of the baseline. */
export const paidFinding = ({ start, end, file, claim, rule }: ListedDebt): Finding => ({
  rule: 'baseline/paid',
  severity: 'warning',
  start,
  end,
  message: `“${rule}”${claim === undefined ? '' : ` of “${claim}”`} in ${file} no longer arises; strike it from the baseline with --prune-baseline.`,
  related: [],
});
