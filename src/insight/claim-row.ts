import type { ClaimResult, EvidenceResult, RecordResult, Verdict } from '../checks/finding.ts';
import type { Exact } from '../quantities/exact.ts';
import type { Qualifier } from '../quantities/quantity.ts';
import { sourcePath } from '../records/layout.ts';
import type { DateClaim, Derivation, FigureClaim, PolicyRecord, Source } from '../records/model.ts';

/** One claim of a record with what became of it: what tables, exports and views of indicators are made of. */
export interface ClaimRow {
  /** Path of the record, relative to the root, with `/`. */
  readonly record: string;
  readonly recordId?: string;
  readonly type: 'figure' | 'date';
  readonly claim: string;
  /** One-based place among the figures and then the dates of the record: ids may stand twice by mistake. */
  readonly number: number;
  /** Label of a figure, event of a date. */
  readonly label: string;
  readonly indicator?: string;
  readonly kind?: FigureClaim['kind'];
  /** The figure's, else the record's. */
  readonly jurisdiction?: string;
  /** A figure has a value, or both ends of a range. */
  readonly value?: Exact;
  readonly min?: Exact;
  readonly max?: Exact;
  readonly unit?: string;
  readonly qualifier?: Qualifier;
  /** ISO 8601. */
  readonly period?: string;
  /** ISO 8601; of a date. */
  readonly date?: string;
  readonly note?: string;
  /** How a figure is computed from other figures of its record. */
  readonly derived?: { readonly [operation: string]: readonly string[] };
  /** The findings that a person accepted. */
  readonly accept?: readonly { readonly rule: string; readonly reason: string }[];
  readonly verdict: Verdict;
  readonly evidence: readonly EvidenceRow[];
}

export interface EvidenceRow {
  readonly source: string;
  readonly title?: string;
  readonly url?: string;
  /** Path of the article, relative to the root, with `/`. */
  readonly file?: string;
  readonly verdict: Verdict;
  /** UTF-16 offsets in the text of the article, half-open; absent where nothing was found. */
  readonly start?: number;
  readonly end?: number;
  /** The article's words at that place. */
  readonly text?: string;
  readonly quote?: string;
}

/** The claims of a record that was checked: its figures, then its dates, in their order. */
export function claimRows(record: PolicyRecord, { claims }: RecordResult): readonly ClaimRow[] {
  const sources = new Map(record.sources.map((source) => [source.id.value, source]));
  return [...record.figures, ...record.dates].flatMap((claim, index) => {
    const result = claims[index];
    if (!result) return [];
    const common = {
      record: record.path,
      ...(record.id && { recordId: record.id.value }),
      claim: claim.id.value,
      number: index + 1,
      ...(claim.note && { note: claim.note.value }),
      ...(claim.accept.length > 0 && {
        accept: claim.accept.map(({ rule, reason }) => ({ rule: rule.value, reason: reason.value })),
      }),
      verdict: result.verdict,
      evidence: evidenceRows(record.path, claim, result, sources),
    };
    return [
      claim.type === 'figure' ? { ...common, ...figurePart(claim, record) } : { ...common, ...datePart(claim, record) },
    ];
  });
}

function figurePart(figure: FigureClaim, record: PolicyRecord) {
  const { value } = figure.value;
  const jurisdiction = figure.jurisdiction ?? record.jurisdiction;
  return {
    type: 'figure' as const,
    label: figure.label.value,
    kind: figure.kind,
    ...(figure.indicator && { indicator: figure.indicator.value }),
    ...(jurisdiction && { jurisdiction: jurisdiction.value }),
    ...(value.kind === 'number' ? { value: value.number.value } : { min: value.min.value, max: value.max.value }),
    ...(figure.unit && { unit: figure.unit.value }),
    ...(figure.qualifier && { qualifier: figure.qualifier.value }),
    ...(figure.period && { period: figure.period.value }),
    ...(figure.derived && { derived: derivedPart(figure.derived.value) }),
  };
}

const derivedPart = ({ operation, operands }: Derivation) => ({
  [operation]: operands.map(({ value }) => value),
});

const datePart = ({ event, date }: DateClaim, { jurisdiction }: PolicyRecord) => ({
  type: 'date' as const,
  label: event?.value ?? '',
  date: date.value,
  ...(jurisdiction && { jurisdiction: jurisdiction.value }),
});

function evidenceRows(
  path: string,
  { evidence }: FigureClaim | DateClaim,
  result: ClaimResult,
  sources: ReadonlyMap<string, Source>,
): readonly EvidenceRow[] {
  return result.evidence.map((one, index) => ({
    ...sourcePart(path, one, sources.get(one.source)),
    verdict: one.verdict,
    ...(one.place && { start: one.place.start, end: one.place.end }),
    ...(one.text !== undefined && { text: one.text }),
    ...(evidence[index]?.quote && { quote: evidence[index].quote.value }),
  }));
}

function sourcePart(path: string, { source: id }: EvidenceResult, source: Source | undefined) {
  const place = source?.file && sourcePath(path, source.file.value);
  return {
    source: id,
    ...(source?.title && { title: source.title.value }),
    ...(source?.url && { url: source.url.value }),
    ...(place && 'path' in place && { file: place.path }),
  };
}
