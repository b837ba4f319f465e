import { l10n, window } from 'vscode';
import type { ArticlePassage } from '../../service/claim-states.ts';
import { claimAtHand, positionFrom, recordAtHand } from '../record-at-hand.ts';
import type { Command } from './command.ts';

/** Shows what the claim at the cursor was compared with, in the article beside the record. */
export const showPassage: Command = async ({ server, passageMarks }, at): Promise<ArticlePassage | undefined> => {
  const editor = recordAtHand();
  const claim = editor && (await claimAtHand(server, editor, positionFrom(at)));
  if (!claim) return undefined;
  const passage = claim.passages.length > 1 ? await choose(claim.passages) : claim.passages[0];
  if (passage) await passageMarks.show(passage);
  else if (claim.passages.length === 0)
    void window.showInformationMessage(
      [l10n.t('No article has a passage for “{0}”.', claim.label), ...claim.messages].join(' '),
    );
  return passage;
};

/** Where several articles bear a claim, a person says which; all in one article is shown at its first. */
async function choose(passages: readonly ArticlePassage[]): Promise<ArticlePassage | undefined> {
  const [first, ...others] = [...new Map(passages.map((passage) => [passage.uri, passage])).values()];
  if (others.length === 0) return first;
  const items = [...(first ? [first] : []), ...others].map((passage) => ({
    label: passage.source,
    description: decodeURIComponent(passage.uri.slice(passage.uri.lastIndexOf('/') + 1)),
    passage,
  }));
  const placeHolder = l10n.t('Several articles were compared with this claim: which one do you want to see?');
  return (await window.showQuickPick(items, { placeHolder }))?.passage;
}
