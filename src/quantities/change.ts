import { classAt, LETTER, SPACE, skipSpace } from './characters.ts';
import { itemAt } from './item.ts';
import type { Item } from './item-model.ts';
import { isClauseBorder } from './names.ts';
import { dataOf } from './phrases.ts';
import type { Surroundings } from './quantity-builder.ts';
import type { Before } from './ranges.ts';
import { A, B, N } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** How far before a number a word of change still governs it, in UTF-16 units. */
const changeReach = 90;

/** How far before a number the word for *by* may stand, and what may stand between. */
const byReach = 48;
const littleWords = /^\s(?:\p{Ll}+\s){0,3}$/u;

/** How far behind a number the verb or its particle may end the clause. */
const particleReach = 70;

/** Remembers the last word of growth or decline that a scan has passed, and tells which numbers it governs. */
export class ChangeWatch implements Before {
  /** Where the last word of change ends, and whether it says up or down. */
  private changedAt = -1;
  private change: 'increase' | 'decrease' | undefined;
  /** The last verb that falls with a particle behind its number (*ging um 8 % zurück*): where it ends, and the particle. */
  private split: { readonly end: number; readonly particle: string } | undefined;

  constructor(private readonly scope: Scope) {}

  note(offset: number): void {
    const match = this.scope.lexicon.number.match(this.scope.text, offset, N.increase | N.decrease | N.change);
    if (!match) return;
    const what = dataOf<true | { readonly particle?: string }>(match, N.change);
    if (typeof what === 'object') {
      if (what.particle === undefined) this.changedAt = -1;
      else this.split = { end: match.end, particle: what.particle };
      return;
    }
    this.changedAt = match.end;
    const up = dataOf(match, N.increase) !== undefined;
    const down = dataOf(match, N.decrease) !== undefined;
    this.change = up === down ? undefined : up ? 'increase' : 'decrease';
  }

  /** The change that the number says the size of: *fell by 12 %*, but not the level in *fell to 3 million*. */
  of(item: Item, end: number): 'increase' | 'decrease' | undefined {
    const { scope } = this;
    const own = item.numeral.kind === 'fraction' ? this.saidBy(item.numeral) : undefined;
    if (own) return own;
    const behind = scope.after(end, A.change);
    if (behind) return dataOf<'increase' | 'decrease'>(behind, A.change);
    const isLevel = scope.before(item.start, B.level) !== undefined;
    if ((!isLevel && this.fallsBehind(item.start, end)) || this.sharesFall(end)) return 'decrease';
    if (isLevel) return undefined;
    if (!this.changes(item.start)) return this.saidBehind(item.start, end);
    return this.isLevelOfOther(item.start) ? undefined : this.change;
  }

  /** *halved*, 减半: the number's own word says that something falls. */
  private saidBy({ start, end }: Item['numeral']): 'increase' | 'decrease' | undefined {
    const { text, lexicon } = this.scope;
    const match = lexicon.number.match(text, start, N.increase | N.decrease);
    if (match?.end !== end) return undefined;
    return dataOf(match, N.decrease) === undefined ? 'increase' : 'decrease';
  }

  /** *gingen um 8 Prozent zurück*: the particle of a verb that stands before the number in the same clause. */
  private fallsBehind(start: number, end: number): boolean {
    const { split, scope } = this;
    if (!split || start < split.end || !this.reaches(split.end, start)) return false;
    const { text } = scope;
    const { particle } = split;
    // *um 31 % auf 4,8 Mrd. ein*: the particle ends the clause.
    for (
      let at = text.indexOf(particle, end);
      at >= 0 && at - end < particleReach;
      at = text.indexOf(particle, at + 1)
    ) {
      const isWord = classAt(text, at - 1) !== LETTER && classAt(text, at + particle.length) !== LETTER;
      if (
        isWord &&
        (at === skipSpace(text, end) ||
          /^(?:[.,;:!?)]|$|\s(?:und|sowie)\s)/.test(text.slice(at + particle.length, at + particle.length + 7)))
      )
        return !/[;:!?]/.test(text.slice(end, at));
    }
    return false;
  }

  /** *um 12.000 auf 2,9 Millionen gesunken*: where the verb stands last, behind a word for *by* before the number. */
  private saidBehind(start: number, end: number): 'increase' | 'decrease' | undefined {
    const { text, lexicon } = this.scope;
    const { by } = lexicon.table.changes;
    if (!by) return undefined;
    const before = text.slice(Math.max(0, start - byReach), start);
    const word = by.find((each) => before.includes(`${each} `));
    const from = word === undefined ? -1 : before.lastIndexOf(`${word} `);
    if (
      word === undefined ||
      (from > 0 && classAt(before, from - 1) === LETTER) ||
      !littleWords.test(before.slice(from + word.length))
    )
      return undefined;
    for (let i = end; i < end + particleReach && i < text.length; i++) {
      if (
        isClauseBorder(text, i) &&
        classAt(text, i + 1) === SPACE &&
        !/\p{Lu}?\p{Ll}{1,3}$/u.test(text.slice(i - 4, i))
      )
        return undefined;
      if (text[i] === ',' && classAt(text, i + 1) === SPACE) return undefined;
      if (classAt(text, i) !== LETTER || classAt(text, i - 1) === LETTER) continue;
      const match = lexicon.number.match(text, i, N.increase | N.decrease);
      if (match) return dataOf(match, N.decrease) === undefined ? 'increase' : 'decrease';
    }
    return undefined;
  }

  /** *14,4 Prozent oder 42.500 weniger*: the same change, told twice. */
  private sharesFall(end: number): boolean {
    const { scope } = this;
    const joint = scope.after(end, A.and);
    const or = joint && scope.lexicon.before.match(scope.text, joint.end, B.barrier);
    if (!joint || !or || dataOf(or, B.barrier) !== 'or') return false;
    const other = itemAt(scope, skipSpace(scope.text, joint.end));
    const behind = other && scope.after(other.end, A.change);
    return behind !== undefined && dataOf(behind, A.change) === 'decrease';
  }

  /** *Despite lower taxes, revenue reached 70*: behind a comma a verb of reaching tells the level of something else. */
  private isLevelOfOther(start: number): boolean {
    const { text } = this.scope;
    if (!this.scope.before(start, B.reach)) return false;
    let commas = 0;
    for (let i = this.changedAt; i < start; i++) if (isSign(text, i, SIGNS.comma)) commas++;
    return commas % 2 === 1;
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
    return this.changedAt >= 0 && this.reaches(this.changedAt, offset);
  }

  private reaches(from: number, offset: number): boolean {
    const { text, lexicon } = this.scope;
    if (offset - from > changeReach || offset < from) return false;
    for (let i = from; i < offset; i++) {
      if (isClauseBorder(text, i) && (classAt(text, i + 1) === SPACE || !lexicon.spaced)) return false;
    }
    return true;
  }
}
