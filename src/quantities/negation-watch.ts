import { skipSpaceBack } from './characters.ts';
import { dataOf } from './phrases.ts';
import { opposite } from './qualifier-reader.ts';
import type { Surroundings } from './quantity-builder.ts';
import { B } from './roles.ts';
import type { Scope } from './scope.ts';
import { isSign, SIGNS } from './signs.ts';

/** How far behind a negated bound the next one may stand, in UTF-16 units. */
const reach = 40;

/** Carries a negation from one bound to the next: *will not go above 45 or below 15*. */
export class NegationWatch {
  /** Where the last quantity ended, if a negation turned its bound round. */
  private negatedTo = -1;

  constructor(private readonly scope: Scope) {}

  /** What stands round the number from `start` to `end`, with its bound turned round where the negation goes on. */
  carry(around: Surroundings, start: number, end: number): Surroundings {
    const { qualifier } = around;
    const from = this.negatedTo;
    this.negatedTo = qualifier?.negated ? end : -1;
    if (from < 0 || !qualifier || qualifier.negated || qualifier.start >= start) return around;
    const bound = qualifier.qualifier === 'less-than' || qualifier.qualifier === 'more-than';
    const turned = bound && this.goesOn(from, qualifier.start) ? opposite[qualifier.qualifier] : undefined;
    if (!turned) return around;
    this.negatedTo = end;
    return { ...around, qualifier: { ...qualifier, qualifier: turned, negated: true } };
  }

  private goesOn(from: number, to: number): boolean {
    const { text, lexicon } = this.scope;
    if (to <= from || to - from > reach) return false;
    for (let i = from; i < to; i++) if (isSign(text, i, SIGNS.clauseEnd)) return false;
    const match = lexicon.before.match(text, skipSpaceBack(text, to), B.barrier);
    return match !== undefined && match.start >= from && dataOf(match, B.barrier) === 'or';
  }
}
