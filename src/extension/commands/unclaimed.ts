import { l10n, Position, Selection, TextEditorRevealType, window } from 'vscode';
import { articleAtHand, asArticle, coverageOf } from '../annotate/article-at-hand.ts';
import type { Command, CommandContext } from './command.ts';

/** Goes to the next number of the article that nobody claims, behind the last one to the first. */
export const nextUnclaimed: Command = (context) => go(context, 1);

export const previousUnclaimed: Command = (context) => go(context, -1);

async function go({ server }: CommandContext, step: 1 | -1): Promise<Selection | undefined> {
  const editor = articleAtHand();
  const coverage = editor && (await coverageOf(server, editor.document, true));
  if (!editor) return undefined;
  if (!coverage) {
    void window.showInformationMessage(l10n.t('This article cannot be read, or lies in no opened folder.'));
    return undefined;
  }
  const places = coverage.marks
    .filter(({ state }) => state === 'unclaimed')
    .map(
      ({ range: { start, end } }) =>
        new Selection(new Position(start.line, start.character), new Position(end.line, end.character)),
    );
  const here = editor.selection.start;
  const place =
    step > 0
      ? (places.find(({ start }) => start.isAfter(here)) ?? places[0])
      : (places.findLast(({ start }) => start.isBefore(here)) ?? places.at(-1));
  if (!place) {
    void window.showInformationMessage(
      coverage.marks.length === 0
        ? l10n.t('This article holds no number to claim.')
        : l10n.t('Every number of this article is claimed or left out on purpose.'),
    );
    return undefined;
  }
  await asArticle(editor.document);
  editor.selection = place;
  editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  return place;
}
