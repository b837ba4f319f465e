import type { ArticleResult } from '../articles/article.ts';
import type { UnitOptions } from '../quantities/agreement.ts';
import type { Agency, FigureClaim, PolicyRecord, Source } from '../records/model.ts';
import type { Problem } from '../records/problem.ts';
import type { Span } from '../text/span.ts';
import type { Severity } from './finding.ts';
import type { NamedText } from './named-text.ts';
import type { NumberIndex } from './number-index.ts';
import type { SearchQuote } from './search-quote.ts';
import type { SourceState } from './source-state.ts';

/** All that checking one record needs. The functions are asked as the check goes along, and read what they like. */
export interface CheckInput {
  readonly record: PolicyRecord;
  /** What reading the record had to complain about. */
  readonly problems: readonly Problem[];
  readonly articles: (source: Source) => ArticleResult;
  /** Looks for a quote as `searchQuote` does, for those who keep what was found; that is the default. */
  readonly search?: SearchQuote;
  /** The agency of an id in the registries that the record sees. */
  readonly agency: (id: string) => Agency | undefined;
  /** Every id of those registries, for finding the one that was meant. */
  readonly agencyIds: () => Iterable<string>;
  /** What is claimed of an indicator for one kind, period and jurisdiction, by whatever record; this one may be among them. */
  readonly variants: (place: ClaimPlace) => readonly Variant[];
  /** The paths of other records with this id. */
  readonly recordsWithId: (id: string) => readonly string[];
  /** Places of a source that figures of other records claim; only asked for by `coverage/unclaimed`. */
  readonly claimedElsewhere?: (source: Source) => readonly Span[];
  /** Units and nouns of the configuration. */
  readonly units: UnitOptions;
  /** Rule → its severity in the configuration. Changes findings, never verdicts. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/** What others see of a figure: what it is about and what it claims of it, and nothing that it is claimed from. */
export type SharedFigure = Pick<
  FigureClaim,
  'start' | 'end' | 'id' | 'label' | 'indicator' | 'jurisdiction' | 'kind' | 'value' | 'unit' | 'qualifier' | 'period'
>;

/** A figure of another record, and what of that record places it. */
export interface OtherFigure {
  readonly path: string;
  readonly recordId?: string;
  readonly jurisdiction?: string;
  readonly figure: SharedFigure;
}

/** What a figure with an indicator is about. Two figures of one place are about the same. */
export interface ClaimPlace {
  readonly indicator: string;
  readonly kind: FigureClaim['kind'];
  readonly period?: string;
  /** The figure's, else the record's. */
  readonly jurisdiction?: string;
}

/** Figures that claim the same: one value, written alike, in one unit and with one qualifier; in the order of paths. */
export type Variant = readonly [OtherFigure, ...OtherFigure[]];

/** What rules see beside the thing that they look at. */
export interface CheckContext {
  readonly input: CheckInput;
  readonly record: PolicyRecord;
  readonly sources: readonly SourceState[];
  /** Names of every rule. */
  readonly ruleIds: readonly string[];
  /** The text of each article that could be read, folded for looking up names. Made when first asked for. */
  readonly namesIn: (state: SourceState) => NamedText;
  /** The numbers of each article for looking them up. Made when first asked for. */
  readonly numbersIn: (state: SourceState) => NumberIndex;
  /** The places of a source that the record's own figures claim. */
  readonly claimedPlaces: (state: SourceState) => readonly Span[];
}
