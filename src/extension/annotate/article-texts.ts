import { type Disposable, EventEmitter, l10n, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { articleTextRequest } from '../../server/protocol.ts';
import { textScheme } from '../names.ts';
import type { Server } from '../server.ts';

/** The texts of PDF and Word files, which an editor can show and nobody can change. */
export class ArticleTexts implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly shown = new Set<string>();
  private readonly listeners: Disposable[];
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: Server) {
    this.listeners = [
      workspace.registerTextDocumentContentProvider(textScheme, this),
      server.onState((state) => {
        if (state === 'running') for (const uri of this.shown) this.changed.fire(Uri.parse(uri, true));
      }),
      workspace.onDidCloseTextDocument(({ uri }) => this.shown.delete(uri.toString())),
    ];
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    this.shown.add(uri.toString());
    const text = await this.server.request<string | null>(articleTextRequest, { uri: uri.toString() });
    return text ?? l10n.t('The text of this file cannot be shown: no record cites it, or it cannot be read.');
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }
}
