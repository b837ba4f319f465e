import { EdgeTable, mostNodes } from './edge-table.ts';
import type { Phrase } from './language.ts';
import { packed, unpacked } from './packed.ts';
import { dataOf, type PhraseMatch, type Sense, spellings, WHOLE } from './phrases.ts';
import type { TokenMemory } from './token-memory.ts';
import { mostTokens, type Vocabulary } from './vocabulary.ts';

/** How many places of a text a trie remembers, a power of two. */
const memory = 64;

/** How many phrases that begin with each other are told apart at one place; the shortest are forgotten. */
const mostEnds = 16;

/** What belongs together stands side by side: the numbers of an opening, and those of a node. */
const OPENING = 2;
const FIRST = 1;
const NODE = 2;
const ONWARD = 1;

/**
 * The nodes of a trie, from the second on, as packed text: the parent of each, 0 for a first one, and the token that
 * leads to it; then how many senses it has, and of each the bit of its role and the place of its data in `data`.
 */
export interface TrieImage {
  readonly parents: string;
  readonly tokens: string;
  readonly senses: string;
  readonly data: readonly unknown[];
}

/**
 * Phrases in a trie over tokens, walked along the text in one direction. One walk finds the longest phrase of any wanted
 * role, so that what stands beside a number is looked up once for all that it may mean. Most questions need none: the
 * first token says that no phrase of the role begins with it.
 */
export class PhraseTrie {
  private readonly edges = new EdgeTable();
  /** First token → the roles of all phrases that begin with it, and the node behind it. */
  private readonly openings = new Int32Array(mostTokens * 2);
  /**
   * Node → roles of the phrases that end there; and a set of the tokens that lead on, by their last bits: most words that
   * follow lead nowhere, and are told by that.
   */
  private nodes = new Int32Array(1 << 12);
  private readonly senses: (Sense[] | undefined)[] = [undefined];

  /**
   * What stands at the offsets that were asked for last: the roles of all phrases there, and of each phrase, from the
   * shortest to the longest, its node and its far border.
   */
  private text = '';
  private readonly offsets = new Int32Array(memory).fill(-1);
  private readonly rolesThere = new Int32Array(memory);
  private readonly endsThere = new Uint8Array(memory);
  private readonly endNodes = new Int32Array(memory * mostEnds);
  private readonly endOffsets = new Int32Array(memory * mostEnds);

