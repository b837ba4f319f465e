import type { Exact } from '../quantities/exact.ts';
import type { Qualifier } from '../quantities/quantity.ts';
import type { Located, Span } from '../text/span.ts';

/**
 * A policy record as the checks see it. Every span lies in `text`, the record's own YAML source; quotes and other
 * scalars carry the span of their node, quotation marks and block indicators included.
 */
export interface PolicyRecord {
  /** Path relative to the repository's root, with `/`. */
  readonly path: string;
  /** The YAML source, as it was read. */
  readonly text: string;
  readonly id?: Located<string>;
  readonly title?: Located<string>;
  /** ISO 3166-1 or 3166-2. */
  readonly jurisdiction?: Located<string>;
  readonly date?: Located<string>;
  readonly agencies: readonly AgencyUse[];
  readonly sources: readonly Source[];
  readonly dates: readonly DateClaim[];
  readonly figures: readonly FigureClaim[];
}

export interface AgencyUse extends Span {
  readonly agency: Located<string>;
  readonly role?: Located<string>;
  readonly accept: readonly Acceptance[];
}

export interface Source extends Span {
  /** Given, or `source-N` (one-based) where it is left out. */
  readonly id: Located<string>;
  readonly title?: Located<string>;
  readonly file?: Located<string>;
  /** BCP 47. */
  readonly language?: Located<string>;
  readonly url?: Located<string>;
  readonly publisher?: Located<string>;
  /** ISO 8601 year, month or day. */
  readonly published?: Located<string>;
  readonly retrieved?: Located<string>;
  readonly sha256?: Located<string>;
  /** A SHA-256 is written that is none: which file was meant cannot be told, and nothing in it counts as checked. */
  readonly hasBrokenChecksum?: true;
  readonly encoding?: Located<string>;
  readonly ignore: readonly IgnoredNumber[];
  readonly accept: readonly Acceptance[];
}

/** A number of the article that is left unclaimed on purpose. */
export interface IgnoredNumber extends Span {
  readonly quote: Located<string>;
  readonly reason?: Located<string>;
}

/** A finding that a person looked at and accepted. */
export interface Acceptance extends Span {
  readonly rule: Located<string>;
  readonly reason: Located<string>;
}

/** One place that a claim points to. Without `source` it is the record's only source. */
export interface Evidence extends Span {
  readonly source?: Located<string>;
  /** The words of the article as YAML gives them: folded, unescaped. */
  readonly quote?: Located<string>;
}

interface Claim extends Span {
  /** Given, or `figure-N` and `date-N` (one-based) where it is left out; nothing can refer to such a one. */
  readonly id: Located<string>;
  readonly hasOwnId: boolean;
  /** Empty for a claim without source or quote in a record that has several sources or none, and for derived figures. */
  readonly evidence: readonly Evidence[];
  readonly note?: Located<string>;
  readonly accept: readonly Acceptance[];
}

export interface DateClaim extends Claim {
  readonly type: 'date';
  readonly event?: Located<string>;
  /** ISO 8601 year, month or day, valid in the calendar. */
  readonly date: Located<string>;
}

export interface FigureClaim extends Claim {
  readonly type: 'figure';
  readonly label: Located<string>;
  readonly indicator?: Located<string>;
  readonly jurisdiction?: Located<string>;
  /** `actual` where it is left out. */
  readonly kind: 'actual' | 'target' | 'estimate';
  readonly kindSpan?: Span;
  readonly value: Located<ClaimedValue>;
  /** As written; `percent` is given as `%`. */
  readonly unit?: Located<string>;
  /** Absent where it is exact, said or left out. */
  readonly qualifier?: Located<Qualifier>;
  /** ISO 8601; `2020-2025` is given as `2020/2025`. */
  readonly period?: Located<string>;
  readonly derived?: Located<Derivation>;
}

/** A number as an annotator writes it, with the precision in which it stands. */
export interface ClaimedNumber {
  readonly value: Exact;
  /** Power of ten of the last digit written, scale word applied: 48.1 → -1, 2400 → 0, `350 billion` and 350e9 → 9. */
  readonly precision: number;
  /** As it is written in the record. */
  readonly text: string;
}

export type ClaimedValue =
  | { readonly kind: 'number'; readonly number: ClaimedNumber }
  | { readonly kind: 'range'; readonly min: ClaimedNumber; readonly max: ClaimedNumber };

export type Operation = 'sum' | 'difference' | 'product' | 'ratio' | 'share' | 'growth';

export interface Derivation {
  readonly operation: Operation;
  /** Ids of figures of the same record, in their order. */
  readonly operands: readonly Located<string>[];
}

export interface Agency extends Span {
  readonly id: Located<string>;
  readonly type?: string;
  readonly jurisdiction?: string;
  readonly parent?: Located<string>;
  /** Language → name. */
  readonly names: Readonly<Record<string, string>>;
  /** Language → other names. */
  readonly aliases: Readonly<Record<string, readonly string[]>>;
  readonly url?: string;
  readonly wikidata?: string;
  readonly note?: string;
}

/** One `*.agencies.yaml`. */
export interface Registry {
  readonly path: string;
  readonly text: string;
  readonly agencies: readonly Agency[];
}
