import type { CancellationToken, WorkDoneProgressParams } from 'vscode-languageserver';
import { TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { kindOf } from '../records/layout.ts';
import { diagnosticsOf } from '../service/diagnostics.ts';
import type { Project } from '../service/project.ts';
import { statusOf } from '../service/status.ts';
import { fileAddress } from './addresses.ts';
import type { ServerContext, ServerFeature } from './context.ts';
import { type CheckAllResult, checkAllRequest, checkRecordRequest, recordStatus } from './protocol.ts';

/**
 * Milliseconds that a check of what is being typed waits. VS Code asks for proposals 10 ms after a key, and whoever types waits
 * for those first: a check is not interrupted.
 */
const patience = 12;

/** Keeps the texts of the editor, and publishes what is found in the files that are open. */
export class CheckFeature implements ServerFeature {
  readonly capabilities = {
    // Changes alone are sent, and saving is told.
    textDocumentSync: { openClose: true, change: 2 as const, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
  private readonly documents = new TextDocuments(TextDocument);
  /** Addresses that wait for their next check. */
  private readonly waiting = new Set<string>();
  /** Files that `check all` published findings for, though they are not open. */
  private readonly published = new Set<string>();
  /** Texts of the disk that the editor does not show yet, by address. */
  private readonly awaited = new Map<string, string>();
  private context: ServerContext | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer rings, in milliseconds of `performance.now`. */
  private due = 0;

  register(context: ServerContext): void {
    this.context = context;
    const { connection, guarded } = context;
    this.documents.onDidOpen(({ document }) => this.opened(document.uri));
    this.documents.onDidChangeContent(({ document }) => this.take(document));
    this.documents.onDidSave(() => this.saved());
    this.documents.onDidClose(({ document }) => this.closed(document.uri));
    this.documents.listen(connection);
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri } of changes) {
        const place = context.placeOf(uri);
        place?.project.fileChanged(place.path);
      }
      if (context.settings().check === 'save') for (const { uri } of changes) void this.savedElsewhere(uri);
    });
    connection.onRequest(checkRecordRequest, ({ uri }: { readonly uri: string }) =>
      guarded('check', null, async () => {
        await this.publish(uri);
        const view = await context.recordOf(uri);
        return view ? { uri, ...statusOf(view.result) } : null;
      }),
    );
    connection.onRequest(checkAllRequest, async (params: WorkDoneProgressParams, token: CancellationToken) =>
      guarded('check all', null, () => this.checkAll(params, token)),
    );
  }

  /** Something that the files depend on has changed; those that are shown are checked again. */
  stale(uris: readonly string[]): void {
    if (this.context?.settings().check !== 'type') return;
    for (const uri of uris) if (this.documents.get(uri) || this.published.has(uri)) this.enqueue(uri);
  }

  /** The version of an open text; null for a file that is not open. */
  versionOf(uri: string): number | null {
    return this.documents.get(uri)?.version ?? null;
  }

  private take(document: TextDocument): void {
    // The text of a PDF is shown, and never typed in.
    if (fileAddress(document.uri) !== document.uri) return;
    const place = this.context?.placeOf(document.uri);
    if (!place) return;
    place.project.setText(place.path, document.getText());
    if (this.context?.settings().check === 'type') this.enqueue(document.uri, document.version > 1 ? patience : 0);
    if (this.awaited.get(document.uri) !== document.getText()) return;
    this.awaited.delete(document.uri);
    this.enqueue(document.uri);
  }

  /** Checked whatever the settings say, unless files are only checked on command. The text arrives right after. */
  private opened(uri: string): void {
    if (this.context?.settings().check !== 'command') this.enqueue(uri);
  }

  /** What is saved may change what is said of the others, unless files are only checked on command. */
  private saved(): void {
    if (this.context?.settings().check === 'command') return;
    for (const { uri } of this.documents.all()) this.enqueue(uri);
  }

  private closed(uri: string): void {
    if (fileAddress(uri) !== uri) return;
    this.awaited.delete(uri);
    const place = this.context?.placeOf(uri);
    place?.project.setText(place.path, undefined);
    if (!this.published.has(uri)) void this.context?.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Checks after what has arrived by now was taken in, so that quick typing is checked once. */
  private enqueue(uri: string, wait = 0): void {
    this.waiting.add(uri);
    const due = performance.now() + wait;
    if (this.timer !== undefined && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const uris = [...this.waiting];
      this.waiting.clear();
      for (const one of uris) void this.publish(one);
    }, wait);
  }

  /**
   * A file was written, perhaps by another program: the open files are checked as after saving. An editor shows a new text of the
   * disk only a moment later; that is checked when it comes.
   */
  private async savedElsewhere(uri: string): Promise<void> {
    for (const { uri: open } of this.documents.all()) this.enqueue(open);
    const place = this.documents.get(uri) && this.context?.placeOf(uri);
    const saved = await place?.project.savedText(place.path);
    if (saved === undefined) this.awaited.delete(uri);
    else if (saved === this.documents.get(uri)?.getText()) this.enqueue(uri);
    else this.awaited.set(uri, saved);
  }

  private async publish(uri: string): Promise<void> {
    const { context } = this;
    if (!context) return;
    const version = this.documents.get(uri)?.version;
    await context.guarded('check', undefined, async () => {
      const place = context.placeOf(uri);
      if (!place) return;
      const { project, path } = place;
      const kind = kindOf(path);
      if (kind === 'other') return;
      const view = await (kind === 'record' ? project.record(path) : project.file(path));
      // Somebody typed in the meantime: that text is checked in its turn.
      if (version !== this.documents.get(uri)?.version) return;
      const diagnostics = view ? diagnosticsOf(view) : [];
      void context.connection.sendDiagnostics({ uri, ...(version !== undefined && { version }), diagnostics });
      if (view?.kind === 'record') {
        void context.connection.sendNotification(recordStatus, { uri, ...statusOf(view.result) });
      }
      void project.indexed();
    });
  }

  private async checkAll({ workDoneToken }: WorkDoneProgressParams, token: CancellationToken): Promise<CheckAllResult> {
    const { context } = this;
    const total = { records: 0, claims: 0, supported: 0, errors: 0, warnings: 0 };
    if (!context) return { ...total, cancelled: false };
    const projects = new Set<Project>([...context.projects.openFolders(), ...context.projects.all()]);
    const { window } = context.connection;
    // Where the asker shows no progress of its own, one is made.
    const own = workDoneToken === undefined ? await window.createWorkDoneProgress() : undefined;
    const progress = own ?? window.attachWorkDoneProgress(workDoneToken);
    progress.begin('Checking records', 0, '', true);
    const isCancelled = (): boolean => token.isCancellationRequested || own?.token.isCancellationRequested === true;
    try {
      for (const project of projects) {
        await project.indexed();
        const paths = project.selectedRecords();
        for (const [done, path] of paths.entries()) {
          if (isCancelled()) return { ...total, cancelled: true };
          progress.report((100 * done) / paths.length, `${done} of ${paths.length}`);
          const uri = project.uriOf(path);
          const view = await project.record(path);
          if (!view) continue;
          const diagnostics = diagnosticsOf(view);
          this.published.add(uri);
          void context.connection.sendDiagnostics({ uri, diagnostics });
          const { claims, supported } = statusOf(view.result);
          total.records += 1;
          total.claims += claims;
          total.supported += supported;
          total.errors += diagnostics.filter(({ severity }) => severity === 1).length;
          total.warnings += diagnostics.filter(({ severity }) => severity === 2).length;
          if (!this.documents.get(uri)) project.release(path);
          await context.pause();
        }
      }
      return { ...total, cancelled: false };
    } finally {
      progress.done();
    }
  }
}
