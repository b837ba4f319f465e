import type { FigureClaim, PolicyRecord } from '../../records/model.ts';
import { daysOf } from '../calendar.ts';
import { insertedKey, replacement } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** An actual figure of a time that had not come when the source was published. */
export const figureKind: Rule = {
  id: 'figure/kind',
  severity: 'warning',
  title: 'an actual figure of the future',
  figureEvidence(figure, { passage }, { record }) {
    const published = passage.state?.published;
    const period = figure.period && daysOf(figure.period.value);
    if (!figure.period || !published || !period || figure.kind !== 'actual' || period.first <= published.last)
      return [];
    const { start, end } = figure.kindSpan ?? figure.period;
    return [
      {
        start,
        end,
        message: `The source was published ${publishedOn(passage.state?.source.published?.value ?? '')}, before ${figure.period.value}; such a figure is a target or an estimate, not an actual one.`,
        expected: 'target or estimate',
        found: 'actual',
        fix: fixFor(figure, record),
      },
    ];
  },
};

function fixFor(figure: FigureClaim, { text }: PolicyRecord) {
  const title = 'Call it a target';
  if (figure.kindSpan) return replacement(figure.kindSpan, 'target', title);
  return insertedKey({ text, mapping: figure }, figure.value, 'kind', 'target', title);
}

/** *on 2026-01-16*, *in 2026*, *in 2026-01*. */
const publishedOn = (date: string): string => `${date.length === 10 ? 'on' : 'in'} ${date}`;
