/** The language server as it is shipped, a process of its own, spoken to as an editor does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { LineIndex } from '../../src/text/lines.ts';

const program = 'dist/server.cjs';

/** What an editor has open, and what it does with it. */
export class OpenFile {
  version = 1;

  constructor(
    private readonly server: LanguageServer,
    readonly path: string,
    public text: string,
  ) {}

  /** Puts `typed` in the place of `start` to `end`, and sends that and no more. */
  async type(start: number, end: number, typed: string): Promise<void> {
    const lines = new LineIndex(this.text);
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    this.text = this.text.slice(0, start) + typed + this.text.slice(end);
    this.version += 1;
    await this.server.notify('textDocument/didChange', {
      textDocument: { uri: this.server.uri(this.path), version: this.version },
      contentChanges: [{ range, text: typed }],
    });
  }

  /** Milliseconds until the answer to a request about a place. */
  async ask(method: string, offset: number): Promise<number> {
    const position = new LineIndex(this.text).positionAt(offset);
    const start = performance.now();
    const answer = await this.server.request(method, { textDocument: { uri: this.server.uri(this.path) }, position });
    const took = performance.now() - start;
    if (answer === null) throw new Error(`${method} has no answer at ${this.path}:${position.line + 1}`);
    return took;
  }

  /** The next findings of this file as it stands. */
  findings(): Promise<readonly Diagnostic[]> {
    return this.server.findings(this.path, () => this.version);
  }
}

export class LanguageServer {
  private readonly listeners = new Map<string, (published: PublishDiagnosticsParams) => void>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly connection: MessageConnection,
    private readonly root: string,
  ) {}

  /** A server that has greeted its editor, with a folder opened. */
  static async start(folder: string): Promise<LanguageServer> {
    const child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    const root = pathToFileURL(folder).href;
    const server = new LanguageServer(child, connection, root);
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      server.listeners.get(params.uri)?.(params),
    );
    connection.listen();
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'bench' }],
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    });
    await connection.sendNotification('initialized', {});
    return server;
  }

  uri(path: string): string {
    return `${this.root}/${path}`;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  async open(path: string, text: string, languageId: string): Promise<OpenFile> {
    const textDocument = { uri: this.uri(path), languageId, version: 1, text };
    await this.notify('textDocument/didOpen', { textDocument });
    return new OpenFile(this, path, text);
  }

  /** The findings of a file that are published next and belong to its version of that moment. */
  findings(path: string, version: () => number): Promise<readonly Diagnostic[]> {
    return new Promise((resolve) => {
      this.listeners.set(this.uri(path), (published) => {
        if (published.version === version()) resolve(published.diagnostics);
      });
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
    this.connection.dispose();
  }
}
