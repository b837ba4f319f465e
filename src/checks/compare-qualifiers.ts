import type { Qualifier } from '../quantities/quantity.ts';

/** How two qualifiers relate: they may stand for each other, contradict each other, or point in opposite directions. */
export type QualifierAgreement = 'agree' | 'differ' | 'opposite';

const upwards: ReadonlySet<Qualifier | undefined> = new Set<Qualifier>(['more-than', 'at-least']);
const downwards: ReadonlySet<Qualifier | undefined> = new Set<Qualifier>(['less-than', 'at-most', 'nearly']);

/** Pairs that do not contradict each other although they are not the same. */
const compatible: readonly (readonly [Qualifier, Qualifier])[] = [
  ['about', 'nearly'],
  ['more-than', 'at-least'],
  ['less-than', 'at-most'],
  ['nearly', 'less-than'],
];

/** Compares what a record and an article say; `undefined` is exact. Symmetric. */
export function compareQualifiers(a: Qualifier | undefined, b: Qualifier | undefined): QualifierAgreement {
  if (a === b) return 'agree';
  if (compatible.some(([x, y]) => (a === x && b === y) || (a === y && b === x))) return 'agree';
  if ((upwards.has(a) && downwards.has(b)) || (downwards.has(a) && upwards.has(b))) return 'opposite';
  return 'differ';
}
