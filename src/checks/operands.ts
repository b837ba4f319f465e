import type { FigureClaim } from '../records/model.ts';
import type { CheckedClaim } from './claims.ts';
import type { Operand } from './rule.ts';

/**
 * Checks every figure, each after those that it is computed from. Figures that are computed from themselves, by however
 * many steps, find each other marked as circular. The walk keeps its own stack: a chain may be as long as a record.
 */
export function checkInOrder(
  figures: readonly FigureClaim[],
  check: (figure: FigureClaim, operands: readonly Operand[]) => CheckedClaim,
): readonly CheckedClaim[] {
  const byId = new Map<string, FigureClaim>();
  for (const figure of figures) {
    if (figure.hasOwnId && !byId.has(figure.id.value)) byId.set(figure.id.value, figure);
  }
  const results = new Map<FigureClaim, CheckedClaim>();
  const open = new Set<FigureClaim>();
  const pathsOf = (figure: FigureClaim): readonly string[] =>
    figure.derived?.value.operands.map(({ value }) => value) ?? [];

  const operandsOf = (figure: FigureClaim): readonly Operand[] =>
    pathsOf(figure).map((id): Operand => {
      const operand = byId.get(id);
      if (!operand) return { id };
      const verdict = results.get(operand)?.result.verdict;
      return verdict === undefined ? { id, figure: operand, circular: true } : { id, figure: operand, verdict };
    });

  for (const first of figures) {
    const stack = [first];
    for (let figure = stack.at(-1); figure; figure = stack.at(-1)) {
      const waiting = open.has(figure) ? [] : pathsOf(figure).flatMap((id) => byId.get(id) ?? []);
      open.add(figure);
      const next = waiting.filter((operand) => !results.has(operand) && !open.has(operand));
      if (next.length > 0 && !results.has(figure)) {
        stack.push(...next);
        continue;
      }
      stack.pop();
      if (!results.has(figure)) results.set(figure, check(figure, operandsOf(figure)));
    }
  }
  return figures.flatMap((figure) => results.get(figure) ?? []);
}
