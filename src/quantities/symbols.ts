import { unitSymbols } from './units.ts';

/** Spellings of unit symbols with the symbol, the longest first. They are told from each other by case. */
type Spellings = (readonly [spelling: string, symbol: string])[];

/** Unit symbols by the units that they begin with: what is no symbol mostly differs in the first two. */
export class SymbolTable {
  private readonly ofOne = new Map<number, Spellings>();
  private readonly ofMore = new Map<number, Spellings>();

  /** With the symbols that a configuration adds. */
  constructor(additions: readonly string[]) {
    for (const entry of unitSymbols) this.add(entry);
    for (const symbol of additions) this.add([symbol, symbol]);
    for (const [key, list] of this.ofMore) {
      list.sort(([a], [b]) => b.length - a.length);
      list.push(...(this.ofOne.get(key & 0xffff) ?? []));
    }
  }

  private add(entry: readonly [spelling: string, symbol: string]): void {
    const isOne = entry[0].length === 1;
    const map = isOne ? this.ofOne : this.ofMore;
    const key = isOne ? entry[0].charCodeAt(0) : keyOf(entry[0], 0);
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  }

  /** The spellings of which one may start at the offset. */
  at(text: string, offset: number): Readonly<Spellings> | undefined {
    if (offset >= text.length) return undefined;
    const more = offset + 1 < text.length ? this.ofMore.get(keyOf(text, offset)) : undefined;
    return more ?? this.ofOne.get(text.charCodeAt(offset));
  }
}

const keyOf = (text: string, offset: number): number => text.charCodeAt(offset) | (text.charCodeAt(offset + 1) << 16);
