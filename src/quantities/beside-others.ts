import { withParts } from './part-of-many.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';
import { withSharedMeasures } from './shared-measure.ts';

/** What the quantities of a text, each read by itself, say of each other. */
export const besideOthers = (scope: Scope, quantities: readonly Quantity[]): readonly Quantity[] =>
  withSharedMeasures(scope, withParts(scope, quantities));
