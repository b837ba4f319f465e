import { classAt, SPACE, skipSpace } from './characters.ts';
import type { Item } from './item-model.ts';
import { isClauseBorder } from './names.ts';
import { dataOf } from './phrases.ts';
import type { Surroundings } from './quantity-builder.ts';
import type { Before } from './ranges.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';

/** How far before a number a word of change still governs it, in UTF-16 units. */
const changeReach = 90;

/** Remembers the last word of growth or decline that a scan has passed, and tells which numbers it governs. */
export class ChangeWatch implements Before {
  /** Where the last word of change ends, and whether it says up or down. */
  private changedAt = -1;
  private change: 'increase' | 'decrease' | undefined;

  constructor(private readonly scope: Scope) {}

  note(offset: number): void {
    const match = this.scope.lexicon.number.match(this.scope.text, offset, N.increase | N.decrease | N.change);
    if (!match) return;
    this.changedAt = match.end;
    const up = dataOf(match, N.increase) !== undefined;
    const down = dataOf(match, N.decrease) !== undefined;
    this.change = up === down ? undefined : up ? 'increase' : 'decrease';
  }

  /** The change that the number says the size of: *fell by 12 %*, but not the level in *fell to 3 million*. */
  of(item: Item, end: number): 'increase' | 'decrease' | undefined {
    const { scope } = this;
    const behind = scope.after(end, A.change);
    if (behind) return dataOf<'increase' | 'decrease'>(behind, A.change);
    if (!this.changes(item.start)) return undefined;
    return scope.before(item.start, B.level) ? undefined : this.change;
  }

  /** *bajó hasta los 3 millones*: what was reached, and no bound. */
  withoutLevel(around: Surroundings): Surroundings {
    const { qualifier } = around;
    if (qualifier?.qualifier !== 'at-most' || !this.changes(qualifier.start)) return around;
    const reached = this.scope.lexicon.before.match(this.scope.text, qualifier.end, B.reaching);
    return reached?.start === qualifier.start ? { ...around, qualifier: undefined } : around;
  }

  /** Whether the last word of change says that something falls. */
  falls(): boolean {
    return this.change === 'decrease';
  }

  /** Whether the last word of change stands right before the offset, or with one word between that is no *of*. */
  adjoins(offset: number): boolean {
    const { text, lexicon } = this.scope;
    if (this.changedAt < 0 || offset < this.changedAt || offset - this.changedAt > 12) return false;
    const between = /^\s*(\p{L}*)\s*$/u.exec(text.slice(this.changedAt, offset));
    if (!between?.[1]) return between !== null;
    return !lexicon.after.match(text, skipSpace(text, this.changedAt), A.link);
  }

  /** Whether a word of change stands before the offset in the same clause. */
  changes(offset: number): boolean {
    const { text, lexicon } = this.scope;
    if (this.changedAt < 0 || offset - this.changedAt > changeReach || offset < this.changedAt) return false;
    for (let i = this.changedAt; i < offset; i++) {
      if (isClauseBorder(text, i) && (classAt(text, i + 1) === SPACE || !lexicon.spaced)) return false;
    }
    return true;
  }
}
