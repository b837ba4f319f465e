import { Exact } from './exact.ts';
import type { LanguageTable } from './language.ts';
import { languages } from './languages/index.ts';
import { isCurrencyCode } from './money.ts';
import { conceptsAgree, isConcept } from './nouns.ts';
import { spellings } from './phrases.ts';
import type { Quantity } from './quantity.ts';
import { convert as convertKnown, measureOf, symbolOf } from './units.ts';

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
type ClaimedUnit =
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

/** Words of every language table → what they stand for. Built once, when a unit is first compared. */
class WordIndex {
  readonly concepts = new Map<string, string[]>();
  readonly symbols = new Map<string, string>();
  readonly codes = new Map<string, string[]>();

  constructor(tables: readonly LanguageTable[]) {
    for (const table of tables) {
      for (const [concept, words] of Object.entries(table.nouns.words)) {
        for (const word of words.flatMap(spellings)) add(this.concepts, word.toLowerCase(), concept);
      }
      for (const [word, concepts] of Object.entries(table.nouns.classifiers)) {
        for (const concept of concepts) add(this.concepts, word, concept);
        if (concepts.length === 0) this.concepts.set(word, this.concepts.get(word) ?? []);
      }
      for (const [symbol, words] of Object.entries(table.units)) {
        for (const word of words.flatMap(spellings))
          if (!this.symbols.has(word.toLowerCase())) this.symbols.set(word.toLowerCase(), symbol);
      }
      for (const [code, words] of Object.entries(table.currencies)) {
        for (const word of words.flatMap(spellings)) add(this.codes, word.toLowerCase(), code);
      }
    }
  }
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

let index: WordIndex | undefined;
function words(): WordIndex {
  index ??= new WordIndex(languages);
  return index;
}

function understand(unit: string | undefined, options: UnitOptions): ClaimedUnit {
  const text = (unit ?? '').trim();
  const lower = text.toLowerCase();
  const known = Object.hasOwn(fixed, lower) ? fixed[lower] : undefined;
  if (known) return { kind: known as 'none' };
  if (isCurrencyCode(text)) return { kind: 'money', codes: [text] };
  if (options.units && Object.hasOwn(options.units, text)) return { kind: 'measure', symbol: text };
  const own = Object.entries(options.nouns ?? {}).find(
    ([name, noun]) => name === text || noun.words.some((word) => word.toLowerCase() === lower),
  );
  if (own) return { kind: 'noun', concepts: [own[0]] };
  if (isConcept(lower) && !measureOf(text)) return { kind: 'noun', concepts: [lower] };
  if (measureOf(symbolOf(text))) return { kind: 'measure', symbol: symbolOf(text) };
  const { concepts, symbols, codes } = words();
  const symbol = symbols.get(lower);
  if (symbol !== undefined) return { kind: 'measure', symbol };
  const code = codes.get(lower);
  if (code) return { kind: 'money', codes: code };
  const nouns = concepts.get(lower);
  if (nouns) return { kind: 'noun', concepts: nouns };
  return { kind: 'unknown', text: lower };
}

/** Whether the tables or the configuration know the unit, so that it can be compared. */
export const isKnownUnit = (unit: string, options: UnitOptions): boolean =>
  understand(unit, options).kind !== 'unknown';

/** The symbol of what a quantity is measured in, with what it is divided by: `CNY`, `EUR/MWh`. */
export const printedUnit = (quantity: Quantity): string | undefined =>
  quantity.unit === undefined || quantity.per === undefined ? quantity.unit : `${quantity.unit}/${quantity.per}`;

/** Compares the unit of a claim with what an article's quantity measures or counts. */
export function unitsAgree(unit: string | undefined, quantity: Quantity, options: UnitOptions): UnitAgreement {
  const claimed = understand(unit, options);
  const bare = quantity.kind === 'number' && quantity.noun === undefined;
  switch (claimed.kind) {
    case 'none':
      if (quantity.kind === 'number' || quantity.kind === 'fraction') return 'agree';
      return quantity.kind === 'ordinal' || quantity.kind === 'multiple' ? 'unknown' : 'disagree';
    case '%':
      return decide(quantity.unit === '%' || quantity.kind === 'fraction');
    case 'points':
      return decide(quantity.unit === 'percentage points');
    case 'rank':
      return decide(quantity.kind === 'ordinal');
    case 'times':
      return decide(quantity.kind === 'multiple');
    case 'money':
      return bare ? 'unknown' : decide(quantity.kind === 'money' && moneyAgrees(claimed.codes, quantity));
    case 'measure':
      return bare ? 'unknown' : measureAgrees(claimed.symbol, quantity, options);
    case 'noun':
      return nounAgrees(claimed.concepts, unit ?? '', quantity, options);
    case 'unknown':
      return sameWords(claimed.text, quantity) ? 'agree' : 'unknown';
  }
}

const decide = (agrees: boolean): UnitAgreement => (agrees ? 'agree' : 'disagree');

function moneyAgrees(codes: readonly string[], quantity: Quantity): boolean {
  const printed = quantity.unitChoices ?? (quantity.unit === undefined ? [] : [quantity.unit]);
  return codes.some((code) => printed.includes(code));
}

function measureAgrees(symbol: string, quantity: Quantity, options: UnitOptions): UnitAgreement {
  if (quantity.unit === undefined) {
    const noun = quantity.noun?.toLowerCase();
    const printed = noun === undefined ? undefined : words().symbols.get(noun);
    if (printed !== undefined) return decide(convert(Exact.of(1), printed, symbol, options) !== undefined);
    return quantity.kind === 'number' ? (quantity.concepts ? 'disagree' : 'unknown') : 'disagree';
  }
  for (const printed of [printedUnit(quantity), quantity.unit]) {
    if (printed !== undefined && convert(Exact.of(1), printed, symbol, options)) return 'agree';
  }
  const comparable = measureOf(quantity.unit) && (measureOf(symbol) || options.units?.[symbol]?.conversion);
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
    return 'disagree';
  }
  if (quantity.kind === 'fraction') return 'disagree';
  if (quantity.noun === undefined) return 'agree';
  if (!quantity.concepts)
    return quantity.classifier || sameWords(written.toLowerCase(), quantity) ? 'agree' : 'unknown';
  if (concepts.length === 0) return 'agree';
  const parents: Record<string, string> = {};
  for (const [name, noun] of Object.entries(options.nouns ?? {}))
    if (noun.parent !== undefined) parents[name] = noun.parent;
  return decide(conceptsAgree(concepts, quantity.concepts, parents));
}

