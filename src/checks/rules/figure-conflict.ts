import { convert } from '../../quantities/agreement.ts';
import type { ClaimedNumber, ClaimedValue } from '../../records/model.ts';
import type { OtherFigure, SharedFigure } from '../context.ts';
import type { Rule } from '../rule.ts';
import { placeOf } from '../variants.ts';
import { claimText } from '../wording.ts';

/** Where more claims than these differ, it is said of so many; to compare each with each would take a time that grows with their square. */
const mostCompared = 500;

/** Another record gives another value for the same indicator, kind, period and jurisdiction. */
export const figureConflict: Rule = {
  id: 'figure/conflict',
  severity: 'warning',
  title: 'another record gives another value',
  figure(figure, { input, record }) {
    if (!figure.indicator) return [];
    let rival: OtherFigure | undefined;
    let count = 0;
    let isCut = false;
    const variants = input.variants(placeOf(figure, record.jurisdiction?.value));
    // In the order of their first paths: none behind one that differs begins with an earlier path.
    for (const [index, variant] of variants.entries()) {
      isCut = rival !== undefined && index >= mostCompared;
      if (isCut) break;
      if (!contradict(figure, variant[0].figure)) continue;
      for (const other of variant) {
        if (other.path === record.path) continue;
        count += 1;
        if (!rival || inOrder(other, rival) < 0) rival = other;
      }
    }
    if (!rival) return [];
    const { start, end } = figure.value;
    return [
      {
        start,
        end,
        message: `${nameOf(rival)} gives ${claimText(rival.figure)} for “${figure.indicator.value}”${figure.period ? ` in ${figure.period.value}` : ''}; this record gives ${claimText(figure)}${more(count, isCut)}.`,
        expected: claimText(rival.figure),
        found: claimText(figure),
      },
    ];
  },
};

const inOrder = (a: OtherFigure, b: OtherFigure): number =>
  a.path === b.path ? a.figure.start - b.figure.start : a.path < b.path ? -1 : 1;

const nameOf = ({ path, recordId }: OtherFigure): string =>
  recordId ? `The record “${recordId}” (${path})` : `The record ${path}`;

const more = (count: number, isCut: boolean): string =>
  count > 1
    ? `; ${isCut ? 'at least ' : ''}${count - 1} more ${count === 2 ? 'record differs' : 'records differ'}`
    : '';

/** Whether two figures of one indicator cannot both be right; in units that cannot be converted they say nothing. */
function contradict(one: SharedFigure, other: SharedFigure): boolean {
  const from = other.unit?.value;
  const to = one.unit?.value;
  const value = from === to ? other.value.value : converted(other.value.value, from, to);
  return (
    value !== undefined &&
    !agree(one.value.value, value, one.qualifier?.value === 'about' || other.qualifier?.value === 'about')
  );
}

function converted(value: ClaimedValue, from: string | undefined, to: string | undefined): ClaimedValue | undefined {
  if (from === undefined || to === undefined) return undefined;
  const change = (number: ClaimedNumber): ClaimedNumber | undefined => {
    const result = convert(number.value, from, to);
    return result && { ...number, value: result };
  };
  if (value.kind === 'number') {
    const number = change(value.number);
    return number && { kind: 'number', number };
  }
  const [min, max] = [change(value.min), change(value.max)];
  return min && max && { kind: 'range', min, max };
}

function agree(one: ClaimedValue, other: ClaimedValue, isRounded: boolean): boolean {
  if (one.kind === 'range' || other.kind === 'range') {
    return (
      one.kind === 'range' &&
      other.kind === 'range' &&
      same(one.min, other.min, isRounded) &&
      same(one.max, other.max, isRounded)
    );
  }
  return same(one.number, other.number, isRounded);
}

function same(a: ClaimedNumber, b: ClaimedNumber, isRounded: boolean): boolean {
  if (a.value.equals(b.value)) return true;
  const precision = Math.max(a.precision, b.precision);
  return isRounded && a.value.roundedTo(precision).equals(b.value.roundedTo(precision));
}
