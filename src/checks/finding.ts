import type { Fix } from '../records/problem.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What a check says of a claim; from best to worst they are ordered in `verdict.ts`. */
export type Verdict = 'supported' | 'refuted' | 'not-found' | 'accepted' | 'unchecked';

/** Where the place of an article lies in its file, where that is no plain text. */
export interface FilePlace {
  /** HTML: UTF-16 offsets in the decoded file. */
  readonly file?: Span;
  /** PDF: number of the page, and of the line on it; one-based. */
  readonly page?: number;
  readonly line?: number;
}

/** A place in an article that a finding speaks of: offsets in the article's text, and where those lie in its file. */
export interface Related extends Span, FilePlace {
  /** Id of the source in the record. */
  readonly source: string;
}

/** One complaint of one rule, before configuration gives it its severity. */
export interface Finding extends Span {
  readonly rule: string;
  readonly severity: Severity;
  /** Id of the claim it speaks of, where it speaks of one. */
  readonly claim?: string;
  /** Id of the source it speaks of, where it speaks of one. */
  readonly source?: string;
  /** One plain sentence for a person who is no programmer, with both numbers side by side. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly fix?: Fix;
  readonly related: readonly Related[];
  /** Set where an acceptance of the record covers it: it is kept for counting and left out of reports. */
  readonly accepted?: string;
  /** Set where the baseline lists it as a debt: it is counted apart and left out of reports. */
  readonly known?: true;
}

/** What one piece of evidence says, and where. */
export interface EvidenceResult {
  readonly source: string;
  readonly verdict: Verdict;
  /** The number in the article, or the quote where there is no number. */
  readonly place?: Span;
  /** Where that lies in a file that is no plain text. */
  readonly inFile?: FilePlace;
  /** The article's text at that place. */
  readonly text?: string;
  /** The number or date that stands there, in English: `nearly 350 billion CNY`, `20 March`. */
  readonly says?: string;
}

export interface ClaimResult {
  readonly type: 'figure' | 'date';
  readonly id: string;
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceResult[];
  /** Every place of an article that the claim speaks of: wherever its quote stands, or its number where it has none. */
  readonly places: readonly ClaimedPlace[];
}

/** A place of the article of a source. */
export interface ClaimedPlace extends Span {
  readonly source: string;
}

/** All that checking one record says. */
export interface RecordResult {
  readonly path: string;
  readonly id?: string;
  readonly claims: readonly ClaimResult[];
  readonly findings: readonly Finding[];
}