  /** `backward` walks from an offset to the left and matches phrases that end there. */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly tokens: TokenMemory,
    private readonly backward: boolean = false,
  ) {}

  add(phrase: Phrase, role: number, data: unknown): void {
    for (const spelling of spellings(phrase)) {
      const length = this.vocabulary.cut(spelling);
      if (length === 0) continue;
      this.addSense(this.nodeOf(length, role), { role, data });
    }
  }

  private addSense(node: number, sense: Sense): void {
    const place = node * NODE;
    this.nodes[place] = (this.nodes[place] as number) | sense.role;
    const senses = this.senses[node];
    if (senses) senses.push(sense);
    else this.senses[node] = [sense];
  }

  /** The data of a spelling in a role; undefined where it has none. */
  meaning<T>(spelling: string, role: number): T | undefined {
    const match = this.match(spelling, this.backward ? spelling.length : 0, role);
    return match && match.end - match.start === spelling.length ? dataOf<T>(match, role) : undefined;
  }

  /** Gives a spelling data in a role, in place of those that it has. */
  setMeaning(spelling: string, role: number, data: unknown): void {
    const length = this.vocabulary.cut(spelling);
    if (length === 0) return;
    const node = this.nodeOf(length, role);
    this.senses[node] = this.senses[node]?.filter((sense) => sense.role !== role);
    this.addSense(node, { role, data });
  }

  image(): TrieImage {
    const parents = this.senses.map(() => 0);
    const tokens = this.senses.map(() => 0);
    for (let token = 0; token < mostTokens; token++) {
      const node = this.openings[token * OPENING + FIRST] as number;
      if (node !== 0) tokens[node] = token;
    }
    this.edges.forEach((node, token, child) => {
      parents[child] = node;
      tokens[child] = token;
    });
    const data: unknown[] = [];
    const places = new Map<string, number>();
    const placeOf = (value: unknown): number => {
      const key = JSON.stringify(value);
      const place = places.get(key) ?? data.push(value) - 1;
      places.set(key, place);
      return place;
    };
    const senses = this.senses.flatMap((list = []) => [
      list.length,
      ...list.flatMap((sense) => [31 - Math.clz32(sense.role), placeOf(sense.data)]),
    ]);
    return {
      parents: packed(parents.slice(1)),
      tokens: packed(tokens.slice(1)),
      senses: packed(senses.slice(1)),
      data,
    };
  }

  /** Takes the phrases of another trie over the same vocabulary. Only for one that is empty. */
  take({ parents, tokens, senses, data }: TrieImage): void {
    this.edges.reserve(parents.length);
    for (let i = 0, at = 0; i < parents.length; i++) {
      const node = this.newNode();
      const parent = unpacked(parents, i);
      const token = unpacked(tokens, i);
      if (parent === 0) this.openings[token * OPENING + FIRST] = node;
      else this.addEdge(parent, token, node);
      for (let left = unpacked(senses, at++); left > 0; left--, at += 2)
        this.addSense(node, { role: 1 << unpacked(senses, at), data: data[unpacked(senses, at + 1)] });
    }
    // Roles of each node and those below it; a node is younger than its parent.
    const below = new Int32Array(parents.length + 1);
    for (let i = parents.length - 1; i >= 0; i--) {
      const parent = unpacked(parents, i);
      const all = (below[i + 1] as number) | (this.nodes[(i + 1) * NODE] as number);
      if (parent === 0) this.openings[unpacked(tokens, i) * OPENING] = all;
      else below[parent] = (below[parent] as number) | all;
    }
  }

  /**
   * The longest phrase of one of the roles at `offset`; forward it starts there, backward it ends there. Its far border
   * must be the border of a word. Undefined where none stands there.
   */
  match(text: string, offset: number, roles: number): PhraseMatch | undefined {
    if (offset < 0 || offset > text.length || offset === (this.backward ? 0 : text.length)) return undefined;
    const token = this.tokenAt(text, offset);
    if (((this.openings[token * OPENING] as number) & roles) === 0) return undefined;
    if ((this.lookFrom(text, offset, token) & roles) === 0) return undefined;
    const first = (offset & (memory - 1)) * mostEnds;
    for (let end = first + (this.endsThere[offset & (memory - 1)] as number) - 1; end >= first; end--) {
      const node = this.endNodes[end] as number;
      const has = this.nodes[node * NODE] as number;
      if ((has & roles) !== 0) return this.found(offset, this.endOffsets[end] as number, node, roles);
      // A longer word that is no such phrase holds what else was found.
      if ((has & WHOLE) !== 0) return undefined;
    }
    return undefined;
  }

  /** The roles of all phrases that begin, or with `backward` end, with the token; 0 for token 0. */
  rolesFrom(token: number): number {
    return this.openings[token * OPENING] as number;
  }

  /** The roles of all phrases that stand at `offset`, of whatever length. */
  rolesAt(text: string, offset: number): number {
    if (offset < 0 || offset > text.length || offset === (this.backward ? 0 : text.length)) return 0;
    const token = this.tokenAt(text, offset);
    return this.openings[token * OPENING] === 0 ? 0 : this.lookFrom(text, offset, token);
  }

  private tokenAt(text: string, offset: number): number {
    return this.backward ? this.tokens.endingAt(text, offset) : this.tokens.startingAt(text, offset);
  }

  private found(offset: number, far: number, node: number, roles: number): PhraseMatch {
    return {
      start: this.backward ? far : offset,
      end: this.backward ? offset : far,
      roles: (this.nodes[node * NODE] as number) & roles,
      allSenses: this.senses[node] as Sense[],
    };
  }

  /** The roles of all phrases at an offset and its token, which was asked for last; looked for if that has not been done. */
  private lookFrom(text: string, offset: number, token: number): number {
    const place = offset & (memory - 1);
    if (text !== this.text) {
      this.text = text;
      this.offsets.fill(-1);
    } else if (this.offsets[place] === offset) return this.rolesThere[place] as number;
    this.offsets[place] = offset;
    this.endsThere[place] = 0;
    const seen = this.walk(text, token, place);
    this.rolesThere[place] = seen;
    return seen;
  }

  /** Walks as far as phrases go, notes those that it comes past, and gives the roles of them all. */
  private walk(text: string, first: number, place: number): number {
    const { tokens, nodes } = this;
    const last = this.backward ? 0 : text.length;
    let node = this.openings[first * OPENING + FIRST] as number;
    let seen = 0;
    while (node !== 0) {
      const at = tokens.border;
      const has = nodes[node * NODE] as number;
      if (has !== 0) {
        this.note(at, node, place);
        seen |= has;
      }
      const onward = nodes[node * NODE + ONWARD] as number;
      if (onward === 0 || at === last) return seen;
      const token = this.tokenAt(text, at);
      if (((onward >>> (token & 31)) & 1) === 0) return seen;
      node = this.edges.child(node, token);
    }
    return seen;
  }

  /** Notes a node with phrases that a walk has come to. */
  private note(offset: number, node: number, place: number): void {
    const start = place * mostEnds;
    let ends = this.endsThere[place] as number;
    if (ends === mostEnds) {
      this.endNodes.copyWithin(start, start + 1, start + ends);
      this.endOffsets.copyWithin(start, start + 1, start + ends--);
    }
    this.endNodes[start + ends] = node;
    this.endOffsets[start + ends] = offset;
    this.endsThere[place] = ends + 1;
  }

  /** The node at which the phrase of so many tokens ends that was cut last. */
  private nodeOf(length: number, role: number): number {
    const { tokens } = this.vocabulary;
    const first = tokens[this.backward ? length - 1 : 0] as number;
    const opening = first * OPENING;
    this.openings[opening] = (this.openings[opening] as number) | role;
    let node = this.openings[opening + FIRST] as number;
    if (node === 0) {
      node = this.newNode();
      this.openings[opening + FIRST] = node;
    }
    for (let i = 1; i < length; i++) {
      const token = tokens[this.backward ? length - 1 - i : i] as number;
      let child = this.edges.child(node, token);
      if (child === 0) {
        child = this.newNode();
        this.addEdge(node, token, child);
      }
      node = child;
    }
    return node;
  }

  private addEdge(node: number, token: number, child: number): void {
    const place = node * NODE + ONWARD;
    this.nodes[place] = (this.nodes[place] as number) | (1 << (token & 31));
    this.edges.add(node, token, child);
  }

  private newNode(): number {
    const node = this.senses.length;
    if (node === mostNodes) throw new Error('A language table holds more phrases than a trie does.');
    if ((node + 1) * NODE > this.nodes.length) {
      const nodes = new Int32Array(this.nodes.length * 2);
      nodes.set(this.nodes);
      this.nodes = nodes;
    }
    this.senses.push(undefined);
    return node;
  }
}
