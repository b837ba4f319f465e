import { classes, DIGIT, folded, foldText, LETTER, SPACE } from './characters.ts';
import type { Phrase } from './language.ts';

/** All the spellings that a phrase of a table stands for: `(mehr|über) als` is two, `milliard(s)` is two. */
export function spellings(phrase: Phrase): string[] {
  const open = phrase.indexOf('(');
  if (open < 0) return [phrase];
  let depth = 0;
  let close = -1;
  const borders = [open];
  for (let i = open; i < phrase.length; i++) {
    if (phrase[i] === '(') depth++;
    else if (phrase[i] === '|' && depth === 1) borders.push(i);
    else if (phrase[i] === ')' && --depth === 0) {
      close = i;
      break;
    }
  }
  if (close < 0) throw new Error(`A parenthesis of the phrase "${phrase}" is not closed.`);
  borders.push(close);
  const choices = borders.slice(1).map((border, i) => phrase.slice((borders[i] as number) + 1, border));
  if (choices.length === 1) choices.push('');
  const head = phrase.slice(0, open);
  const tail = phrase.slice(close + 1);
  return choices.flatMap((choice) => spellings(head + choice + tail));
}

/**
 * The role of a longer word inside which no phrase counts (签约 is not 约). It stands in every trie, and where it is the
 * longest match nothing is found.
 */
export const WHOLE = 1 << 30;

/** What a phrase means: its role, one bit of a trie's own set, and the data that the role carries. */
export interface Sense<T = unknown> {
  readonly role: number;
  readonly data: T;
}

const letterBits = 13;
const mostNodes = 1 << (31 - letterBits);

/**
 * Phrases in a trie over folded UTF-16 units, walked along the text in one direction. One walk finds the longest phrase
 * of any wanted role, so that what stands beside a number is looked up once for all that it may mean.
 *
 * The edges stand in one open-addressed hash table (Knuth, TAOCP 3, 6.4, linear probing) under node and letter, as a
 * walk is made dozens of times for each number; every node knows the roles below it, so that most walks end at once.
 */
export class PhraseTrie {
  private keys = new Uint32Array(1 << 12);
  private children = new Uint32Array(1 << 12);
  private edges = 0;
  private roles = new Int32Array(1 << 10);
  /** Roles of all phrases that go through a node. */
  private below = new Int32Array(1 << 10);
  private readonly senses: (Sense[] | undefined)[] = [];
  private nodes = 1;
  /** Folded unit → small number; 0 for units that no phrase holds. */
  private readonly letters = new Uint16Array(0x10000);
  private letterCount = 0;

  private lastText = '';
  private lastOffset = -1;
  private lastRoles = 0;

  /** `backward` walks from an offset to the left and matches phrases that end there. */
  constructor(private readonly backward: boolean = false) {}

  add(phrase: Phrase, role: number, data: unknown): void {
    this.lastOffset = -1;
    for (const spelling of spellings(phrase)) {
      const units = foldText(spelling).trim().replace(/ +/g, ' ');
      if (units === '') continue;
      let node = 0;
      this.below[0] = (this.below[0] as number) | role;
      for (let i = 0; i < units.length; i++) {
        const code = units.charCodeAt(this.backward ? units.length - 1 - i : i);
        node = this.child(node, this.letter(code));
        this.below[node] = (this.below[node] as number) | role;
      }
      this.roles[node] = (this.roles[node] as number) | role;
      const senses = this.senses[node];
      if (senses) senses.push({ role, data });
      else this.senses[node] = [{ role, data }];
    }
  }

  /**
   * The longest phrase of one of the roles at `offset`; forward it starts there, backward it ends there. Its far border
   * must be the border of a word. Undefined where none stands there.
   */
  match(text: string, offset: number, roles: number): PhraseMatch | undefined {
    if (offset !== this.lastOffset || text !== this.lastText) this.remember(text, offset);
    return (this.lastRoles & roles) === 0 ? undefined : this.longest(text, offset, roles);
  }

  /** What stands beside a number is asked for a dozen times, mostly in vain: the roles there are walked for once. */
  private remember(text: string, offset: number): void {
    this.lastText = text;
    this.lastOffset = offset;
    this.lastRoles = this.rolesAt(text, offset);
  }

