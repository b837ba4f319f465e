import { skipSpace, skipSpaceBack } from './characters.ts';
import { Separators } from './digits.ts';
import type { Lexicon } from './lexicon.ts';
import type { PhraseMatch } from './phrases.ts';

/** What reading one text needs at every step. */
export class Scope {
  /** Behind the space at the end, or before that at the start, which was asked about last: and what may stand there. */
  private end = -1;
  private next = 0;
  private afterRoles = 0;
  private numberRoles = 0;
  private start = -1;
  private last = 0;
  private beforeRoles = 0;

  constructor(
    readonly text: string,
    readonly lexicon: Lexicon,
    /** What the article means by its signs, of which `text` may be a part. */
    readonly separators: Separators = new Separators(text, lexicon.table),
  ) {
    lexicon.tokens.attend(text);
  }

  /** What may follow a number, behind the space at `end`: the longest phrase in one of the roles `A`. */
  after(end: number, roles: number): PhraseMatch | undefined {
    if (end !== this.end) this.lookAhead(end);
    return (this.afterRoles & roles) === 0 ? undefined : this.lexicon.after.match(this.text, this.next, roles);
  }

  /** What numbers are made of, behind the space at `end`: the longest phrase in one of the roles `N`. */
  number(end: number, roles: number): PhraseMatch | undefined {
    if (end !== this.end) this.lookAhead(end);
    return (this.numberRoles & roles) === 0 ? undefined : this.lexicon.number.match(this.text, this.next, roles);
  }

  /** What may stand before a number, before the space at `start`: the longest phrase in one of the roles `B`. */
  before(start: number, roles: number): PhraseMatch | undefined {
    if (start !== this.start) this.lookBehind(start);
    return (this.beforeRoles & roles) === 0 ? undefined : this.lexicon.before.match(this.text, this.last, roles);
  }

  private lookAhead(end: number): void {
    const { text, lexicon } = this;
    this.end = end;
    this.next = skipSpace(text, end);
    const token = this.next < text.length ? lexicon.tokens.startingAt(text, this.next) : 0;
    this.afterRoles = lexicon.after.rolesFrom(token);
    this.numberRoles = lexicon.number.rolesFrom(token);
  }

  private lookBehind(start: number): void {
    const { text, lexicon } = this;
    this.start = start;
    this.last = skipSpaceBack(text, start);
    const token = this.last > 0 ? lexicon.tokens.endingAt(text, this.last) : 0;
    this.beforeRoles = lexicon.before.rolesFrom(token);
  }
}
