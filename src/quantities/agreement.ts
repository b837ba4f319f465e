import { Exact } from './exact.ts';
import { isCurrencyCode } from './money.ts';
import { conceptsAgree, conceptsBelow, isConcept } from './nouns.ts';
import type { Quantity } from './quantity.ts';
import { convert as convertKnown, isOfPoints, measureOf, symbolOf } from './units.ts';
import { wordIndex } from './words.ts';

/** Whether the unit of a claim and what an article counts can be the same thing; `unknown` is never a finding. */
export type UnitAgreement = 'agree' | 'disagree' | 'unknown';

/** Units and nouns that a configuration adds to the tables. */
export interface UnitOptions {
  readonly units?: Readonly<
    Record<
      string,
      { readonly words: readonly string[]; readonly conversion?: { readonly factor: Exact; readonly of: string } }
    >
  >;
  readonly nouns?: Readonly<Record<string, { readonly words: readonly string[]; readonly parent?: string }>>;
}

/** What the unit of a claim is, as an annotator may write it: a symbol, a code, a word in any language that is known. */
export type ClaimedUnit =
  | { readonly kind: 'none' | '%' | 'points' | 'rank' | 'times' }
  | { readonly kind: 'money'; readonly codes: readonly string[] }
  | { readonly kind: 'measure'; readonly symbol: string }
  | { readonly kind: 'noun'; readonly concepts: readonly string[] }
  | { readonly kind: 'unknown'; readonly text: string };

const fixed: Readonly<Record<string, ClaimedUnit['kind']>> = {
  '': 'none',
  '%': '%',
  percent: '%',
  'per cent': '%',
  'percentage points': 'points',
  'percentage point': 'points',
  'percentage-points': 'points',
  pp: 'points',
  rank: 'rank',
  times: 'times',
}; // prettier-ignore

/** Everything that the written unit may mean; a word like *pounds* is money and weight. */
export function meaningsOf(unit: string | undefined, options: UnitOptions): readonly ClaimedUnit[] {
  const text = (unit ?? '').trim();
  const lower = text.toLowerCase();
  const known = Object.hasOwn(fixed, lower) ? fixed[lower] : undefined;
  if (known) return [{ kind: known as 'none' }];
  if (isCurrencyCode(text)) return [{ kind: 'money', codes: [text] }];
  if (options.units && Object.hasOwn(options.units, text)) return [{ kind: 'measure', symbol: text }];
  const { concepts, symbols, codes } = wordIndex();
  const own = Object.entries(options.nouns ?? {}).find(
    ([name, noun]) => name === text || noun.words.some((word) => word.toLowerCase() === lower),
  );
  const nouns = [...(own ? [own[0]] : []), ...(isConcept(lower) ? [lower] : []), ...(concepts.get(lower) ?? [])];
  const meanings: ClaimedUnit[] = [];
  const symbol = symbols.get(lower) ?? (text.includes('/') ? compound(text) : undefined);
  if (symbol !== undefined) meanings.push({ kind: 'measure', symbol });
  else if (measureOf(symbolOf(text)) && nouns.length === 0) meanings.push({ kind: 'measure', symbol: symbolOf(text) });
  const code = codes.get(lower);
  if (code) meanings.push({ kind: 'money', codes: code });
  if (nouns.length > 0) meanings.push({ kind: 'noun', concepts: [...new Set(nouns)] });
  return meanings.length > 0 ? meanings : [{ kind: 'unknown', text: lower }];
}

/** `Einwohner/km²`, `euros/mégawattheure`: each part by its own word. */
function compound(text: string): string {
  const { concepts, symbols, codes } = wordIndex();
  const parts = text.split('/').map((part) => {
    const word = part.trim();
    const lower = word.toLowerCase();
    if (isCurrencyCode(word) || measureOf(symbolOf(word))) return symbolOf(word);
    return symbols.get(lower) ?? codes.get(lower)?.[0] ?? concepts.get(lower)?.[0] ?? word;
  });
  return parts.join('/');
}

/** Whether the tables or the configuration know the unit, so that it can be compared. */
export const isKnownUnit = (unit: string, options: UnitOptions): boolean =>
  meaningsOf(unit, options).some((meaning) => meaning.kind !== 'unknown');

/** The symbol of what a quantity is measured in, with what it is divided by: `CNY`, `EUR/MWh`. */
export const printedUnit = (quantity: Quantity): string | undefined =>
  quantity.unit === undefined || quantity.per === undefined ? quantity.unit : `${quantity.unit}/${quantity.per}`;

