/** Wrong qualifiers: taken out, put in, turned to another one and to the opposite. */
import type { Qualifier } from '../../src/quantities/quantity.ts';
import type { FigureClaim } from '../../src/records/model.ts';
import { isEndOfRange, isPrinted, isRounded } from './contradiction.ts';
import { insertion, removal } from './edits.ts';
import type { Maker, Mutant, Subject } from './mutant.ts';
import { rulesOfValue } from './values.ts';

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

export const qualifierMutants: Maker<FigureClaim> = (subject) => {
  const { claim, record } = subject;
  if (claim.derived) return [];
  const right = claim.qualifier?.value ?? 'exact';
  // What is right may be said in the article in one of several ways, and a wrong one must contradict each of them.
  const said = compatible[right];
  return all
    .filter((other) => other !== right)
    .map((other): Mutant => {
      const excused = said.some((one) => compatible[one].includes(other))
        ? 'the two qualifiers may stand for each other'
        : other === 'about' && mayBeRounded(subject)
          ? 'the record says about, and the number rounds to it'
          : undefined;
      return {
        kind: 'qualifier',
        what: `qualifier ${right} → ${other}`,
        edit: editTo(other, claim, record.text),
        rules: rulesFor(subject),
        ...(excused !== undefined && { excused }),
      };
    });
};

/** Whether every piece of the evidence gives the number less round than the record. */
function mayBeRounded({ claim, grounds }: Subject<FigureClaim>): boolean {
  const { value } = claim.value;
  const ends = value.kind === 'number' ? [value.number] : [value.min, value.max];
  return grounds.every((ground) => ends.every((end) => isRounded(end, ground) && !isPrinted(end, ground)));
}

/** A rounded number and a bound that a range entails are right by their qualifier alone: without it the number is wrong. */
function rulesFor(subject: Subject<FigureClaim>): readonly string[] {
  const { claim, grounds } = subject;
  const { value } = claim.value;
  const isBound = value.kind === 'number' && grounds.some((ground) => isEndOfRange(value.number, ground));
  return ['figure/qualifier', ...(isBound || mayBeRounded(subject) ? rulesOfValue(claim) : [])];
}

function editTo(qualifier: Said, { qualifier: own, value }: FigureClaim, text: string): Mutant['edit'] {
  if (!own) return insertion(text, value, 'qualifier', qualifier);
  return qualifier === 'exact' ? removal(text, own) : { start: own.start, end: own.end, newText: qualifier };
}
