import {
  DecorationRangeBehavior,
  type Disposable,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  Range,
  StatusBarAlignment,
  type StatusBarItem,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import type { ArticleCoverageState, CoverageMark } from '../../service/annotate/article-coverage.ts';
import { coverageMarksAreOn } from '../features.ts';
import { commandNames, section } from '../names.ts';
import type { Server } from '../server.ts';
import { articleAtWork, asArticle, coverageOf, mayBeArticle, type SeenArticle } from './article-at-hand.ts';

type State = CoverageMark['state'];

/**
 * In an open article, which numbers are claimed (a line below), left out on purpose (dots) or claimed by nobody (dashes): each
 * by its shape as well as its colour. The counts stand in the status bar.
 */
export class CoverageMarks implements Disposable {
  private readonly types: Readonly<Record<State, TextEditorDecorationType>> = {
    claimed: underline('solid', 'testing.iconPassed'),
    ignored: underline('dotted', 'descriptionForeground'),
    unclaimed: underline('dashed', 'editorWarning.foreground', 'editorOverviewRuler.warningForeground'),
  };
  private readonly item: StatusBarItem;
  private readonly listeners: Disposable[];
  private isMarking = false;
  private markAgain = false;

  constructor(private readonly server: Server) {
    this.item = window.createStatusBarItem('policyRecords.coverage', StatusBarAlignment.Left, 9);
    this.item.name = l10n.t('Policy Records: Numbers of the Article');
    this.item.command = commandNames.nextUnclaimed;
    this.listeners = [
      server.onChecked(() => void this.markNow()),
      window.onDidChangeVisibleTextEditors(() => void this.markNow()),
      window.onDidChangeActiveTextEditor(() => void this.markNow()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (mayBeArticle(document)) void this.markNow();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) void this.markNow();
      }),
    ];
    void this.markNow();
  }

  dispose(): void {
    for (const one of [...this.listeners, ...Object.values(this.types), this.item]) one.dispose();
  }

  /** At once; what is typed while the server answers is answered once more, and quick typing no more than that. */
  private async markNow(): Promise<void> {
    this.markAgain = this.isMarking;
    if (this.isMarking) return;
    this.isMarking = true;
    try {
      do {
        this.markAgain = false;
        await this.markAll();
      } while (this.markAgain);
    } finally {
      this.isMarking = false;
    }
  }

  private async markAll(): Promise<void> {
    const seen: SeenArticle[] = [];
    for (const editor of window.visibleTextEditors) {
      if (!mayBeArticle(editor.document)) continue;
      const version = editor.document.version;
      const coverage = await coverageOf(this.server, editor.document);
      if (coverage) await asArticle(editor.document);
      // Somebody typed in the meantime: that text is marked in its turn.
      if (version !== editor.document.version) continue;
      this.mark(editor, coverage);
      if (coverage) seen.push({ editor, coverage });
    }
    this.count(articleAtWork(seen)?.coverage);
  }

  private mark(editor: TextEditor, coverage: ArticleCoverageState | undefined): void {
    const marks = coverage && coverageMarksAreOn(editor.document.uri) ? coverage.marks : [];
    for (const state of Object.keys(this.types) as State[]) {
      const ranges = marks
        .filter((mark) => mark.state === state)
        .map(({ range: { start, end }, words }) => ({
          range: new Range(start.line, start.character, end.line, end.character),
          hoverMessage: new MarkdownString().appendText(words),
        }));
      editor.setDecorations(this.types[state], ranges);
    }
  }

  private count(coverage: ArticleCoverageState | undefined): void {
    if (!coverage) {
      this.item.hide();
      return;
    }
    const { claimed, ignored, unclaimed, percent } = coverage;
    const all = claimed + ignored + unclaimed;
    const text = l10n.t('{0} of {1} numbers claimed', claimed, all);
    const more = l10n.t(
      '{0} left out on purpose, {1} claimed by nobody: {2} %. Select to go to the next one that nobody claims.',
      ignored,
      unclaimed,
      percent,
    );
    this.item.text = `${unclaimed === 0 ? '$(pass)' : '$(list-selection)'} ${text}`;
    this.item.tooltip = more;
    this.item.accessibilityInformation = { label: `Policy Records: ${text}. ${more}`, role: 'button' };
    this.item.show();
  }
}

function underline(style: 'solid' | 'dotted' | 'dashed', color: string, ruler?: string): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    borderStyle: style,
    borderWidth: '0 0 2px 0',
    borderColor: new ThemeColor(color),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    ...(ruler !== undefined && {
      overviewRulerColor: new ThemeColor(ruler),
      overviewRulerLane: OverviewRulerLane.Right,
    }),
  });
}
