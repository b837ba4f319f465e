import {
  DecorationRangeBehavior,
  type Disposable,
  Range,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageclient';
import type { ArticlePassage } from '../service/claim-states.ts';
import { asArticle } from './annotate/article-at-hand.ts';

/** Shows a passage in its article beside the record, its number marked, until another one is shown or the article changes. */
export class PassageMarks implements Disposable {
  private readonly passage = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.findMatchHighlightBackground'),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  private readonly number = window.createTextEditorDecorationType({
    // A frame and heavy letters beside the colour, for those who do not see it.
    backgroundColor: new ThemeColor('editor.findMatchBackground'),
    border: '1px solid',
    borderColor: new ThemeColor('contrastBorder'),
    fontWeight: 'bold',
    overviewRulerColor: new ThemeColor('editorOverviewRuler.findMatchForeground'),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
  });
  private shown: TextEditor | undefined;
  private readonly listener = workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && document === this.shown?.document) this.clear();
  });

  async show({ uri, passage, number }: ArticlePassage): Promise<TextEditor> {
    this.clear();
    const document = await asArticle(await workspace.openTextDocument(Uri.parse(uri, true)));
    const open = window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = open?.viewColumn ?? ViewColumn.Beside;
    const editor = await window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: true });
    const place = rangeOf(number ?? passage);
    editor.setDecorations(this.passage, [rangeOf(passage)]);
    editor.setDecorations(this.number, number ? [place] : []);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
    this.shown = editor;
    return editor;
  }

  dispose(): void {
    this.listener.dispose();
    this.passage.dispose();
    this.number.dispose();
  }

  private clear(): void {
    this.shown?.setDecorations(this.passage, []);
    this.shown?.setDecorations(this.number, []);
    this.shown = undefined;
  }
}

const rangeOf = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
