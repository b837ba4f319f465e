/** Wrong qualifiers: taken out, put in, turned to another one and to the opposite. */
import type { Qualifier } from '../../src/quantities/quantity.ts';
import type { FigureClaim } from '../../src/records/model.ts';
import { insertion, removal } from './edits.ts';
import type { Maker, Mutant } from './mutant.ts';

type Said = Qualifier | 'exact';

const all: readonly Said[] = ['exact', 'about', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most'];

/** What may stand for what, by the contract; everything stands for itself. */
const compatible: Readonly<Record<Said, readonly Said[]>> = {
  exact: ['exact'],
  about: ['about', 'nearly'],
  nearly: ['nearly', 'about', 'less-than'],
  'more-than': ['more-than', 'at-least'],
  'at-least': ['at-least', 'more-than'],
  'less-than': ['less-than', 'at-most', 'nearly'],
  'at-most': ['at-most', 'less-than'],
};

export const qualifierMutants: Maker<FigureClaim> = ({ claim, record }) => {
  if (claim.derived) return [];
  const right = claim.qualifier?.value ?? 'exact';
  // What is right may be said in the article in one of several ways, and a wrong one must contradict each of them.
  const said = compatible[right];
  return all
    .filter((other) => other !== right)
    .map((other): Mutant => {
      const fitting = said.find((one) => compatible[one].includes(other));
      return {
        kind: 'qualifier',
        what: `qualifier ${right} → ${other}`,
        edit: editTo(other, claim, record.text),
        rules: ['figure/qualifier'],
        ...(fitting !== undefined && { excused: 'the two qualifiers may stand for each other' }),
      };
    });
};

function editTo(qualifier: Said, { qualifier: own, value }: FigureClaim, text: string): Mutant['edit'] {
  if (!own) return insertion(text, value, 'qualifier', qualifier);
  return qualifier === 'exact' ? removal(text, own) : { start: own.start, end: own.end, newText: qualifier };
}
