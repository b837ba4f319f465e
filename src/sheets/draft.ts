import type { AcceptedCell, DerivedCell } from './exported-cells.ts';

export interface SourceDraft {
  readonly id: string;
  readonly title?: string;
  /** Relative to the root of the repository. */
  readonly file?: string;
  readonly url?: string;
  readonly language?: string;
}

/** A claim as it will be written: key → value, in the order of the format. */
export interface ClaimDraft {
  readonly type: 'figure' | 'date';
  readonly keys: ReadonlyMap<string, string>;
  /** In place of `source` and `quote`, where there are several pieces. */
  readonly evidence?: readonly EvidenceDraft[];
  readonly derived?: DerivedCell;
  readonly accept?: readonly AcceptedCell[];
  readonly row: number;
}

export interface EvidenceDraft {
  readonly source: string;
  readonly quote?: string;
}

export interface RecordDraft {
  readonly id: string;
  readonly title?: string;
  readonly jurisdiction?: string;
  readonly sources: readonly SourceDraft[];
  readonly claims: readonly ClaimDraft[];
}
