import { skipSpace } from './characters.ts';
import type { Quantity } from './quantity.ts';
import { A } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** How many units of text may stand before the number whose scale and unit another one has too. */
const reach = 40;

/**
 * Gives a number that stands alone the scale and the unit of one further on as another way to take it: *France received 40
 * and Italy 59 million euros*, *2.3 of the 9 billion*. Words between the two keep it from being certain, so that the number
 * alone may be meant as well.
 */
export function withSharedMeasures(scope: Scope, read: readonly Quantity[]): readonly Quantity[] {
  const quantities = [...read];
  // From the last, so that the first of three has what the second has of the third.
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [first, second] = [quantities[i], quantities[i + 1]] as [Quantity, Quantity];
    if (isBare(first) && leadsOn(scope, first.end, second.start))
      quantities[i] = sharing(first, second.shared ?? second) ?? first;
  }
  return quantities;
}

const isBare = ({ kind, noun, value, power }: Quantity): boolean =>
  kind === 'number' && noun === undefined && value !== undefined && power === undefined;

/** Whether *and*, *of* or a comma follows, and no sentence ends before the other number. */
function leadsOn({ text, lexicon }: Scope, end: number, next: number): boolean {
  if (next - end > reach || /[.!?;:。！？；：\n|]/.test(text.slice(end, next))) return false;
  return (
    isSign(text, end, SIGNS.comma) || lexicon.after.match(text, skipSpace(text, end), A.and | A.link) !== undefined
  );
}

function sharing(number: Quantity, { kind, unit, unitChoices, per, power }: Quantity): Quantity | undefined {
  if (unit === undefined ? power === undefined : kind !== 'money' && kind !== 'percentage') return undefined;
  const { value } = number;
  const shared: Quantity = {
    ...number,
    kind,
    ...(value && { value: power === undefined ? value : value.times10(power) }),
    ...(power !== undefined && { power }),
    ...(unit !== undefined && { unit }),
    ...(unitChoices && { unitChoices }),
    ...(per !== undefined && { per }),
  };
  return { ...number, shared };
}