/** The same for every currency that the printed word may stand for, then each without what it is divided by. */
export function printedUnits({ unit, unitChoices, per }: Quantity): readonly string[] {
  if (unit === undefined) return [];
  const [top = ''] = unit.split('/');
  const tops = unitChoices?.map((choice) => choice + unit.slice(top.length)) ?? [unit];
  return per === undefined ? tops : [...tops.map((top) => `${top}/${per}`), ...tops];
}

/** Compares the unit of a claim with what an article's quantity measures or counts. */
export function unitsAgree(unit: string | undefined, quantity: Quantity, options: UnitOptions): UnitAgreement {
  // A record may always use the article's own word.
  if (unit !== undefined && sameWords(unit.trim().toLowerCase(), quantity)) return 'agree';
  const meanings = meaningsOf(unit, options);
  const answers = meanings.map((meaning) => compared(meaning, unit ?? '', quantity, options));
  if (answers.includes('agree')) return 'agree';
  return answers.length === 1 ? (answers[0] as UnitAgreement) : answers.includes('unknown') ? 'unknown' : 'disagree';
}

function compared(claimed: ClaimedUnit, unit: string, quantity: Quantity, options: UnitOptions): UnitAgreement {
  const bare = quantity.kind === 'number' && quantity.noun === undefined;
  switch (claimed.kind) {
    case 'none':
      if (quantity.kind === 'number' || quantity.kind === 'fraction') return 'agree';
      return quantity.kind === 'ordinal' || quantity.kind === 'multiple' ? 'unknown' : 'disagree';
    case '%':
      // A cell of a table may stand under a heading that nobody could read.
      if (bare && quantity.tabular) return 'unknown';
      return decide(quantity.unit === '%' || quantity.kind === 'fraction');
    case 'points':
      // *rose by 2 points*: where shares are compared, points alone are percentage points.
      return decide(isOfPoints(quantity.unit) || isPoints(quantity));
    case 'rank':
      return decide(quantity.kind === 'ordinal');
    case 'times':
      return decide(quantity.kind === 'multiple');
    case 'money':
      return bare ? 'unknown' : moneyAgrees(claimed.codes, quantity);
    case 'measure':
      // What a price is counted by stands elsewhere than the head of its column, if anywhere.
      if (quantity.tabular && quantity.per === undefined && claimed.symbol.includes('/')) return 'unknown';
      return bare ? 'unknown' : measureAgrees(claimed.symbol, quantity, options);
    case 'noun':
      return nounAgrees(claimed.concepts, unit, quantity, options);
    case 'unknown':
      return 'unknown';
  }
}

/** The concept of the words that everything can be counted by. */
const anything = 'units';

const isPoints = (quantity: Quantity): boolean =>
  quantity.unit === 'points' || (quantity.concepts?.includes('points') ?? false);

const decide = (agrees: boolean): UnitAgreement => (agrees ? 'agree' : 'disagree');

/** Money whose hundredths have names of their own, or that has none. */
const withoutCents: ReadonlySet<string> = new Set(
  'CNY JPY KRW INR PKR BDT RUB UAH PLN CZK HUF RON SEK NOK DKK ISK TRY ILS VND IDR THB BRL'.split(' '),
);

function moneyAgrees(codes: readonly string[], quantity: Quantity): UnitAgreement {
  // *85 euros per megawatt-hour* are euros: what a price is counted by may stand in the label alone.
  const printed = quantity.unitChoices ?? (quantity.unit === undefined ? [] : [quantity.unit.split('/')[0] as string]);
  if (quantity.kind === 'money') return decide(codes.some((code) => printed.includes(code)));
  // *9 milliards promis*: a word that no table knows may be no noun at all.
  if (quantity.kind === 'number' && !quantity.concepts && !quantity.classifier) return 'unknown';
  // 12 cents are 0.12 of some currency, and the article seldom says of which.
  return quantity.unit === 'ct' && codes.some((code) => !withoutCents.has(code)) ? 'agree' : 'disagree';
}

