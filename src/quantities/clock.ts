import { skipSpaceBack } from './characters.ts';
import { Exact } from './exact.ts';
import type { Item } from './item-model.ts';
import type { Numeral } from './numeral-model.ts';
import { dataOf } from './phrases.ts';
import { qualifierBefore } from './qualifier-reader.ts';
import type { Pair } from './ranges.ts';
import { A, B } from './roles.ts';
import type { Scope } from './scope.ts';

/**
 * Times of day in a language that has one word for *hours* and *o'clock*: *vers 18 heures*, *de 9 h à 17 h*. A span of time
 * has its object (*à deux heures de Paris*), its frequency (*8 heures par jour*) or its qualifier beside it.
 */
export function timeOfDay(scope: Scope, item: Item, pair: Pair | undefined): number | undefined {
  const { lexicon } = scope;
  if (lexicon.table.dates.hourWords === undefined || !isHour(item)) return undefined;
  if (pair) return pair.range && isHour(pair.second) ? pair.second.end : undefined;
  const clock = scope.before(item.start, B.clock);
  if (!clock || dataOf(clock, B.clock) === 'lasts') return undefined;
  if (qualifierBefore(scope, item.start, true)) return undefined;
  const next = scope.after(item.end, A.link | A.per);
  return next && dataOf(next, A.per) !== 'article' ? undefined : item.end;
}

const isHour = ({ numeral, unit }: Item): boolean =>
  unit?.unit === 'hours' &&
  unit.per === undefined &&
  numeral.value !== undefined &&
  numeral.value.compare(Exact.of(24)) <= 0;

/** *le jeudi 20*: the day of a month that is not named. */
export function isDayOfWeek(scope: Scope, { start, end, integer, length }: Numeral): boolean {
  const { text, lexicon } = scope;
  if (integer === undefined || integer > 31 || length > 2 || !lexicon.spaced) return false;
  let at = skipSpaceBack(text, start);
  // *Montag, den 3.*
  const little = lexicon.before.match(text, at, B.dateLink);
  if (little && little.start < at) at = skipSpaceBack(text, little.start);
  if (text[at - 1] === ',') at = skipSpaceBack(text, at - 1);
  if (!lexicon.before.match(text, at, B.weekday)) return false;
  return !scope.after(end, A.noun);
}
