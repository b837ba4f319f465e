import { classAt, LETTER, skipSpace, skipSpaceBack } from './characters.ts';
import { Exact } from './exact.ts';
import { opensSentence } from './names.ts';
import type { Quantity } from './quantity.ts';
import { A, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** How many units of text may stand between a number and the one whose scale and unit it has too. */
const reach = { before: 40, behind: 60 };

/**
 * Gives a number that stands alone the scale and the unit of one further on as another way to take it: *France received 40
 * and Italy 59 million euros*, *2.3 of the 9 billion*; or of the many before it that it is a part of: *of the €9 billion
 * promised, 2.3 have been spent*. Words between the two keep it from being certain, so that the number alone may be meant
 * as well.
 */
export function withSharedMeasures(scope: Scope, read: readonly Quantity[]): readonly Quantity[] {
  const quantities = [...read];
  // From the last, so that the first of three has what the second has of the third.
  for (let i = quantities.length - 2; i >= 0; i--) {
    const [first, second] = [quantities[i], quantities[i + 1]] as [Quantity, Quantity];
    if (isBare(first) && leadsOn(scope, first.end, second.start))
      quantities[i] = sharing(first, second.shared ?? second) ?? first;
    else if (first.power !== undefined && isPartOf(scope, first, second))
      quantities[i + 1] = sharing(second, first) ?? second;
  }
  return quantities;
}

const isBare = ({ kind, noun, value, min, power }: Quantity): boolean =>
  kind === 'number' && noun === undefined && (value ?? min) !== undefined && power === undefined;

/** Whether *and*, *of* or a comma follows, and no sentence ends before the other number. */
function leadsOn(scope: Scope, end: number, next: number): boolean {
  const { text, lexicon } = scope;
  if (next - end > reach.before || isParted(text, end, next)) return false;
  return (
    isSign(text, end, SIGNS.comma) ||
    lexicon.after.match(text, skipSpace(text, end), A.and | A.link) !== undefined ||
    scope.number(end, N.partLink) !== undefined
  );
}

const isParted = (text: string, from: number, to: number): boolean => /[.!?;:。！？；：\n|]/.test(text.slice(from, to));

/** *Of the 9 billion promised, 2.3 …*: the sentence opens with the many, and the number alone would be a decimal or count nothing. */
function isPartOf(scope: Scope, whole: Quantity, part: Quantity): boolean {
  const { text } = scope;
  const { value, concepts, unit, kind, power } = part;
  if (kind !== 'number' || value === undefined || concepts || unit !== undefined || power !== undefined) return false;
  if (part.start - whole.end > reach.behind || isParted(text, whole.end, part.start)) return false;
  if (!whole.value || value.times10(whole.power ?? 0).compare(whole.value) >= 0) return false;
  return opensWithPartLink(scope, whole.qualifierSpan ? Math.min(whole.qualifierSpan.start, whole.start) : whole.start);
}

/** How many words the link may have: *von den insgesamt*. */
const wordsOfLink = 3;

function opensWithPartLink({ text, lexicon }: Scope, start: number): boolean {
  let at = start;
  for (let words = 0; words < wordsOfLink; words++) {
    const end = skipSpaceBack(text, at);
    at = end;
    while (classAt(text, at - 1) === LETTER) at--;
    if (at === end) return false;
    if (!opensSentence(text, at)) continue;
    const link = lexicon.number.match(text, at, N.partLink) ?? lexicon.after.match(text, at, A.link);
    return link !== undefined && link.end <= start;
  }
  return false;
}

function sharing(number: Quantity, { kind, unit, unitChoices, per, power }: Quantity): Quantity | undefined {
  if (unit === undefined ? power === undefined : kind !== 'money' && kind !== 'percentage') return undefined;
  const { value, min, max } = number;
  // *15.872 oder 2 %*: a count and a share.
  if (kind === 'percentage' && value && value.compare(Exact.of(100)) > 0) return undefined;
  const scaled = (end: Exact): Exact => (power === undefined ? end : end.times10(power));
  const shared: Quantity = {
    ...number,
    kind,
    ...(value && { value: scaled(value) }),
    ...(min && { min: scaled(min) }),
    ...(max && { max: scaled(max) }),
    ...(power !== undefined && { power }),
    ...(unit !== undefined && { unit }),
    ...(unitChoices && { unitChoices }),
    ...(per !== undefined && { per }),
  };
  return { ...number, shared };
}
