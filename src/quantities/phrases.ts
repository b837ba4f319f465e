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

class TrieNode {
  children: Map<number, TrieNode> | undefined;
  /** Union of the roles of the phrases that end here. */
  roles = 0;
  senses: Sense[] | undefined;
}

/**
 * Phrases in a trie over folded UTF-16 units, walked along the text in one direction. One walk finds the longest phrase
 * of any wanted role, so that what stands beside a number is looked up once for all that it may mean.
 */
export class PhraseTrie {
  private readonly root = new TrieNode();

  /** `backward` walks from an offset to the left and matches phrases that end there. */
  constructor(private readonly backward: boolean = false) {}

  add(phrase: Phrase, role: number, data: unknown): void {
    for (const spelling of spellings(phrase)) {
      const units = foldText(spelling).trim().replace(/ +/g, ' ');
      if (units === '') continue;
      let node = this.root;
      for (let i = 0; i < units.length; i++) {
        const code = units.charCodeAt(this.backward ? units.length - 1 - i : i);
        node.children ??= new Map();
        let next = node.children.get(code);
        if (!next) {
          next = new TrieNode();
          node.children.set(code, next);
        }
        node = next;
      }
      node.roles |= role;
      node.senses ??= [];
      node.senses.push({ role, data });
    }
  }

  /** Whether some phrase starts (backward: ends) with this folded unit. */
  startsWith(code: number): boolean {
    return this.root.children?.has(code) ?? false;
  }

  /**
   * The longest phrase of one of the roles at `offset`; forward it starts there, backward it ends there. Its far border
   * must be the border of a word. Undefined where none stands there.
   */
  match(text: string, offset: number, roles: number): PhraseMatch | undefined {
    let node: TrieNode | undefined = this.root;
    let found: TrieNode | undefined;
    let foundAt = offset;
    let i = offset;
    const step = this.backward ? -1 : 1;
    for (;;) {
      const at = this.backward ? i - 1 : i;
      if (at < 0 || at >= text.length) break;
      const code = folded[text.charCodeAt(at)] as number;
      node = node.children?.get(code);
      if (!node) break;
      i += step;
      if (code === 0x20) i = this.pastSpace(text, i);
      if ((node.roles & (roles | WHOLE)) !== 0 && isBorder(text, i)) {
        found = node;
        foundAt = i;
      }
    }
    if (!found || (found.roles & roles) === 0) return undefined;
    return {
      start: this.backward ? foundAt : offset,
      end: this.backward ? offset : foundAt,
      senses: (found.senses as Sense[]).filter((sense) => (sense.role & roles) !== 0),
    };
  }

  private pastSpace(text: string, offset: number): number {
    let i = offset;
    if (this.backward) while (i > 0 && classes[text.charCodeAt(i - 1)] === SPACE) i--;
    else while (i < text.length && classes[text.charCodeAt(i)] === SPACE) i++;
    return i;
  }
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