  private longest(text: string, offset: number, roles: number): PhraseMatch | undefined {
    const wanted = roles | WHOLE;
    let node = 0;
    let found = -1;
    let foundAt = offset;
    let i = offset;
    for (;;) {
      const at = this.backward ? i - 1 : i;
      if (at < 0 || at >= text.length) break;
      const code = folded[text.charCodeAt(at)] as number;
      node = this.find(node, this.letters[code] as number);
      if (node === 0 || ((this.below[node] as number) & wanted) === 0) break;
      i = this.backward ? at : at + 1;
      if (code === 0x20) i = this.pastSpace(text, i);
      if (((this.roles[node] as number) & wanted) !== 0 && isBorder(text, i)) {
        found = node;
        foundAt = i;
      }
    }
    if (found < 0) return undefined;
    const has = this.roles[found] as number;
    if ((has & roles) === 0) return undefined;
    const senses = this.senses[found] as Sense[];
    return {
      start: this.backward ? foundAt : offset,
      end: this.backward ? offset : foundAt,
      senses: (has & ~roles) === 0 ? senses : senses.filter((sense) => (sense.role & roles) !== 0),
    };
  }

  /** Whether some phrase stands at `offset`. */
  holds(text: string, offset: number): boolean {
    if (offset !== this.lastOffset || text !== this.lastText) this.remember(text, offset);
    return this.lastRoles !== 0;
  }

  /** The roles of all phrases that stand at `offset`, of whatever length. */
  private rolesAt(text: string, offset: number): number {
    let node = 0;
    let roles = 0;
    let i = offset;
    for (;;) {
      const at = this.backward ? i - 1 : i;
      if (at < 0 || at >= text.length) return roles;
      const code = folded[text.charCodeAt(at)] as number;
      node = this.find(node, this.letters[code] as number);
      if (node === 0) return roles;
      i = this.backward ? at : at + 1;
      if (code === 0x20) i = this.pastSpace(text, i);
      const here = this.roles[node] as number;
      if ((here & ~roles) !== 0 && isBorder(text, i)) roles |= here;
    }
  }

  private pastSpace(text: string, offset: number): number {
    let i = offset;
    if (this.backward) while (i > 0 && classes[text.charCodeAt(i - 1)] === SPACE) i--;
    else while (i < text.length && classes[text.charCodeAt(i)] === SPACE) i++;
    return i;
  }

  private letter(code: number): number {
    const known = this.letters[code] as number;
    if (known !== 0) return known;
    if (++this.letterCount >= 1 << letterBits)
      throw new Error('A language table uses more characters than a trie holds.');
    this.letters[code] = this.letterCount;
    return this.letterCount;
  }

  /** The child of a node; 0, which is no child, where there is none. */
  private find(node: number, letter: number): number {
    if (letter === 0) return 0;
    const { keys } = this;
    const key = (node << letterBits) | letter;
    const mask = keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    for (;;) {
      const there = keys[slot] as number;
      if (there === key) return this.children[slot] as number;
      if (there === 0) return 0;
      slot = (slot + 1) & mask;
    }
  }

  private child(node: number, letter: number): number {
    const known = this.find(node, letter);
    if (known !== 0) return known;
    if (this.nodes === mostNodes) throw new Error('A language table holds more phrases than a trie does.');
    const made = this.nodes++;
    if (made === this.roles.length) {
      this.roles = doubled(this.roles);
      this.below = doubled(this.below);
    }
    if (++this.edges * 2 > this.keys.length) this.rehash();
    this.insert((node << letterBits) | letter, made);
    return made;
  }

  private insert(key: number, child: number): void {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (this.keys[slot] !== 0) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.children[slot] = child;
  }

  private rehash(): void {
    const { keys, children } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.children = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) if (keys[i] !== 0) this.insert(keys[i] as number, children[i] as number);
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

export interface PhraseMatch {
  readonly start: number;
  readonly end: number;
  /** Those of the wanted roles, at least one. */
  readonly senses: readonly Sense[];
}

/** Data of the first sense in that role. */
export function dataOf<T>(match: PhraseMatch, role: number): T | undefined {
  return match.senses.find((sense) => sense.role === role)?.data as T | undefined;
}

/** Whether no word and no number runs across `offset`. */
export function isBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const kind = classes[text.charCodeAt(offset - 1)];
  return kind !== classes[text.charCodeAt(offset)] || (kind !== LETTER && kind !== DIGIT);
}
