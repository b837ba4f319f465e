import { printedUnit } from '../quantities/agreement.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { FigureEvidence } from './assess.ts';
import type { DateEvidence } from './assess-date.ts';
import { dateText } from './plain-words.ts';
import { qualifierText, readableQuantity, withUnit } from './wording.ts';

/** What the article says at that place, in English: `nearly 350 billion CNY`; a thing by the record's name where they agree. */
export function figureSaid({ best }: FigureEvidence, claimed: string | undefined): string | undefined {
  if (!best) return undefined;
  const { quantity, unit } = best;
  const { qualifier } = quantity;
  const number = isShare(quantity, claimed)
    ? withUnit(readableQuantity(inPercent(quantity)), claimed)
    : withUnit(readableQuantity(quantity), printedUnit(quantity) ?? (unit === 'agree' ? claimed : quantity.noun));
  return qualifier ? `${qualifierText(qualifier)} ${number}` : number;
}

/** *Half* beside a claim in percent. */
const isShare = ({ kind, unit }: Quantity, claimed: string | undefined): boolean =>
  kind === 'fraction' && unit === undefined && claimed === '%';

const inPercent = ({ value, min, max }: Quantity): Pick<Quantity, 'value' | 'min' | 'max'> => ({
  ...(value && { value: value.times10(2) }),
  ...(min && { min: min.times10(2) }),
  ...(max && { max: max.times10(2) }),
});

/** The date that stands there: `20 March`; nothing of one that is told from the day of writing. */
export const dateSaid = ({ best }: DateEvidence): string | undefined =>
  best && best.agreement !== 'relative' ? dateText(best.printed.date) : undefined;
