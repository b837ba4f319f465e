import { classAt, DIGIT, folded, isLetter, LETTER, SPACE, skipSpace, skipSpaceBack } from './characters.ts';
import { A, B, opensAmount } from './lexicon.ts';
import { isCurrencyCode } from './money.ts';
import { codeAt, type Numeral, type Scope } from './numeral.ts';
import { dataOf, isBorder, type PhraseMatch } from './phrases.ts';
import type { QuantityKind } from './quantity.ts';

/** The unit beside a number. */
export interface UnitReading {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly choices?: readonly string[];
  readonly per?: string;
  /** Offset after the unit; the number's own end where it stands before the number. */
  readonly end: number;
  /** Where a sign before the number starts. */
  readonly start?: number;
}

const units = A.percent | A.points | A.currency | A.unit | A.multiple;

/** Symbols of one letter that follow a number closely in names of things: 4K, 7B, 3A. */
const doubtfulAttached = new Set(['K', 'B', 'A', 'V', 'J', 'N']);
/** Symbols of one letter that are a word or a label of their own behind a space. */
const doubtfulSpaced = new Set(['A', 'B', 'J', 'K', 'N', 'V']);

/** The unit behind the number, or the currency before it. */
export function readUnit(scope: Scope, numeral: Numeral): UnitReading | undefined {
  const before = currencyBefore(scope, numeral.start);
  const after = unitAfter(scope, numeral);
  if (!before) return after;
  if (after?.kind === 'money') {
    const shared = codesOf(before).filter((code) => codesOf(after).includes(code));
    const unit = shared[0] ?? after.unit;
    return { kind: 'money', unit, ...(shared.length > 1 && { choices: shared }), end: after.end, ...startOf(before) };
  }
  return before;
}

const codesOf = (unit: UnitReading): readonly string[] => unit.choices ?? [unit.unit];
const startOf = (unit: UnitReading): { start?: number } => (unit.start === undefined ? {} : { start: unit.start });

/** *€ 3 Mio.*, `$1.2bn`, *RMB 300 billion*, *CNY 5*. */
function currencyBefore(scope: Scope, start: number): UnitReading | undefined {
  const { text, lexicon } = scope;
  const at = skipSpaceBack(text, start);
  if (at < start - 1) return undefined;
  const code = codeAt(text, at - 3);
  if (code && opensAmount(code)) return { kind: 'money', unit: code, end: start, start: at - 3 };
  const match = lexicon.before.match(text, at, B.currency);
  // A word that ends right before the number would count something else: *5 yuans 300*.
  if (!match || (at === start && isLetter(text, at - 1) && lexicon.table.spaced && at - match.start > 3)) return undefined;
  if (classAt(text, skipSpaceBack(text, match.start) - 1) === DIGIT && isLetter(text, at - 1)) return undefined;
  return { ...money(match, B.currency), end: start, start: match.start };
}

function money(match: PhraseMatch, role: number): { kind: 'money'; unit: string; choices?: readonly string[] } {
  const codes = [...new Set(match.senses.filter((sense) => sense.role === role).map((sense) => sense.data as string))];
  return { kind: 'money', unit: codes[0] as string, ...(codes.length > 1 && { choices: codes }) };
}

function unitAfter(scope: Scope, numeral: Numeral): UnitReading | undefined {
  const { text, lexicon } = scope;
  const { end } = numeral;
  const at = skipSpace(text, end);
  const direct = unitAt(scope, at, at === end);
  if (direct) return direct;
  if (folded[text.charCodeAt(end)] === 0x2d && isLetter(text, end + 1)) {
    const hyphened = unitAt(scope, end + 1, false);
    if (hyphened) return hyphened;
  }
  if (numeral.form === 'digits' && !numeral.scaled && !numeral.decimal) return undefined;
  const link = lexicon.after.match(text, at, A.link);
  if (!link) return undefined;
  const linked = unitAt(scope, skipSpace(text, link.end), false);
  return linked && linked.kind !== 'percentage' && linked.kind !== 'multiple' ? linked : undefined;
}

