import { EdgeTable, mostNodes } from './edge-table.ts';
import type { Phrase } from './language.ts';
import { type PhraseMatch, type Sense, spellings, WHOLE } from './phrases.ts';
import type { TokenMemory } from './token-memory.ts';
import { mostTokens, type Vocabulary } from './vocabulary.ts';

/** How many places of a text a trie remembers, a power of two. */
const memory = 64;

/** How many phrases that begin with each other are told apart at one place; the shortest are forgotten. */
const mostEnds = 16;

/**
 * Phrases in a trie over tokens, walked along the text in one direction. One walk finds the longest phrase of any wanted
 * role, so that what stands beside a number is looked up once for all that it may mean. Most questions need none: the
 * first token says that no phrase of the role begins with it.
 */
export class PhraseTrie {
  private readonly edges = new EdgeTable();
  /** First token → the node behind it, and the roles of all phrases that begin with it. */
  private readonly openings = new Int32Array(mostTokens);
  private readonly openingRoles = new Int32Array(mostTokens);
  /** Node → roles of the phrases that end there, and of those that go on from there. */
  private readonly roles: number[] = [0];
  private readonly onward: number[] = [0];
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
      const node = this.nodeOf(length, role);
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
    if (offset < 0 || offset > text.length || offset === (this.backward ? 0 : text.length)) return undefined;
    const token = this.tokenAt(text, offset);
    if (((this.openingRoles[token] as number) & roles) === 0) return undefined;
    if ((this.lookFrom(text, offset, token) & roles) === 0) return undefined;
    const first = (offset & (memory - 1)) * mostEnds;
    for (let end = first + (this.endsThere[offset & (memory - 1)] as number) - 1; end >= first; end--) {
      const node = this.endNodes[end] as number;
      const has = this.roles[node] as number;
      if ((has & roles) !== 0) return this.found(offset, this.endOffsets[end] as number, node, roles);
      // A longer word that is no such phrase holds what else was found.
      if ((has & WHOLE) !== 0) return undefined;
    }
    return undefined;
  }

  /** The roles of all phrases that begin, or with `backward` end, with the token; 0 for token 0. */
  rolesFrom(token: number): number {
    return this.openingRoles[token] as number;
  }

  /** The roles of all phrases that stand at `offset`, of whatever length. */
  rolesAt(text: string, offset: number): number {
    if (offset < 0 || offset > text.length || offset === (this.backward ? 0 : text.length)) return 0;
    const token = this.tokenAt(text, offset);
    return this.openingRoles[token] === 0 ? 0 : this.lookFrom(text, offset, token);
  }

  private tokenAt(text: string, offset: number): number {
    return this.backward ? this.tokens.endingAt(text, offset) : this.tokens.startingAt(text, offset);
  }

  private found(offset: number, far: number, node: number, roles: number): PhraseMatch {
    return {
      start: this.backward ? far : offset,
      end: this.backward ? offset : far,
      roles: (this.roles[node] as number) & roles,
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
    const { tokens, roles } = this;
    const last = this.backward ? 0 : text.length;
    let node = this.openings[first] as number;
    let seen = 0;
    while (node !== 0) {
      const at = tokens.border;
      const has = roles[node] as number;
      if (has !== 0) {
        this.note(at, node, place);
        seen |= has;
      }
      if (at === last || (this.onward[node] as number) === 0) return seen;
      node = this.edges.child(node, this.tokenAt(text, at));
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
    this.openingRoles[first] = (this.openingRoles[first] as number) | role;
    let node = this.openings[first] as number;
    if (node === 0) {
      node = this.newNode();
      this.openings[first] = node;
    }
    for (let i = 1; i < length; i++) {
      this.onward[node] = (this.onward[node] as number) | role;
      const token = tokens[this.backward ? length - 1 - i : i] as number;
      let child = this.edges.child(node, token);
      if (child === 0) {
        child = this.newNode();
        this.edges.add(node, token, child);
      }
      node = child;
    }
    return node;
  }

  private newNode(): number {
    const node = this.roles.length;
    if (node === mostNodes) throw new Error('A language table holds more phrases than a trie does.');
    this.roles.push(0);
    this.onward.push(0);
    this.senses.push(undefined);
    return node;
  }
}
