import type { Qualifier } from '../../quantities/quantity.ts';
import type { FigureClaim, PolicyRecord } from '../../records/model.ts';
import type { Fix } from '../../records/problem.ts';
import { fits } from '../candidate.ts';
import { insertedKey, removedKey, replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { qualifierText, quantityWords, readableValue } from '../wording.ts';

/** The source qualifies the number otherwise: *more than*, where the record says exact. */
export const figureQualifier: Rule = {
  id: 'figure/qualifier',
  severity: 'warning',
  title: 'the source qualifies the number otherwise',
  figureEvidence(figure, { passage, best, ambiguous }, { record }) {
    if (!best || !fits(best) || best.qualifier === 'agree') return [];
    if (passage.kind === 'nothing' || passage.kind === 'lost') return [];
    const isOpposite = best.qualifier === 'opposite';
    if (!isOpposite && (passage.kind === 'near' || (passage.kind === 'whole' && ambiguous))) return [];
    const { quantity } = best;
    const claimed = figure.qualifier?.value;
    const { start, end } = figure.qualifier ?? figure.value;
    return [
      {
        start,
        end,
        message: `The source says “${quantityWords(passage.article, quantity)}” (${said(quantity.qualifier, figure)}); the record says ${said(claimed, figure)}${isOpposite ? ', which is the opposite direction' : ''}.`,
        expected: quantity.qualifier ?? 'exact',
        found: claimed ?? 'exact',
        related: [placeIn(passage.state, quantity)],
        fix: fixFor(figure, quantity.qualifier, record),
        ...(isOpposite && { severity: 'error', verdict: 'refuted' }),
      },
    ];
  },
};

const said = (qualifier: Qualifier | undefined, figure: FigureClaim): string =>
  `${qualifierText(qualifier)} ${readableValue(figure.value.value)}`;

/** Inserts, replaces or removes the qualifier, so that the record says what the source says. */
function fixFor(figure: FigureClaim, qualifier: Qualifier | undefined, { text }: PolicyRecord): Fix {
  if (figure.qualifier && qualifier === undefined) {
    return removedKey(text, figure.qualifier, 'exact', 'Remove the qualifier');
  }
  const title = `Take the source's qualifier: ${qualifier ?? 'exact'}`;
  if (figure.qualifier) return replacement(figure.qualifier, qualifier ?? 'exact', title);
  const after = figure.unit ?? figure.value;
  return insertedKey({ text, mapping: figure }, after, 'qualifier', qualifier ?? 'exact', title);
}
