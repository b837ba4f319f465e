import { classAt, DIGIT, skipSpace, skipSpaceBack } from './characters.ts';
import { itemAt, itemOf, nounOf } from './item.ts';
import type { Item } from './item-model.ts';
import { scaleAfter } from './numeral.ts';
import { altered } from './numeral-model.ts';
import { dataOf } from './phrases.ts';
import { qualifierBefore } from './qualifier-reader.ts';
import { type Before, shared } from './ranges.ts';
import { A, B } from './roles.ts';
import type { Scope } from './scope.ts';

/**
 * Numbers whose unit, or scale and unit, stands further on: behind a bracket (*ten (10) years*), or behind a second number
 * that something parts from the first (*at least 3 and at most 5 years*, *from 3 in 2020 to 5 per cent in 2024*).
 */
export function withLateUnit(scope: Scope, item: Item, before: Before): Item {
  const { numeral, unit } = item;
  if (unit || numeral.scaled || numeral.kind || !numeral.value) return item;
  const { text } = scope;
  const gap = skipSpace(text, item.end);
  if (text[gap] === '(' || text[gap] === '（') {
    const behind = behindBracket(scope, item, gap);
    if (behind) return behind;
  } else if (text[item.end] === ')' || text[item.end] === '）') {
    return insideBracket(scope, item) ?? item;
  }
  const second = secondBound(scope, item) ?? secondLevel(scope, item, before);
  return second ? shared(item, second) : item;
}

/** *zehn (10) Jahre*, *rund 3 (2020: 2,5) Mrd. Euro*: a bracket with digits stands between the number and its scale and unit. */
function behindBracket(scope: Scope, item: Item, open: number): Item | undefined {
  const inside = /^[(（][^()（）\n]{0,16}?\d[\d., :\u00a0\u202f]*[)）]/u.exec(scope.text.slice(open, open + 32));
  return inside ? measuredFrom(scope, item, open + inside[0].length) : undefined;
}

/** The number of the bracket itself, if the one before the bracket is as bare. */
function insideBracket(scope: Scope, item: Item): Item | undefined {
  const before = scope.text.slice(Math.max(0, item.start - 32), item.start);
  return /[\d\p{L}] ?[(（][^()（）\n]{0,16}$/u.test(before) ? measuredFrom(scope, item, item.end + 1) : undefined;
}

/** The item with the scale and the unit that stand behind `end`, if there is a unit. */
function measuredFrom(scope: Scope, item: Item, end: number): Item | undefined {
  const { numeral } = item;
  const scale = scaleAfter(scope, numeral.start, end);
  const value = scale ? numeral.value?.times10(scale.power) : numeral.value;
  const scaled = scale && { value, scaled: true, power: scale.power, integer: undefined };
  const made = itemOf(scope, altered(numeral, { end: scale?.end ?? end, ...scaled }));
  if (!made.unit || made.unit.start !== undefined) return undefined;
  return { ...item, numeral: altered(numeral, { ...scaled }), unit: { ...made.unit, end: item.end } };
}

/** How far behind a number the next one may stand. */
const reach = 40;

/** Where the next digits stand, in the same clause and with nothing else that could be a number between. */
function nextDigits({ text }: Scope, from: number): number | undefined {
  for (let i = from; i < from + reach && i < text.length; i++) {
    if (classAt(text, i) === DIGIT) return i;
    if ('.;!?()。；！？（）\n'.includes(text[i] as string)) return undefined;
  }
  return undefined;
}

/** *at least 3, at most 5 years*: both numbers have a qualifier, and nothing but a comma or *and*, *but* parts them. */
function secondBound(scope: Scope, item: Item): Item | undefined {
  const { text, lexicon } = scope;
  if (lexicon.before.match(text, skipSpaceBack(text, item.start), B.qualifier | B.filler) === undefined)
    return undefined;
  const at = nextDigits(scope, item.end);
  const bound = at === undefined ? undefined : qualifierBefore(scope, at, false);
  if (at === undefined || !bound || bound.start < item.end || !qualifierBefore(scope, item.start, false))
    return undefined;
  const parted = text
    .slice(item.end, bound.start)
    .replace(/^\s*[,，、]/, '')
    .trim();
  if (parted !== '' && !isLittleWord(scope, bound.start, parted)) return undefined;
  return withUnit(scope, at);
}

/** One word that joins: *and*, *but*. */
function isLittleWord({ text, lexicon }: Scope, end: number, word: string): boolean {
  const start = skipSpaceBack(text, end) - word.length;
  return !/\s.*\s/.test(word) && lexicon.after.match(text, start, A.and | A.stop)?.end === start + word.length;
}

/** *from 3 in 2020 to 5 per cent*: after a word of change, with a year of its own between the first number and the second. */
function secondLevel(scope: Scope, item: Item, before: Before): Item | undefined {
  const { text, lexicon } = scope;
  if (!lexicon.spaced || !before.changes(item.start)) return undefined;
  const year = /^\s*(?:\((?:\p{L}+\s)?|(?:\p{L}{1,8}\s){1,3})(?:1[89]|20)\d\d\)?(?!\d|[.,]\d)/u.exec(
    text.slice(item.end, item.end + 30),
  );
  const end = item.end + (year?.[0].length ?? 0);
  const to = year ? scope.after(end, A.connector | A.changeTo) : undefined;
  const opened = to && (dataOf(to, A.changeTo) !== undefined || scope.before(item.start, B.from) !== undefined);
  return to && opened ? withUnit(scope, skipSpace(text, to.end)) : undefined;
}

/** The item at the offset, if something is measured by it in a unit behind it, and it is not itself the second of a third. */
function withUnit(scope: Scope, at: number): Item | undefined {
  const second = itemAt(scope, at);
  if (second?.start !== at || !second.numeral.value || second.numeral.kind) return undefined;
  if (second.unit) return second.unit.start === undefined ? second : undefined;
  return second.numeral.scaled && nounOf(scope, second) ? second : undefined;
}