const sameWords = (text: string, quantity: Quantity): boolean =>
  [quantity.noun, quantity.unit].some((word) => word !== undefined && word.toLowerCase() === text);

/** The value in another unit; the configuration's conversions count too. Undefined where dimensions differ. */
export function convert(value: Exact, from: string, to: string, options: UnitOptions = {}): Exact | undefined {
  const known = convertKnown(value, from, to);
  if (known) return known;
  const own = (unit: string): { factor: Exact; of: string } | undefined =>
    options.units && Object.hasOwn(options.units, unit) ? options.units[unit]?.conversion : undefined;
  const above = own(from);
  if (above) return above.of === from ? undefined : convertKnown(value.times(above.factor), above.of, to);
  const below = own(to);
  const base = below && below.of !== to ? convertKnown(value, from, below.of) : undefined;
  return base && below ? base.over(below.factor) : undefined;
}

/** The known noun or unit that is spelled most like the one given; undefined where none is near. */
export function nearestNoun(unit: string, options: UnitOptions): string | undefined {
  const wanted = unit.toLowerCase();
  const limit = wanted.length < 5 ? 1 : 2;
  let best: string | undefined;
  let least = limit + 1;
  for (const word of [...Object.keys(options.nouns ?? {}), ...words().concepts.keys(), ...words().symbols.keys()]) {
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
