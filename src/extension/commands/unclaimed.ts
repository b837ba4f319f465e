import { l10n, Position, Selection, TextEditorRevealType, window } from 'vscode';
import { articleAtHand, articleInSight, asArticle, coverageOf, type SeenArticle } from '../annotate/article-at-hand.ts';
import type { Server } from '../server.ts';
import type { Command, CommandContext } from './command.ts';

/** Goes to the next number of the article that nobody claims, behind the last one to the first. */
export const nextUnclaimed: Command = (context) => go(context, 1);

export const previousUnclaimed: Command = (context) => go(context, -1);

async function go({ server }: CommandContext, step: 1 | -1): Promise<Selection | undefined> {
  const seen = (await articleInSight(server)) ?? (await openedArticle(server));
  if (!seen) return undefined;
  const { editor, coverage } = seen;
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
  const document = await asArticle(editor.document);
  const shown = await window.showTextDocument(document, {
    selection: place,
    ...(editor.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
  });
  shown.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  return place;
}

/** The file that is open, of which nothing but the one who asks tells that it is an article; where there is none, that is said. */
async function openedArticle(server: Server): Promise<SeenArticle | undefined> {
  const editor = articleAtHand();
  if (!editor) return undefined;
  const coverage = await coverageOf(server, editor.document, true);
  if (coverage) return { editor, coverage };
  void window.showInformationMessage(l10n.t('This article cannot be read, or lies in no opened folder.'));
  return undefined;
}
