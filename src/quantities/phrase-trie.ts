import { classes, folded, foldedAlike, SPACE } from './characters.ts';
import { EdgeTable, mostLetters, mostNodes } from './edge-table.ts';
import type { Phrase } from './language.ts';
import { isBorder, type PhraseMatch, type Sense, spellings, WHOLE } from './phrases.ts';

/** How many places of a text a trie remembers, a power of two; one more place is for words that are looked at alone. */
const memory = 64;

/** How many phrases that begin with each other are told apart at one place; the shortest are forgotten. */
const mostEnds = 16;

/** The number that a space has among the letters of every trie. */
const space = 1;

/**
 * Phrases in a trie over folded UTF-16 units, walked along the text in one direction. One walk finds the longest phrase
 * of any wanted role, so that what stands beside a number is looked up once for all that it may mean.
 *
 * Where only one phrase goes on from a node its rest is kept in one piece, a tail (after Aoe's double arrays with a tail,
 * IEEE Trans. Software Eng. 15, 1989): most phrases share but their first letters with others, and tables of thousands
 * of them are compiled each time the program starts.
 */
export class PhraseTrie {
  private readonly edges = new EdgeTable();
  private nodes = 1;
  /** Roles of the phrases that end at a node. */
  private roles = new Int32Array(1 << 10);
  private readonly senses: (Sense[] | undefined)[] = [];
  /** Where the tail of a node stands in `tails`, and the node at its end, which is 0 where a node has no tail. */
  private tailStart = new Int32Array(1 << 10);
  private tailLength = new Int32Array(1 << 10);
  private tailNode = new Int32Array(1 << 10);
  private tails = new Uint16Array(1 << 12);
  private tailsUsed = 0;
  /** Unit, whatever its case or form → number of the letter; 0 for units that no phrase holds. */
  private readonly letters = new Uint16Array(0x10000);
  private letterCount = 0;
  /** First letter → the roles of all phrases that begin with it: most questions are answered by that. */
  private readonly opening = new Int32Array(mostLetters);
  /** The letters of the phrase that is being added. */
  private spelled = new Uint16Array(64);

  /**
   * What stands at the places that were asked for last, as each is asked for a dozen times: the roles of all phrases
   * there, and of each phrase, from the shortest to the longest, its node and its far border.
   */
  private text = '';
  private readonly places = new Int32Array(memory).fill(-1);
  private readonly rolesThere = new Int32Array(memory + 1);
  private readonly endsThere = new Uint8Array(memory + 1);
  private readonly endNodes = new Int32Array((memory + 1) * mostEnds);
  private readonly endOffsets = new Int32Array((memory + 1) * mostEnds);

  /** `backward` walks from an offset to the left and matches phrases that end there. */
  constructor(private readonly backward: boolean = false) {
    this.letter(0x20);
  }

