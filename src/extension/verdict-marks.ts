import { type Disposable, Range, type TextEditor, type TextEditorDecorationType, Uri, window, workspace } from 'vscode';
import { claimsRequest } from '../server/protocol.ts';
import type { ClaimState } from '../service/claim-states.ts';
import { marksAreOn } from './features.ts';
import { recordLanguage, section } from './names.ts';
import type { Server } from './server.ts';

type Verdict = ClaimState['verdict'];

const verdicts: readonly Verdict[] = ['supported', 'refuted', 'not-found', 'accepted', 'unchecked'];

/** A mark in the margin beside the number of each claim; every verdict has a shape of its own. */
export class VerdictMarks implements Disposable {
  private readonly types: ReadonlyMap<Verdict, TextEditorDecorationType>;
  private readonly listeners: Disposable[];

  constructor(
    private readonly server: Server,
    extension: Uri,
  ) {
    this.types = new Map(verdicts.map((verdict) => [verdict, markOf(extension, verdict)]));
    this.listeners = [
      server.onChecked(({ uri }) => {
        for (const editor of window.visibleTextEditors) {
          if (editor.document.uri.toString() === uri) void this.mark(editor);
        }
      }),
      window.onDidChangeVisibleTextEditors((editors) => this.markAll(editors)),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) this.markAll(window.visibleTextEditors);
      }),
    ];
  }

  dispose(): void {
    for (const listener of [...this.listeners, ...this.types.values()]) listener.dispose();
  }

  private markAll(editors: readonly TextEditor[]): void {
    for (const editor of editors) if (editor.document.languageId === recordLanguage) void this.mark(editor);
  }

  private async mark(editor: TextEditor): Promise<void> {
    const uri = editor.document.uri;
    const isMarked = marksAreOn(uri) && this.server.statusOf(uri.toString()) !== undefined;
    const claims = isMarked
      ? await this.server.request<readonly ClaimState[]>(claimsRequest, { uri: uri.toString() })
      : [];
    for (const [verdict, type] of this.types) {
      const ranges = claims.filter((claim) => claim.verdict === verdict).map(({ valueRange: { start } }) => start);
      editor.setDecorations(
        type,
        ranges.map(({ line, character }) => new Range(line, character, line, character)),
      );
    }
  }
}

function markOf(extension: Uri, verdict: Verdict): TextEditorDecorationType {
  const icon = (theme: string): Uri => Uri.joinPath(extension, 'media', 'verdicts', `${verdict}-${theme}.svg`);
  return window.createTextEditorDecorationType({
    gutterIconSize: '80%',
    light: { gutterIconPath: icon('light') },
    dark: { gutterIconPath: icon('dark') },
  });
}