function measureAgrees(symbol: string, quantity: Quantity, options: UnitOptions): UnitAgreement {
  if (quantity.unit === undefined) {
    const noun = quantity.noun?.toLowerCase();
    const printed = noun === undefined ? undefined : wordIndex().symbols.get(noun);
    if (printed !== undefined) return decide(convert(Exact.of(1), printed, symbol, options) !== undefined);
    const counts = quantity.concepts !== undefined || quantity.classifier === true;
    return quantity.kind === 'number' && !counts ? 'unknown' : 'disagree';
  }
  for (const printed of printedUnits(quantity)) {
    if (convert(Exact.of(1), printed, symbol, options)) return 'agree';
    // A weight of CO2 is a weight: the record may leave the gas out, but not put it in.
    const weight = printed.replace(/CO2e/, '');
    if (weight !== printed && convert(Exact.of(1), weight, symbol, options)) return 'agree';
  }
  const comparable =
    (measureOf(quantity.unit) || isConcept(quantity.unit)) &&
    (measureOf(symbol) || options.units?.[symbol]?.conversion);
  return comparable || quantity.kind !== 'measure' ? 'disagree' : 'unknown';
}

function nounAgrees(
  concepts: readonly string[],
  written: string,
  quantity: Quantity,
  options: UnitOptions,
): UnitAgreement {
  if (quantity.unit !== undefined) {
    // *points* and *generations* are counted in one language and measured in another.
    if (quantity.kind === 'measure' && (concepts.includes(quantity.unit) || quantity.unit === written)) return 'agree';
    if (quantity.unit === 'percentage points' && concepts.includes('points')) return 'agree';
    return 'disagree';
  }
  if (quantity.kind === 'fraction') return 'disagree';
  if (quantity.noun === undefined) return 'agree';
  if (!quantity.concepts)
    return quantity.classifier || sameWords(written.toLowerCase(), quantity) ? 'agree' : 'unknown';
  // *215.900 Einheiten*: of what is told by the words around.
  if (concepts.length === 0 || concepts.includes(anything) || quantity.concepts.includes(anything)) return 'agree';
  const parents: Record<string, string> = {};
  for (const [name, noun] of Object.entries(options.nouns ?? {}))
    if (noun.parent !== undefined) parents[name] = noun.parent;
  // What a classifier counts is one of its things or a kind of one, never something wider.
  const agrees = quantity.classifier ? conceptsBelow : conceptsAgree;
  return decide(agrees(concepts, quantity.concepts, parents));
}

const sameWords = (text: string, quantity: Quantity): boolean =>
  [quantity.noun, quantity.unit].some((word) => word !== undefined && word.toLowerCase() === text);

/**
 * The value in another unit, each part of a compound one by its symbol or its word (`EUR/month`); the configuration's
 * conversions count too. Undefined where dimensions differ.
 */
export function convert(value: Exact, from: string, to: string, options: UnitOptions = {}): Exact | undefined {
  const known =
    convertKnown(value, from, meaningPoints(to) ? 'percentage points' : to) ?? convertCompound(value, from, to);
  if (known) return known;
  const [head = ''] = to.split('/');
  if (isCurrencyCode(head) && !withoutCents.has(head) && (from === 'ct' || from.startsWith('ct/'))) {
    return convertKnown(value.times10(-2), from.replace('ct', head), to);
  }
  if (from.includes('CO2e') && !to.includes('CO2e')) return convertKnown(value, from.replace('CO2e', ''), to);
  const own = (unit: string): { factor: Exact; of: string } | undefined =>
    options.units && Object.hasOwn(options.units, unit) ? options.units[unit]?.conversion : undefined;
  const above = own(from);
  if (above) return above.of === from ? undefined : convertKnown(value.times(above.factor), above.of, to);
  const below = own(to);
  const base = below && below.of !== to ? convertKnown(value, from, below.of) : undefined;
  return base && below ? base.over(below.factor) : undefined;
}

const meaningPoints = (unit: string): boolean => {
  const lower = unit.toLowerCase();
  return Object.hasOwn(fixed, lower) && fixed[lower] === 'points';
};

function convertCompound(value: Exact, from: string, to: string): Exact | undefined {
  return from.includes('/') && to.includes('/') ? convertKnown(value, compound(from), compound(to)) : undefined;
}

/** The known noun or unit that is spelled most like the one given; undefined where none is near. */
export function nearestNoun(unit: string, options: UnitOptions): string | undefined {
  const wanted = unit.toLowerCase();
  const limit = wanted.length < 5 ? 1 : 2;
  let best: string | undefined;
  let least = limit + 1;
  for (const word of [
    ...Object.keys(options.nouns ?? {}),
    ...wordIndex().concepts.keys(),
    ...wordIndex().symbols.keys(),
  ]) {
    if (Math.abs(word.length - wanted.length) >= least) continue;
    const edits = editDistance(wanted, word, least);
    if (edits < least) {
      least = edits;
      best = word;
    }
  }
  return best;
}

/** Levenshtein's distance, row by row; at least `limit` where it is not below. */
function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] as number;
}