/** The unit that starts at `at`; `attached` where no space stands between it and the number. */
function unitAt(scope: Scope, at: number, attached: boolean): UnitReading | undefined {
  const { text, lexicon } = scope;
  const match = lexicon.after.match(text, at, units);
  const symbol = symbolAt(scope, at, attached);
  const code = codeAt(text, at);
  if (code && isCurrencyCode(code) && (!match || match.end <= at + 3)) {
    return withPer(scope, { kind: 'money', unit: code, end: at + 3 });
  }
  if (symbol && (!match || symbol.end > match.end || (symbol.end === match.end && dataOf(match, A.unit) === undefined && dataOf(match, A.currency) === undefined))) {
    return withPer(scope, { kind: 'measure', unit: symbol.symbol, end: symbol.end });
  }
  if (!match) return undefined;
  if (dataOf(match, A.points) !== undefined) return { kind: 'percentage', unit: 'percentage points', end: match.end };
  if (dataOf(match, A.percent) !== undefined) return { kind: 'percentage', unit: '%', end: match.end };
  if (dataOf(match, A.currency) !== undefined) return withPer(scope, { ...money(match, A.currency), end: match.end });
  const unit = dataOf<string>(match, A.unit);
  if (unit !== undefined) return withPer(scope, { kind: 'measure', unit, end: match.end });
  return { kind: 'multiple', unit: 'times', end: match.end };
}

function symbolAt(scope: Scope, at: number, attached: boolean): { symbol: string; end: number } | undefined {
  const { text, lexicon } = scope;
  for (let length = Math.min(lexicon.longestSymbol, text.length - at); length > 0; length--) {
    const symbol = lexicon.symbols.get(text.slice(at, at + length));
    if (symbol === undefined) continue;
    const end = at + length;
    if (!isBorder(text, end) || classAt(text, end) === DIGIT) continue;
    if (length === 1 && (attached ? doubtfulAttached : doubtfulSpaced).has(text[at] as string)) return undefined;
    // An apostrophe goes on with the word: *5 l'an*.
    if (length === 1 && folded[text.charCodeAt(end)] === 0x27) return undefined;
    return { symbol, end };
  }
  return undefined;
}

/** `EUR/MWh` is one unit; *euros par mois* is a unit with another one that it is counted by. */
function withPer(scope: Scope, unit: UnitReading): UnitReading {
  const { text, lexicon } = scope;
  if (text[unit.end] === '/' || text[unit.end] === '／') {
    const below = bottomAt(scope, unit.end + 1);
    return below ? { ...unit, unit: `${unit.unit}/${below.unit}`, end: below.end } : unit;
  }
  const per = lexicon.after.match(text, skipSpace(text, unit.end), A.per);
  if (!per || text.slice(per.start, per.end) === '/') return unit;
  const below = bottomAt(scope, skipSpace(text, per.end));
  return below ? { ...unit, per: below.unit } : unit;
}

/** What stands below the line: a symbol, a unit word, a noun. */
function bottomAt(scope: Scope, at: number): { unit: string; end: number } | undefined {
  const { text, lexicon } = scope;
  const symbol = symbolAt(scope, at, false);
  const match = lexicon.after.match(text, at, A.unit | A.noun);
  if (symbol && (!match || symbol.end >= match.end)) return { unit: symbol.symbol, end: symbol.end };
  if (!match) return undefined;
  const unit = dataOf<string>(match, A.unit);
  if (unit !== undefined) return { unit, end: match.end };
  return { unit: dataOf<readonly string[]>(match, A.noun)?.[0] ?? text.slice(at, match.end), end: match.end };
}

/** Whether a letter goes on right behind the number, which makes it a name unless a unit was read there: *6G*. */
export const lettersFollow = (text: string, end: number): boolean =>
  classAt(text, end) === LETTER || (folded[text.charCodeAt(end)] === 0x5f && classAt(text, end - 1) !== SPACE);
