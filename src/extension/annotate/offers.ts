import {
  CodeAction,
  CodeActionKind,
  type DataTransfer,
  type Disposable,
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  type DocumentPasteEditProvider,
  l10n,
  languages,
  Range,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { textEndings } from '../../records/layout.ts';
import { type AddFiguresResult, pasteFiguresRequest } from '../../server/protocol.ts';
import { quickFixesAreOn } from '../features.ts';
import { commandNames, recordLanguage, textScheme } from '../names.ts';
import type { Server } from '../server.ts';
import { coverageOf, mayBeArticle } from './article-at-hand.ts';

/** Offers figures where somebody is at work: at a number of an article, and where words of one are pasted into a record. */
export function registerOffers(server: Server): Disposable[] {
  return [
    languages.registerCodeActionsProvider(
      [{ scheme: textScheme }, { pattern: `**/*.{${textEndings.join(',')}}` }],
      { provideCodeActions: (document, range) => actionsAt(server, document, range) },
      { providedCodeActionKinds: [CodeActionKind.Refactor] },
    ),
    languages.registerDocumentPasteEditProvider({ language: recordLanguage }, new PastedFigures(server), {
      pasteMimeTypes: ['text/plain'],
      providedPasteEditKinds: [figures],
    }),
  ];
}

async function actionsAt(server: Server, document: TextDocument, range: Range): Promise<CodeAction[]> {
  if (!mayBeArticle(document) || !quickFixesAreOn(document.uri)) return [];
  const coverage = await coverageOf(server, document);
  const marks = (coverage?.marks ?? []).filter(({ range: { start, end } }) =>
    new Range(start.line, start.character, end.line, end.character).intersection(range),
  );
  const unclaimed = marks.filter(({ state }) => state === 'unclaimed');
  if (marks.length === 0) return [];
  const several = !range.isEmpty && unclaimed.length > 1;
  const title = several
    ? l10n.t('Add Figures for {0} Numbers to the Record', unclaimed.length)
    : l10n.t('Add Figure to Record');
  const action = new CodeAction(title, CodeActionKind.Refactor);
  action.command = { title, command: several ? commandNames.addAllFigures : commandNames.addFigure };
  return [action];
}

const figures = DocumentDropOrPasteEditKind.Empty.append('policyRecords', 'figures');

/** Words that were copied from an article of the record can be pasted as the figures that they state. */
class PastedFigures implements DocumentPasteEditProvider {
  constructor(private readonly server: Server) {}

  async provideDocumentPasteEdits(
    document: TextDocument,
    _ranges: readonly Range[],
    dataTransfer: DataTransfer,
  ): Promise<DocumentPasteEdit[]> {
    const text = await dataTransfer.get('text/plain')?.asString();
    // A number alone, or a word, is pasted where the cursor is.
    if (text === undefined || !/\S\s+\S/.test(text)) return [];
    const added = await this.server.request<AddFiguresResult | null>(pasteFiguresRequest, {
      record: document.uri.toString(),
      text,
    });
    if (!added) return [];
    const { start, end } = added.edit.range;
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), added.edit.newText);
    const title =
      added.ids.length === 1 ? l10n.t('Paste as a Figure') : l10n.t('Paste as {0} Figures', added.ids.length);
    const paste = new DocumentPasteEdit('', title, figures);
    paste.additionalEdit = edit;
    // Whoever pastes words wants the words, unless they choose otherwise.
    paste.yieldTo = [DocumentDropOrPasteEditKind.Text];
    return [paste];
  }
}
