import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { Diagnostic, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import type { ServerHost } from '../../src/server/host.ts';
import { nodeHost } from '../../src/server/node-host.ts';
import { serve } from '../../src/server/server.ts';

/** An editor without a window: joined to the server by two streams, so that a test says what is typed and sees what is answered. */
export class Client {
  readonly messages: string[] = [];
  private readonly published = new Map<string, PublishDiagnosticsParams>();
  private readonly waiters: (() => void)[] = [];
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly connection: MessageConnection,
    readonly root: string,
    readonly capabilities: InitializeResult['capabilities'],
  ) {}

  /**
   * @param root Path of the opened folder.
   * @param able What the editor says that it can do, beside what every one of these can.
   */
  static async open(
    root: string,
    options: Record<string, unknown> = {},
    able: { readonly workspace?: object; readonly experimental?: object } = {},
    host: ServerHost = nodeHost(),
  ): Promise<Client> {
    const up = new PassThrough();
    const down = new PassThrough();
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), host, '0.0.0-test');
    const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    const published: PublishDiagnosticsParams[] = [];
    const messages: string[] = [];
    let client: Client | undefined;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (client) client.take(params);
      else published.push(params);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      (client?.messages ?? messages).push(message);
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('client/registerCapability', () => null);
    connection.listen();
    const uri = pathToFileURL(root).href;
    const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'test' }],
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, ...able.workspace },
        window: { workDoneProgress: true },
        ...(able.experimental && { experimental: able.experimental }),
      },
      initializationOptions: options,
    });
    client = new Client(connection, uri, capabilities);
    client.messages.push(...messages);
    await connection.sendNotification('initialized', {});
    return client;
  }

  uri(path: string): string {
    return `${this.root}/${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  async openText(path: string, text: string, languageId = 'policy-record'): Promise<void> {
    this.versions.set(path, 1);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: this.uri(path), languageId, version: 1, text },
    });
  }

  /** Puts a whole new text in the place of the old one. */
  async changeText(path: string, text: string): Promise<void> {
    const version = (this.versions.get(path) ?? 0) + 1;
    this.versions.set(path, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges: [{ text }],
    });
  }

  async close(path: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } });
  }

  /** The findings of the newest text of a file, as soon as they are published. */
  async diagnostics(path: string): Promise<readonly Diagnostic[]> {
    const uri = this.uri(path);
    for (;;) {
      const known = this.published.get(uri);
      if (known && (known.version === undefined || known.version === this.versions.get(path))) return known.diagnostics;
      await new Promise<void>((resolve) => this.waiters.push(resolve));
    }
  }

  /** Waits until the findings of a file are as wanted; the test's own time limit ends it. */
  async until(path: string, wanted: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    for (;;) {
      const diagnostics = await this.diagnostics(path);
      if (wanted(diagnostics)) return diagnostics;
      await new Promise<void>((resolve) => this.waiters.push(resolve));
    }
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  dispose(): void {
    this.connection.end();
    this.connection.dispose();
  }

  private take(params: PublishDiagnosticsParams): void {
    this.published.set(params.uri, params);
    for (const resolve of this.waiters.splice(0)) resolve();
  }
}
