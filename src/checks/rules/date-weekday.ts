import { daysOf, weekdayName, weekdayOf } from '../calendar.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { shown, sliceOf } from '../wording.ts';

/** The weekday that the source prints does not fall on the date. */
export const dateWeekday: Rule = {
  id: 'date/weekday',
  severity: 'warning',
  title: 'the weekday does not fall on the date',
  dateEvidence(claim, { passage, best }) {
    if (passage.kind !== 'quoted' && passage.kind !== 'whole') return [];
    const days = daysOf(claim.date.value);
    const printed = best?.agreement === 'same' ? best.printed : undefined;
    if (!printed?.weekday || !days || days.first !== days.last || weekdayOf(days.first) === printed.weekday) return [];
    const { start, end } = claim.date;
    return [
      {
        start,
        end,
        message: `The source says “${shown(sliceOf(passage.article, printed))}”, a ${weekdayName(printed.weekday)}; ${claim.date.value} is a ${weekdayName(weekdayOf(days.first))}. Check the year.`,
        expected: weekdayName(printed.weekday),
        found: weekdayName(weekdayOf(days.first)),
        related: [placeIn(passage.state, printed)],
      },
    ];
  },
};
