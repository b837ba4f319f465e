import { mostTokens } from './vocabulary.ts';

/** Bits of a token in a key; the rest of 31 are the node's. */
const tokenBits = Math.log2(mostTokens);

/** At most so many nodes fit in a key. */
export const mostNodes: number = 1 << (31 - tokenBits);

/**
 * The edges of a trie: node and token → child, in one open-addressed hash table (Knuth, TAOCP 3, 6.4: Fibonacci
 * hashing, linear probing) with key and child side by side, so that an edge is one look into memory.
 */
export class EdgeTable {
  private bits = 12;
  private cells = new Uint32Array(2 << this.bits);
  private size = 0;

  /** Makes room for so many edges at once, in a table that is empty. */
  reserve(edges: number): void {
    while (edges << 1 > 1 << this.bits) this.bits++;
    this.cells = new Uint32Array(2 << this.bits);
  }

  /** The child of a node; 0, which is no child, where there is none. */
  child(node: number, token: number): number {
    const { cells } = this;
    const key = (node << tokenBits) | token;
    const mask = cells.length - 1;
    let cell = (Math.imul(key, 0x9e3779b1) >>> (32 - this.bits)) << 1;
    for (;;) {
      const there = cells[cell] as number;
      if (there === key) return cells[cell + 1] as number;
      if (there === 0) return 0;
      cell = (cell + 2) & mask;
    }
  }

  /** Adds an edge that is not there yet. The key of node 0 and token 0 stands for an empty cell. */
  add(node: number, token: number, child: number): void {
    if (++this.size << 1 > 1 << this.bits) this.grow();
    this.put((node << tokenBits) | token, child);
  }

  /** Calls for each edge, in no order. */
  forEach(call: (node: number, token: number, child: number) => void): void {
    const { cells } = this;
    for (let cell = 0; cell < cells.length; cell += 2) {
      const key = cells[cell] as number;
      if (key !== 0) call(key >>> tokenBits, key & (mostTokens - 1), cells[cell + 1] as number);
    }
  }

  private put(key: number, child: number): void {
    const { cells } = this;
    const mask = cells.length - 1;
    let cell = (Math.imul(key, 0x9e3779b1) >>> (32 - this.bits)) << 1;
    while (cells[cell] !== 0) cell = (cell + 2) & mask;
    cells[cell] = key;
    cells[cell + 1] = child;
  }

  private grow(): void {
    const { cells } = this;
    this.bits++;
    this.cells = new Uint32Array(2 << this.bits);
    for (let cell = 0; cell < cells.length; cell += 2) {
      if (cells[cell] !== 0) this.put(cells[cell] as number, cells[cell + 1] as number);
    }
  }
}
