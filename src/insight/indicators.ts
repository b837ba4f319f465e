import { daysOf } from '../checks/calendar.ts';
import { convert, type UnitOptions } from '../quantities/agreement.ts';
import { Exact } from '../quantities/exact.ts';
import type { ClaimRow } from './claim-row.ts';

/** All claims of one indicator in one jurisdiction, in units that can be converted into each other. */
export interface Series {
  readonly indicator: string;
  readonly jurisdiction?: string;
  /** The unit of its first claim, in which all values are given. */
  readonly unit?: string;
  /** In the order of time; those without a period come last. */
  readonly claims: readonly SeriesClaim[];
  readonly targets: readonly TargetOutcome[];
}

export interface SeriesClaim {
  readonly row: ClaimRow;
  /** In the unit of the series; both are the value where it is no range. */
  readonly low: Exact;
  readonly high: Exact;
}

/** A target beside what came of it, as far as records say; whether more is better is for people to know. */
export interface TargetOutcome {
  readonly target: SeriesClaim;
  /** The actual figure of the target's own period, else the last one of before it ends. */
  readonly actual?: SeriesClaim;
  /** What part of the target the actual figure is, in percent, rounded to a tenth; absent beside ranges and zero. */
  readonly percent?: Exact;
}

/** The indicators among some claims, in the order of their names. */
export function seriesOf(rows: readonly ClaimRow[], units: UnitOptions): readonly Series[] {
  const groups = new Map<string, Open[]>();
  for (const row of [...rows].sort(byTime)) {
    if (row.indicator === undefined) continue;
    const key = JSON.stringify([row.indicator, row.jurisdiction ?? '']);
    const open = groups.get(key) ?? [];
    groups.set(key, open);
    addTo(open, row, units);
  }
  return [...groups.keys()].sort().flatMap((key) => (groups.get(key) ?? []).map(closed));
}

interface Open {
  readonly first: ClaimRow;
  readonly claims: SeriesClaim[];
}

/** Puts a claim with those that it can be compared with, or begins a series for it. */
function addTo(open: Open[], row: ClaimRow, units: UnitOptions): void {
  for (const { first, claims } of open) {
    const claim = inUnit(row, first.unit, units);
    if (!claim) continue;
    claims.push(claim);
    return;
  }
  const claim = inUnit(row, row.unit, units);
  if (claim) open.push({ first: row, claims: [claim] });
}

function inUnit(row: ClaimRow, unit: string | undefined, units: UnitOptions): SeriesClaim | undefined {
  const low = row.value ?? row.min;
  const high = row.value ?? row.max;
  if (!low || !high) return undefined;
  if (row.unit === unit) return { row, low, high };
  if (row.unit === undefined || unit === undefined) return undefined;
  const [convertedLow, convertedHigh] = [convert(low, row.unit, unit, units), convert(high, row.unit, unit, units)];
  return convertedLow && convertedHigh && { row, low: convertedLow, high: convertedHigh };
}

function closed({ first, claims }: Open): Series {
  return {
    indicator: first.indicator ?? '',
    ...(first.jurisdiction !== undefined && { jurisdiction: first.jurisdiction }),
    ...(first.unit !== undefined && { unit: first.unit }),
    claims,
    targets: claims.filter(({ row }) => row.kind === 'target').map((target) => outcomeOf(target, claims)),
  };
}

function outcomeOf(target: SeriesClaim, claims: readonly SeriesClaim[]): TargetOutcome {
  const { period } = target.row;
  const ends = lastDay(target.row);
  const actuals = claims.filter(({ row }) => row.kind === 'actual' && isTrusted(row));
  const own = actuals.filter(({ row }) => row.period === period && period !== undefined);
  const before = actuals.filter(({ row }) => ends !== undefined && (lastDay(row) ?? Number.POSITIVE_INFINITY) <= ends);
  const actual = own.at(-1) ?? before.at(-1);
  if (!actual) return { target };
  const percent = percentOf(actual, target);
  return { target, actual, ...(percent && { percent }) };
}

/** What the article denies is no outcome. */
const isTrusted = ({ verdict }: ClaimRow): boolean => verdict !== 'refuted' && verdict !== 'not-found';

function percentOf(actual: SeriesClaim, target: SeriesClaim): Exact | undefined {
  if (!actual.low.equals(actual.high) || !target.low.equals(target.high)) return undefined;
  return actual.low.times10(2).over(target.low)?.roundedTo(-1);
}

const lastDay = ({ period }: ClaimRow): number | undefined => (period === undefined ? undefined : daysOf(period)?.last);

const kinds: readonly ClaimRow['kind'][] = ['actual', 'estimate', 'target'];

/** By the end of the period, actual figures before estimates and targets, then by record and claim: never by file order. */
function byTime(a: ClaimRow, b: ClaimRow): number {
  const [first, second] = [lastDay(a) ?? Number.POSITIVE_INFINITY, lastDay(b) ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first < second ? -1 : 1;
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(a.record, b.record) || compare(a.claim, b.claim);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How long the bar of a value is beside the largest of its series: 0 to 1. */
export function shareOfLargest(value: Exact, { claims }: Series): number {
  const largest = claims.reduce((most, { high, low }) => {
    const size = high.absolute().compare(low.absolute()) > 0 ? high.absolute() : low.absolute();
    return size.compare(most) > 0 ? size : most;
  }, Exact.of(0));
  return value.absolute().over(largest)?.toNumber() ?? 0;
}
