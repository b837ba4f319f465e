import type { ClaimResult, Finding, RecordResult, Related, Severity, Verdict } from '../checks/finding.ts';
import type { LinePosition } from '../text/lines.ts';

/** One checked record, with what a report needs beside its result. */
export interface CheckedRecord {
  readonly result: RecordResult;
  /** The YAML source, in which the spans of the findings lie. */
  readonly text: string;
  /** Why nothing in it was checked: it could not be read, or the program failed on it. */
  readonly unchecked?: 'unreadable' | 'failed';
  /** The text of a source by its id; only asked for while the report takes the record in. */
  readonly article: (source: string) => string | undefined;
  /** Where in the repository a place of an article is; undefined where the source has no file in it. */
  readonly articlePlace: (related: Related) => ArticlePlace | undefined;
}

/** A place in the file of an article. */
export interface ArticlePlace {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** Zero-based; absent where the file is no text, so that it has no lines. */
  readonly lines?: { readonly start: LinePosition; readonly end: LinePosition };
  /** One-based; of a file with pages. */
  readonly page?: number;
}

/** What a report for a build service knows of the run beside its findings. */
export interface RunFacts {
  /** Version of the program. */
  readonly version: string;
  /** Where the program is described. */
  readonly homepage: string;
  /** The severity from which on the run fails. */
  readonly failsOn: Severity | 'never';
  /** What stands before paths of the repository in the checkout that the service knows: nothing, or a folder with `/`. */
  readonly prefix: string;
  /** The page of a rule, in Markdown. */
  readonly documentation: (rule: string) => string | undefined;
}

/** Findings of a file that is no record: a registry, the configuration. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * A report that is written while the check runs. Each call gives the text to write at once (often none), so that a
 * run over thousands of records keeps none of them; what has to wait for the totals waits where `Waiting` puts it.
 */
export interface Report {
  file(checked: CheckedFile): string;
  record(checked: CheckedRecord): string;
  /**
   * What stands at the end, in pieces to be written one after the other.
   *
   * @param notChecked What the run itself had to leave out, each as a phrase (`the folder x, which cannot be opened`).
   */
  end(notChecked: readonly string[]): readonly string[] | Generator<string>;
}

/** The findings that are shown and counted: those that neither an acceptance nor the baseline covers, in the order of the text. */
export const shownFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ accepted, known }) => accepted === undefined && known === undefined)
    .sort((a, b) => a.start - b.start || a.end - b.end);

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

const ranks: Readonly<Record<Severity | 'never', number>> = { info: 0, warning: 1, error: 2, never: 3 };

/** Whether a severity is at or above a level. */
export const reaches = (severity: Severity, level: Severity | 'never'): boolean => ranks[severity] >= ranks[level];

/** The counts of a run, and why claims stayed unchecked. */
export class Tally {
  records = 0;
  figures = 0;
  dates = 0;
  readonly verdicts: Record<Verdict, number> = {
    supported: 0,
    refuted: 0,
    'not-found': 0,
    accepted: 0,
    unchecked: 0,
  };
  readonly severities: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  /** Findings that the baseline lists. */
  known = 0;
  /** Reason → how many claims it left unchecked. */
  readonly uncheckedFor = new Map<string, number>();
  /** Records in which nothing was checked. */
  readonly unchecked: Record<'unreadable' | 'failed', string[]> = { unreadable: [], failed: [] };
  /** Records of which a part could not be read, and may have held claims. */
  readonly partlyRead: string[] = [];

  addFindings(findings: readonly Finding[]): void {
    for (const { severity, accepted, known } of findings) {
      if (accepted === undefined && known) this.known += 1;
      else if (accepted === undefined) this.severities[severity] += 1;
    }
  }

  addRecord({ result, unchecked }: Pick<CheckedRecord, 'result' | 'unchecked'>): void {
    this.records += 1;
    this.addFindings(result.findings);
    for (const claim of result.claims) {
      if (claim.type === 'figure') this.figures += 1;
      else this.dates += 1;
      this.verdicts[claim.verdict] += 1;
      if (claim.verdict === 'unchecked') this.addReason(reasonUnchecked(claim, result.findings));
    }
    if (unchecked) this.unchecked[unchecked].push(result.path);
    else if (result.findings.some(hidesClaims)) this.partlyRead.push(result.path);
  }

  get claims(): number {
    return this.figures + this.dates;
  }

  private addReason(reason: string): void {
    this.uncheckedFor.set(reason, (this.uncheckedFor.get(reason) ?? 0) + 1);
  }
}

const hidesClaims = ({ rule, severity }: Finding): boolean =>
  severity === 'error' && (rule === 'yaml/syntax' || rule === 'record/schema');

/** Rules that leave a claim unchecked, with the reason they give; the first that applies is told. */
const reasons: readonly (readonly [rule: string, reason: string])[] = [
  ['figure/ambiguous', 'the number stands in several places'],
  ['figure/unchecked', 'nothing to check against'],
  ['source/missing', 'the source is missing'],
  ['source/unreadable', 'the source cannot be read'],
  ['source/changed', 'the source has changed'],
  ['check/failed', 'the program failed on it'],
];

/** Why a claim is unchecked, as the end of *not checked: …*. */
export function reasonUnchecked({ id, evidence }: ClaimResult, findings: readonly Finding[]): string {
  const sources = evidence.map(({ source }) => source);
  const concerns = ({ claim, source }: Finding): boolean =>
    claim === id || (claim === undefined && source !== undefined && sources.includes(source));
  const reason = reasons.find(([rule]) => findings.some((finding) => finding.rule === rule && concerns(finding)));
  return reason?.[1] ?? 'nothing to check against';
}