  add(phrase: Phrase, role: number, data: unknown): void {
    this.places.fill(-1);
    for (const spelling of spellings(phrase)) {
      const length = this.spell(spelling);
      if (length === 0) continue;
      const node = this.nodeOf(length);
      const first = this.spelled[0] as number;
      this.opening[first] = (this.opening[first] as number) | role;
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
    const at = this.backward ? offset - 1 : offset;
    if (at < 0 || at >= text.length) return undefined;
    const first = this.letters[text.charCodeAt(at)] as number;
    if (((this.opening[first] as number) & roles) === 0) return undefined;
    const place = this.look(text, offset);
    if (((this.rolesThere[place] as number) & roles) === 0) return undefined;
    for (let end = (this.endsThere[place] as number) - 1; end >= 0; end--) {
      const node = this.endNodes[place * mostEnds + end] as number;
      const has = this.roles[node] as number;
      if ((has & roles) !== 0)
        return this.found(offset, this.endOffsets[place * mostEnds + end] as number, node, roles);
      // A longer word that is no such phrase holds what else was found.
      if ((has & WHOLE) !== 0) return undefined;
    }
    return undefined;
  }

  private found(offset: number, far: number, node: number, roles: number): PhraseMatch {
    const senses = this.senses[node] as Sense[];
    return {
      start: this.backward ? far : offset,
      end: this.backward ? offset : far,
      senses: ((this.roles[node] as number) & ~roles) === 0 ? senses : withRoles(senses, roles),
    };
  }

  /** The roles of all phrases that stand at `offset`, of whatever length. */
  rolesAt(text: string, offset: number): number {
    return this.rolesThere[this.look(text, offset)] as number;
  }

  /** The place in memory of what stands at `offset`. */
  private look(text: string, offset: number): number {
    let place = offset & (memory - 1);
    if (text === this.text) {
      if (this.places[place] === offset) return place;
      this.places[place] = offset;
    } else if (text.length < memory) place = memory;
    else {
      this.text = text;
      this.places.fill(-1);
      this.places[place] = offset;
    }
    this.endsThere[place] = 0;
    this.rolesThere[place] = this.walk(text, offset, place);
    return place;
  }

  /** Walks as far as phrases go, notes those that it comes past, and gives the roles of them all. */
  private walk(text: string, offset: number, place: number): number {
    const { edges, letters, roles, backward } = this;
    let node = 0;
    let seen = 0;
    let i = offset;
    for (;;) {
      const at = backward ? i - 1 : i;
      if (at < 0 || at >= text.length) return seen;
      const letter = letters[text.charCodeAt(at)] as number;
      const child = letter === 0 ? 0 : edges.child(node, letter);
      if (child === 0) break;
      node = child;
      i = backward ? at : at + 1;
      if (letter === space) i = this.pastSpace(text, i);
      if ((roles[node] as number) !== 0) seen |= this.note(text, i, node, place);
    }
    const end = this.tailNode[node] as number;
    const past = end === 0 ? -1 : this.pastTail(text, i, node);
    return past < 0 ? seen : seen | this.note(text, past, end, place);
  }

  /** Notes a node that a walk has come to, unless it ends inside a word; gives its roles. */
  private note(text: string, offset: number, node: number, place: number): number {
    if (!isBorder(text, offset)) return 0;
    const start = place * mostEnds;
    let ends = this.endsThere[place] as number;
    if (ends === mostEnds) {
      this.endNodes.copyWithin(start, start + 1, start + ends);
      this.endOffsets.copyWithin(start, start + 1, start + ends--);
    }
    this.endNodes[start + ends] = node;
    this.endOffsets[start + ends] = offset;
    this.endsThere[place] = ends + 1;
    return this.roles[node] as number;
  }

  /** Behind the tail of a node; negative where something else stands there. */
  private pastTail(text: string, offset: number, node: number): number {
    const { letters, tails, backward } = this;
    const start = this.tailStart[node] as number;
    const end = start + (this.tailLength[node] as number);
    let i = offset;
    for (let tail = start; tail < end; tail++) {
      const at = backward ? i - 1 : i;
      if (at < 0 || at >= text.length) return -1;
      const letter = tails[tail] as number;
      if (letters[text.charCodeAt(at)] !== letter) return -1;
      i = backward ? at : at + 1;
      if (letter === space) i = this.pastSpace(text, i);
    }
    return i;
  }

  private pastSpace(text: string, offset: number): number {
    let i = offset;
    if (this.backward) while (i > 0 && classes[text.charCodeAt(i - 1)] === SPACE) i--;
    else while (i < text.length && classes[text.charCodeAt(i)] === SPACE) i++;
    return i;
  }

  /** Puts the letters of a phrase into `spelled`, in the order of the walk, and gives their number. */
  private spell(phrase: string): number {
    if (phrase.length > this.spelled.length) this.spelled = new Uint16Array(phrase.length);
    const { spelled } = this;
    let length = 0;
    for (let i = 0; i < phrase.length; i++) {
      const letter = this.letter(folded[phrase.charCodeAt(i)] as number);
      if (letter === space && (length === 0 || spelled[length - 1] === space)) continue;
      spelled[length++] = letter;
    }
    if (length > 0 && spelled[length - 1] === space) length--;
    if (this.backward) spelled.subarray(0, length).reverse();
    return length;
  }

  private letter(code: number): number {
    const known = this.letters[code] as number;
    if (known !== 0) return known;
    if (++this.letterCount === mostLetters) throw new Error('A language table uses more characters than a trie holds.');
    this.letters[code] = this.letterCount;
    for (const other of foldedAlike.get(code) ?? []) this.letters[other] = this.letterCount;
    return this.letterCount;
  }

  /** The node at which the phrase ends that was spelled last. */
  private nodeOf(length: number): number {
    let node = 0;
    for (let i = 0; i < length; i++) {
      if (this.tailNode[node] !== 0) {
        if (this.hasTail(node, i, length)) return this.tailNode[node] as number;
        this.openTail(node);
      }
      const letter = this.spelled[i] as number;
      const child = this.edges.child(node, letter);
      if (child === 0) return this.newLeaf(node, i, length);
      node = child;
    }
    return node;
  }

  /** Whether the tail of a node is the rest of the phrase. */
  private hasTail(node: number, from: number, length: number): boolean {
    if (this.tailLength[node] !== length - from) return false;
    const start = (this.tailStart[node] as number) - from;
    for (let i = from; i < length; i++) if (this.tails[start + i] !== this.spelled[i]) return false;
    return true;
  }

  /** Takes the first letter out of a tail, so that another phrase can branch off behind it. */
  private openTail(node: number): void {
    const start = this.tailStart[node] as number;
    const length = this.tailLength[node] as number;
    const end = this.tailNode[node] as number;
    this.tailNode[node] = 0;
    const child = length === 1 ? end : this.newNode();
    this.edges.add(node, this.tails[start] as number, child);
    if (length > 1) this.setTail(child, start + 1, length - 1, end);
  }

  /** A child for the letter at `at` of the phrase, with what follows as its tail; gives the node at the end. */
  private newLeaf(parent: number, at: number, length: number): number {
    const child = this.newNode();
    this.edges.add(parent, this.spelled[at] as number, child);
    const rest = length - at - 1;
    if (rest === 0) return child;
    const start = this.tailsUsed;
    this.tailsUsed += rest;
    if (this.tailsUsed > this.tails.length) {
      const larger = new Uint16Array(Math.max(this.tailsUsed, this.tails.length * 2));
      larger.set(this.tails);
      this.tails = larger;
    }
    this.tails.set(this.spelled.subarray(at + 1, length), start);
    const end = this.newNode();
    this.setTail(child, start, rest, end);
    return end;
  }

  private setTail(node: number, start: number, length: number, end: number): void {
    this.tailStart[node] = start;
    this.tailLength[node] = length;
    this.tailNode[node] = end;
  }

  private newNode(): number {
    if (this.nodes === mostNodes) throw new Error('A language table holds more phrases than a trie does.');
    if (this.nodes === this.roles.length) {
      this.roles = doubled(this.roles);
      this.tailStart = doubled(this.tailStart);
      this.tailLength = doubled(this.tailLength);
      this.tailNode = doubled(this.tailNode);
    }
    return this.nodes++;
  }
}

/** The senses with one of the roles. */
function withRoles(senses: readonly Sense[], roles: number): readonly Sense[] {
  const wanted: Sense[] = [];
  for (const sense of senses) if ((sense.role & roles) !== 0) wanted.push(sense);
  return wanted;
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
