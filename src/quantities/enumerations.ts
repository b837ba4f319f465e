import { isLetter, skipSpace } from './characters.ts';
import { itemAt } from './item.ts';
import type { Item } from './item-model.ts';
import { dataOf } from './phrases.ts';
import { shared } from './ranges.ts';
import { A } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** No list of figures that people write out is longer. */
const mostItems = 12;

/**
 * *3, 5 and 7 million*, 分别为3、5、7亿元: three numbers or more of which the last alone has a scale or a unit, which then
 * belongs to all. Undefined where the list ends in a bare number, or has something between its numbers.
 */
export function enumerated(scope: Scope, first: Item): readonly Item[] | undefined {
  // *$3, 5 and 7 million*: the sign stands once, before the first.
  const signed = first.unit?.start !== undefined && !first.numeral.scaled;
  if (!signed && !isBare(first)) return undefined;
  const items: Item[] = [first];
  let joined = false;
  for (let last = first; isBare(last) || (signed && last === first); ) {
    const joint = jointBehind(scope, last);
    if (!joint || joined || items.length === mostItems) return undefined;
    const next = itemAt(scope, joint.end);
    if (!next?.numeral.value || next.numeral.kind || next.numeral.article || next.start !== joint.end) return undefined;
    joined = joint.word;
    items.push(next);
    last = next;
  }
  const last = items[items.length - 1] as Item;
  // *in 3, 5, 7 % of cases*: without a word before the last one the commas may part other things.
  if (items.length < 3 || (!joined && scope.lexicon.spaced)) return undefined;
  if (last.unit?.start !== undefined || (signed && last.unit)) return undefined;
  return items.map((item) => {
    const scaled = item === last ? last : shared(item, last);
    return signed && item !== first ? withSign(scaled, first) : scaled;
  });
}

const withSign = (item: Item, first: Item): Item => ({
  ...item,
  unit: first.unit && { ...first.unit, start: undefined, end: item.end },
});

const isBare = ({ numeral, unit }: Item): boolean =>
  numeral.value !== undefined && unit === undefined && !numeral.scaled && numeral.kind === undefined;

/** A comma, a word for *and* or *or*, or both; where the next number may start. */
function jointBehind(scope: Scope, { end }: Item): { end: number; word: boolean } | undefined {
  const { text, lexicon } = scope;
  const comma = isSign(text, end, SIGNS.comma);
  const at = skipSpace(text, comma ? end + 1 : end);
  if (comma && at === end + 1 && lexicon.spaced) return undefined;
  const match = lexicon.after.match(text, at, A.and);
  const word = match !== undefined && dataOf(match, A.and) !== undefined && isLetterOrSign(text, match.start);
  if (!word) return comma ? { end: at, word: false } : undefined;
  return { end: skipSpace(text, match.end), word: true };
}

const isLetterOrSign = (text: string, offset: number): boolean =>
  isLetter(text, offset) || text[offset] === '&' || text.charCodeAt(offset) > 0x2e80;
