import { classAt, IDEOGRAPH, isLetter, skipSpace, skipSpaceBack } from './characters.ts';
import { rateBase } from './codes.ts';
import { Exact } from './exact.ts';
import type { Numeral } from './numeral-model.ts';
import { dataOf, isBorder, type PhraseMatch } from './phrases.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { newUnit, pluralOfNumber, shortTime, spansOfTime, type UnitReading } from './unit-model.ts';
import { symbolOf } from './units.ts';

/** What stands before a number and tells its unit, or what its unit is counted by. */

/** *aged 18*, *under-25s*: a number of years without the word. */
export function ageOf(scope: Scope, numeral: Numeral): UnitReading | undefined {
  const { text, lexicon } = scope;
  const { start, end, integer, scaled } = numeral;
  const named = pluralOfNumber(text, numeral) || isAgeGroup(scope, numeral);
  if (named && integer !== undefined && integer < 130) return newUnit('measure', 'years', end);
  if (!lexicon.table.ages || scaled || numeral.kind || !numeral.value || numeral.value.compare(oldest) > 0)
    return undefined;
  let at = skipSpaceBack(text, start);
  const qualifier = lexicon.before.match(text, at, B.qualifier);
  if (qualifier && !lexicon.before.match(text, at, B.age)) at = skipSpaceBack(text, qualifier.start);
  if (at === start || !lexicon.before.match(text, at, B.age)) return undefined;
  if (scope.after(end, A.noun)) return undefined;
  const age = newUnit('measure', 'years', end);
  // As with a currency sign, what stands before the first end of a range belongs to both.
  age.start = start;
  return age;
}

/** *10 per 100,000 inhabitants*: where the round number of things ends that a number is counted by, and counts none itself. */
export function pastRoundBase(scope: Scope, end: number): number | undefined {
  const { text, lexicon } = scope;
  const per = scope.after(end, A.per);
  const stroke = rateBase(scope, end);
  if (stroke !== undefined) return stroke;
  if (!per || !isLetter(text, per.start)) return undefined;
  const from = skipSpace(text, per.end);
  // *je eine Million Einwohner*
  const article = lexicon.spaced ? lexicon.number.match(text, from, N.article) : undefined;
  const at = article ? skipSpace(text, article.end) : from;
  const round = /^1(?:0{0,2}(?:[ ,.'’\u00a0\u2009\u202f]000){1,2}|0{2,6})(?![\d.,]\d|\d)/.exec(
    text.slice(at, at + 12),
  )?.[0];
  const scale = round === undefined ? lexicon.number.match(text, at, N.scale | N.multiplier | N.cardinal) : undefined;
  const to = round === undefined ? scale?.end : at + round.length;
  if (to === undefined || (scale && !(scale.roles & (N.scale | N.multiplier)))) return undefined;
  // *6.2 per 100,000.*
  const closed = round !== undefined && per.end - per.start > 2 && /^\s*(?:[.,;:)!?]|$)/.test(text.slice(to, to + 3));
  return closed || scope.after(to, A.noun) ? to : undefined;
}

/** *under 5s and over 75s*: people of an age behind a word for under or over, and no seconds. */
export const isAgeGroup = (scope: Scope, { start, end, form, integer }: Numeral): boolean =>
  form === 'digits' &&
  scope.text[end] === 's' &&
  isBorder(scope.text, end + 1) &&
  integer !== undefined &&
  integer <= 100 &&
  scope.before(start, B.qualifier) !== undefined;

/** Nobody is older. */
const oldest = Exact.of(130);

/** 每平方公里300人: people and other things that are known, counted by an area or another measure before the number. */
export function countedBy(scope: Scope, { start, end }: Numeral): UnitReading | undefined {
  const { lexicon } = scope;
  if (lexicon.table.perBefore === undefined) return undefined;
  const match = scope.before(start, B.perUnit);
  const symbol = match && dataOf<string>(match, B.perUnit);
  if (symbol === undefined || spansOfTime.has(symbol)) return undefined;
  const noun = scope.after(end, A.noun);
  const concept = noun && dataOf<readonly string[]>(noun, A.noun)?.[0];
  return noun && concept !== undefined ? newUnit('measure', `${concept}/${symbol}`, noun.end) : undefined;
}

/** 每千瓦时补贴0.03元: a short verb stands between. */
function beforeVerb({ text, lexicon }: Scope, end: number): PhraseMatch | undefined {
  for (let at = end - 1; at > end - 5 && classAt(text, at) === IDEOGRAPH; at--) {
    const match = lexicon.before.match(text, at, B.perUnit);
    if (match) return match;
  }
  return undefined;
}

/** 每小时5公里, 每吨100元, 时速达350公里: what the unit is counted by stands before the number. */
export function withPerBefore(scope: Scope, unit: UnitReading, start: number): UnitReading {
  const { text, lexicon } = scope;
  if (lexicon.table.perBefore === undefined || unit.unit.includes('/')) return unit;
  if (unit.kind !== 'measure' && unit.kind !== 'money') return unit;
  const near = skipSpaceBack(text, start);
  let at = near;
  let match = lexicon.before.match(text, at, B.perUnit);
  for (let step = 0; step < 2 && !match; step++) {
    const little = lexicon.before.match(text, at, B.qualifier | B.reach | B.filler);
    if (!little) {
      match = unit.kind === 'money' ? beforeVerb(scope, at) : undefined;
      if (!match) return unit;
      break;
    }
    at = little.start;
    match = lexicon.before.match(text, at, B.perUnit);
  }
  const symbol = match && dataOf<string>(match, B.perUnit);
  if (!match || symbol === undefined || spansOfTime.has(unit.unit)) return unit;
  if (spansOfTime.has(symbol) && (unit.kind === 'money' || !(symbol in shortTime))) return { ...unit, per: symbol };
  const by = { ...unit, unit: symbolOf(`${unit.unit}/${shortTime[symbol] ?? symbol}`) };
  return at === near ? { ...by, start: match.start } : by;
}
