import { classAt, DIGIT, folded, IDEOGRAPH, isLetter, LETTER, OTHER, SPACE, skipSpace } from './characters.ts';
import { codesIn, currencyBefore } from './currency-reader.ts';
import { isCurrencyCode } from './money.ts';
import { behindLittleWord } from './names.ts';
import { codeAt } from './numeral.ts';
import type { Numeral } from './numeral-model.ts';
import { dataOf, isBorder, type PhraseMatch } from './phrases.ts';
import type { Qualifier } from './quantity.ts';
import { A, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { ageOf, countedBy, isAgeGroup, withPerBefore } from './unit-before.ts';
import { newUnit, pluralOfNumber, shortTime, spansOfTime, type UnitDraft, type UnitReading } from './unit-model.ts';

const units = A.percent | A.points | A.currency | A.unit | A.multiple;

/** Symbols of one letter that follow a number closely in names of things: 4K, 7B, 3A. */
const doubtfulAttached = new Set(['K', 'B', 'A', 'V', 'J', 'N']);
/** Symbols of one letter that are a word or a label of their own behind a space. */
const doubtfulSpaced = new Set(['A', 'B', 'J', 'K', 'N']);

/** The unit behind the number, or the currency before it. */
export function readUnit(scope: Scope, numeral: Numeral): UnitReading | undefined {
  if (numeral.unit !== undefined) {
    return newUnit(numeral.unit === '%' ? 'percentage' : 'measure', numeral.unit, numeral.end);
  }
  const before = currencyBefore(scope, numeral);
  const after = unitAfter(scope, numeral);
  if (!before)
    return after ? withPerBefore(scope, after, numeral.start) : (ageOf(scope, numeral) ?? countedBy(scope, numeral));
  if (numeral.article) return undefined;
  if (after?.kind !== 'money') {
    const unit = moneyUnit(before.codes, before.end);
    unit.start = before.start;
    unit.power = before.power;
    return withPer(scope, unit);
  }
  const shared = before.codes.filter((code) => codesOf(after).includes(code));
  const unit = moneyUnit(shared.length > 0 ? shared : [after.unit], after.end);
  unit.start = before.start;
  return unit;
}

const codesOf = (unit: UnitReading): readonly string[] => unit.choices ?? [unit.unit];

function unitAfter(scope: Scope, numeral: Numeral): UnitReading | undefined {
  const { text, lexicon } = scope;
  const { end } = numeral;
  const at = skipSpace(text, pastRoundAmount(text, numeral));
  if (pluralOfNumber(text, numeral) || isAgeGroup(scope, numeral)) return undefined;
  const degrees = attachedDegrees(scope, numeral);
  if (degrees) return degrees;
  const read = unitAt(scope, at, at === end);
  // *80p a therm*, and no 1080p: a word of one letter for small money stands right behind a small number.
  const isLetterOfMoney = read?.unit.startsWith('ct') === true && isBorder(text, at + 1) && isLetter(text, at);
  const direct = isLetterOfMoney && (at > end || (numeral.integer ?? 0) > 250) ? undefined : read;
  if (direct) {
    // 一块五毛: the smaller money behind it tells that 一块 is money.
    const counted = isLetter(text, at) || lexicon.number.match(text, direct.end, N.cardinal) !== undefined;
    return numeral.article && direct.kind === 'money' && !counted ? undefined : direct;
  }
  const time = pastModifier(scope, at);
  if (time) return time;
  if (folded[text.charCodeAt(end)] === 0x2d && (isLetter(text, end + 1) || text[end + 1] === '%')) {
    const hyphened = unitAt(scope, end + 1, false);
    if (hyphened) return hyphened;
  }
  const { spaced } = lexicon;
  if (spaced && numeral.form === 'digits' && !numeral.scaled && !numeral.decimal) return undefined;
  const link = lexicon.after.match(text, at, A.link);
  if (spaced && (numeral.kind === 'fraction' || (numeral.form === 'words' && numeral.decimal))) {
    // *a quarter of a percentage point*, *ein Viertel eines Prozentpunkts*
    const article = lexicon.number.match(text, link ? skipSpace(text, link.end) : at, N.article);
    // *two-thirds a year ago*: an article that also stands for *per* needs its link.
    const linked = link || (article && lexicon.after.match(text, article.start, A.per)?.end !== article.end);
    const of = article && linked ? unitAt(scope, skipSpace(text, article.end), false) : undefined;
    if (of) return of.kind === 'measure' || of.kind === 'percentage' ? of : undefined;
  }
  if (!link) return undefined;
  let from = skipSpace(text, link.end);
  // 3个多月, 三个半月: vague or halved between the link and the unit.
  const inside = spaced ? undefined : lexicon.number.match(text, from, N.inner | N.andHalf);
  if (inside) from = skipSpace(text, inside.end);
  const unit = unitAt(scope, from, false) ?? (inside && splitUnit(scope, link, from));
  if (!unit || unit.kind === 'multiple' || (spaced && unit.kind === 'percentage')) return undefined;
  const qualifier = inside && dataOf<Qualifier>(inside, N.inner);
  return inside ? { ...unit, qualifier, half: !qualifier } : unit;
}

/** `5,- EUR`, `1'200.– Franken`: the dash stands for the cents that a round amount of money has not. */
function pastRoundAmount(text: string, { end, form }: Numeral): number {
  const sign = text[end];
  if ((sign !== ',' && sign !== '.') || form !== 'digits') return end;
  let at = end + 1;
  while (folded[text.charCodeAt(at)] === 0x2d && at < end + 3) at++;
  return at > end + 1 ? at : end;
}

/** 3个多月: the unit 个月 with a word inside it. */
function splitUnit(scope: Scope, link: PhraseMatch, from: number): UnitReading | undefined {
  const { text, lexicon } = scope;
  const head = text.slice(link.start, link.end);
  const match = lexicon.after.match(head + text.slice(from, from + 8), 0, A.unit | A.points);
  if (!match || match.end <= head.length) return undefined;
  const end = from + match.end - head.length;
  const unit = dataOf<string>(match, A.unit);
  return unit === undefined ? newUnit('percentage', 'percentage points', end) : newUnit('measure', unit, end);
}

/** *six premiers mois*: a word between the number and a span of time. */
function pastModifier(scope: Scope, at: number): UnitReading | undefined {
  const { text, lexicon } = scope;
  if (!lexicon.spaced) return undefined;
  const modifier = lexicon.after.match(text, at, A.modifier | A.cutoff);
  if (!modifier) return undefined;
  const unit = scope.after(modifier.end, A.unit);
  const symbol = unit && dataOf<string>(unit, A.unit);
  return unit && symbol !== undefined && spansOfTime.has(symbol) ? newUnit('measure', symbol, unit.end) : undefined;
}

/** The unit that starts at `at`; `attached` where no space stands between it and the number. */
function unitAt(scope: Scope, at: number, attached: boolean): UnitReading | undefined {
  const { text, lexicon } = scope;
  const match = lexicon.after.match(text, at, units);
  // A sign with digits behind it is money of its own: *a $10 fund*, *5 $3 notes*.
  if (
    match &&
    classAt(text, match.end - 1) === OTHER &&
    dataOf(match, A.currency) !== undefined &&
    classAt(text, match.end) === DIGIT &&
    !(attached && centsBehind(text, match.end))
  )
    return undefined;
  // *15 por 100.000*: the hundred goes on as another number.
  if (
    match &&
    classAt(text, match.end - 1) === DIGIT &&
    /^[ .,\u00a0\u202f]\d{3}/.test(text.slice(match.end, match.end + 4))
  )
    return undefined;
  const symbol = symbolAt(scope, at, attached);
  const code = codeAt(text, at, attached);
  if (code && isCurrencyCode(code) && (!match || match.end <= at + 3)) {
    return withPer(scope, newUnit('money', code, at + 3));
  }
  if (
    symbol &&
    (!match ||
      symbol.end > match.end ||
      (symbol.end === match.end && dataOf(match, A.unit) === undefined && dataOf(match, A.currency) === undefined))
  ) {
    return withPer(scope, newUnit('measure', symbol.symbol, symbol.end));
  }
  if (!match || countsThings(scope, match)) return undefined;
  // 从3升至5%: a verb that opens with the word for a unit.
  const verb = lexicon.spaced ? undefined : lexicon.after.match(text, at, A.changeTo);
  if (verb && verb.end > match.end) return undefined;
  // *12 points de recharge* are things that are counted: the longer phrase says what the word means.
  const noun = lexicon.after.match(text, at, A.noun);
  if (noun && noun.end > match.end && lexicon.spaced) return undefined;
  if (dataOf(match, A.points) !== undefined) return newUnit('percentage', 'percentage points', match.end);
  if (dataOf(match, A.percent) !== undefined) return newUnit('percentage', '%', match.end);
  if (dataOf(match, A.currency) !== undefined) {
    const money = moneyUnit(codesIn(match, A.currency), match.end);
    money.power = lexicon.subunits.get(text.slice(match.start, match.end));
    return withPer(scope, money);
  }
  const unit = dataOf<string>(match, A.unit);
  if (unit !== undefined) return withPer(scope, measureUnit(match, unit));
  // *30 x 20 cm*: a length by a length.
  if (lexicon.spaced && classAt(text, skipSpace(text, match.end)) === DIGIT) return undefined;
  return newUnit('multiple', 'times', match.end);
}

/** `5€50`: the cents behind the sign that stands right behind the number. */
export const centsBehind = (text: string, end: number): boolean =>
  /^\d\d(?![\p{L}\d.,])/u.test(text.slice(end, end + 3));

/** 18分 are points or minutes: a word that two units share stands for both. */
function measureUnit(match: PhraseMatch, symbol: string): UnitDraft {
  const unit = newUnit('measure', symbol, match.end);
  const shared = match.allSenses.filter((sense) => sense.role === A.unit).map((sense) => sense.data as string);
  if (shared.length > 1) unit.choices = shared;
  return unit;
}

function moneyUnit(codes: readonly string[], end: number): UnitDraft {
  const unit = newUnit('money', codes[0] as string, end);
  if (codes.length > 1) unit.choices = codes;
  return unit;
}

/** 10万块芯片, 2048块H800: a word of money that is a classifier too, with a thing behind it. */
function countsThings({ text, lexicon }: Scope, { start, end, roles }: PhraseMatch): boolean {
  if (lexicon.spaced || (roles & A.currency) === 0) return false;
  if (lexicon.after.match(text, start, A.classifier)?.end !== end) return false;
  // 4514亿块: in everyday words nobody counts so much money.
  const scale = lexicon.number.match(text, start - 1, N.scale);
  if (scale?.end === start && (dataOf<number>(scale, N.scale) ?? 0) > 7) return true;
  return isLetter(text, end) || lexicon.after.match(text, end, A.noun) !== undefined;
}

function symbolAt(scope: Scope, at: number, attached: boolean): { symbol: string; end: number } | undefined {
  const { text, lexicon } = scope;
  const known = lexicon.symbols.at(text, at);
  if (!known) return undefined;
  for (const [spelling, symbol] of known) {
    const end = at + spelling.length;
    if (!text.startsWith(spelling, at) || !isBorder(text, end)) continue;
    // *1m85*: the decimals of a height; else digits behind it make a name of it.
    if (classAt(text, end) === DIGIT && !(spelling === 'm' && /^\d\d(?![\p{L}\d])/u.test(text.slice(end, end + 3))))
      continue;
    if (spelling.length === 1 && (attached ? doubtfulAttached : doubtfulSpaced).has(spelling)) return undefined;
    // An apostrophe goes on with the word: *5 l'an*.
    if (spelling.length === 1 && folded[text.charCodeAt(end)] === 0x27) return undefined;
    return { symbol, end };
  }
  return undefined;
}

/** `EUR/MWh` is one unit; *euros par mois* is a unit with another one that it is counted by. */
function withPer(scope: Scope, unit: UnitReading): UnitReading {
  const { text, lexicon } = scope;
  if (text[unit.end] === '/' || text[unit.end] === '／') {
    const below = bottomAt(scope, unit.end + 1);
    return below ? { ...unit, unit: `${unit.unit}/${shortTime[below.unit] ?? below.unit}`, end: below.end } : unit;
  }
  // *a $100-a-barrel price*
  const hyphened = folded[text.charCodeAt(unit.end)] === 0x2d;
  const at = hyphened ? unit.end + 1 : skipSpace(text, unit.end);
  const per =
    lexicon.after.match(text, at, A.per) ?? (unit.kind === 'money' ? perBehindModifier(scope, at) : undefined);
  if (!per) {
    const behind = hyphened || unit.kind !== 'measure' ? undefined : perBehindStuff(scope, at);
    if (behind === undefined || spansOfTime.has(unit.unit)) return unit;
    return spansOfTime.has(behind) ? { ...unit, per: behind } : { ...unit, unit: `${unit.unit}/${behind}` };
  }
  if (text.slice(per.start, per.end) === '/') return unit;
  if (dataOf(per, A.per) === 'round' && classAt(text, skipSpace(text, per.end)) !== DIGIT) return unit;
  const often = dataOf<{ readonly span?: string }>(per, A.per)?.span;
  if (often !== undefined) return spansOfTime.has(unit.unit) ? unit : { ...unit, per: often };
  if (hyphened && folded[text.charCodeAt(per.end)] !== 0x2d) return unit;
  const below = bottomAt(scope, hyphened ? per.end + 1 : skipSpace(text, per.end));
  if (!below || below.counted) return unit;
  // *300 euros le mois dernier*: when, and not for how long.
  if (dataOf(per, A.per) === 'article' && (unit.kind !== 'money' || saysWhen(scope, below.end))) return unit;
  // *By the year* says how often, *by the megawatt-hour* of what: only the second is a unit of its own.
  return spansOfTime.has(below.unit)
    ? { ...unit, per: below.unit }
    : { ...unit, unit: `${unit.unit}/${below.unit}`, end: below.end };
}

/** *300 euros le mois dernier*, *50 Euro im Jahr 2024*. */
const saysWhen = (scope: Scope, end: number): boolean =>
  scope.after(end, A.relative) !== undefined || /^\s*(?:\d|\p{Lu}\p{Ll}+ \d{4})/u.test(scope.text.slice(end, end + 20));

/** *1,8 litre d'eau par kilowattheure*: what is measured stands between the measure and what it is counted by. */
function perBehindStuff(scope: Scope, at: number): string | undefined {
  const { text, lexicon } = scope;
  if (!lexicon.spaced || !isLetter(text, at)) return undefined;
  const link = lexicon.after.match(text, at, A.link);
  const from = link ? skipSpace(text, link.end) : at;
  const stuff = /^\p{L}[\p{L}\d-]+(?=\s\p{L})/u.exec(text.slice(from, from + 24))?.[0];
  if (stuff === undefined || lexicon.after.match(text, from, A.stop | A.qualifier | A.per)?.start === from)
    return undefined;
  const per = scope.after(from + stuff.length, A.per);
  if (!per || dataOf(per, A.per) !== true || !isLetter(text, per.start)) return undefined;
  // *a* stands for *per* behind the unit alone.
  if (lexicon.number.match(text, per.start, N.article)?.end === per.end) return undefined;
  const below = bottomAt(scope, skipSpace(text, per.end));
  return below && !below.counted ? below.unit : undefined;
}

/** *12,82 € brutto je Stunde*: a word between the money and what it is paid for. */
function perBehindModifier(scope: Scope, at: number): PhraseMatch | undefined {
  const modifier = scope.lexicon.spaced ? scope.lexicon.after.match(scope.text, at, A.modifier) : undefined;
  const per = modifier && scope.after(modifier.end, A.per);
  const plain = per && dataOf(per, A.per) !== 'round' && isLetter(scope.text, per.start);
  return plain ? per : undefined;
}

const ofStroke: Readonly<Record<string, string>> = { a: 'years', d: 'days' };

/** What stands below the line: a symbol, a unit word, a noun. */
function bottomAt(scope: Scope, at: number): { unit: string; end: number; counted?: true } | undefined {
  const { text, lexicon } = scope;
  if (classAt(text, at) === DIGIT) {
    // *6 l/100 km*
    const round = /^1(?:0{0,2}(?:[ .,\u00a0\u202f]000)+|0+)(?![\d.,]\d|\d)/.exec(text.slice(at, at + 10))?.[0];
    const many = round === undefined ? undefined : bottomAt(scope, skipSpace(text, at + round.length));
    return many && !many.counted ? { unit: `${round?.replace(/\D/g, '')}${many.unit}`, end: many.end } : undefined;
  }
  // *les mille litres*
  const scale = lexicon.spaced ? lexicon.number.match(text, at, N.scale) : undefined;
  const power = scale && dataOf<number>(scale, N.scale);
  const ofMany = scale && power ? bottomAt(scope, skipSpace(text, scale.end)) : undefined;
  if (power && ofMany && !ofMany.counted) return { unit: `1${'0'.repeat(power)}${ofMany.unit}`, end: ofMany.end };
  // `GWh/a`, `t/d`: letters that stand for spans of time behind the stroke alone.
  const span = isBorder(text, at + 1) && text[at - 1] === '/' ? ofStroke[text[at] ?? ''] : undefined;
  if (span) return { unit: span, end: at + 1 };
  const symbol = symbolAt(scope, at, false);
  const match = lexicon.after.match(text, at, A.unit | A.noun);
  // *par tonne-kilomètre* is counted by a unit that the table does not know, and not by the tonne.
  if (match && folded[text.charCodeAt(match.end)] === 0x2d && isLetter(text, match.end + 1)) return undefined;
  if (symbol && (!match || symbol.end >= match.end)) return { unit: symbol.symbol, end: symbol.end };
  if (!match) return undefined;
  const unit = dataOf<string>(match, A.unit);
  if (unit !== undefined) return { unit, end: match.end };
  return {
    unit: dataOf<readonly string[]>(match, A.noun)?.[0] ?? text.slice(at, match.end),
    end: match.end,
    counted: true,
  };
}

/** `1.5C`, *below 2C*, `40F`: degrees without their sign. A whole number with a letter is a name, but behind a little word. */
function attachedDegrees(scope: Scope, { start, end, form, scaled, decimal }: Numeral): UnitReading | undefined {
  const { text, lexicon } = scope;
  const letter = text[end];
  if ((letter !== 'C' && letter !== 'F') || form !== 'digits' || scaled || !lexicon.spaced) return undefined;
  if (!isBorder(text, end + 1) || classAt(text, end + 1) === DIGIT || '-+/'.includes(text[end + 1] ?? ' '))
    return undefined;
  const ranged = folded[text.charCodeAt(start - 1)] === 0x2d && classAt(text, start - 2) === DIGIT;
  if (!decimal && !ranged && !behindLittleWord(scope, start)) return undefined;
  return newUnit('measure', `°${letter}`, end + 1);
}

/** Whether a letter goes on right behind the number, which makes it a name unless a unit was read there: *6G*. */
export const lettersFollow = (text: string, end: number): boolean =>
  (classAt(text, end) === LETTER && classAt(text, end - 1) !== IDEOGRAPH) ||
  (folded[text.charCodeAt(end)] === 0x5f && classAt(text, end - 1) !== SPACE && isLetter(text, end + 1));
