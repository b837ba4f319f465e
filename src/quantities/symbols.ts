import { unitSymbols } from './units.ts';

/** Spellings of unit symbols with the symbol, the longest first. They are told from each other by case. */
type Spellings = (readonly [spelling: string, symbol: string])[];

/** Unit symbols by the units that they begin with: what is no symbol mostly differs in the first two. */
export class SymbolTable {
  private readonly ofOne = new Map<number, Spellings>();
  /** With those of `ofOne` that begin alike. */
  private readonly ofMore = new Map<number, Spellings>();

  constructor() {
    // Those of one unit first: each list of longer ones then starts with them.
    for (const isOne of [true, false])
      for (const [spelling, symbol] of unitSymbols) if ((spelling.length === 1) === isOne) this.add(spelling, symbol);
  }

  /** Of two symbols with one spelling the first counts. */
  add(spelling: string, symbol: string = spelling): void {
    const first = spelling.charCodeAt(0);
    if (spelling.length === 1) {
      this.ofOne.set(first, [...(this.ofOne.get(first) ?? []), [spelling, symbol]]);
      for (const [key, list] of this.ofMore) if ((key & 0xffff) === first) list.push([spelling, symbol]);
      return;
    }
    const key = keyOf(spelling, 0);
    const list = this.ofMore.get(key) ?? [...(this.ofOne.get(first) ?? [])];
    const place = list.findIndex(([other]) => other.length < spelling.length);
    list.splice(place < 0 ? list.length : place, 0, [spelling, symbol]);
    this.ofMore.set(key, list);
  }

  /** The spellings of which one may start at the offset. */
  at(text: string, offset: number): Readonly<Spellings> | undefined {
    if (offset >= text.length) return undefined;
    const more = offset + 1 < text.length ? this.ofMore.get(keyOf(text, offset)) : undefined;
    return more ?? this.ofOne.get(text.charCodeAt(offset));
  }
}

const keyOf = (text: string, offset: number): number => text.charCodeAt(offset) | (text.charCodeAt(offset + 1) << 16);
