import {
  type CancellationToken,
  type ExtensionContext,
  type LogOutputChannel,
  l10n,
  type Progress,
  window,
  workspace,
} from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  State,
  type StaticFeature,
  TransportKind,
  WorkDoneProgress,
} from 'vscode-languageclient/node';
import {
  listFilesRequest,
  type ReadFileResult,
  type RecordStatus,
  readFileRequest,
  readsFiles,
  recordStatus,
  showIndicatorCommand,
  showsPages,
} from '../server/protocol.ts';
import { documentSelector } from './documents.ts';
import { middleware } from './features.ts';
import { listFiles, readFile } from './files-for-server.ts';
import { section } from './names.ts';
import { Restarts } from './restarts.ts';

export type ServerState = 'starting' | 'running' | 'stopped';

export type Report = Progress<{ message?: string; increment?: number }>;

export interface ClientEvents {
  readonly state: (state: ServerState) => void;
  readonly checked: (status: RecordStatus) => void;
}

export interface RunningClient {
  request<T>(method: string, params: unknown): Promise<T>;
  /** A request that tells how far it is, and can be cancelled. */
  longRequest<T>(
    method: string,
    params: object,
    long: { readonly progress: Report; readonly token: CancellationToken },
  ): Promise<T>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the language server as a process of its own, with the editor's own Node. */
export async function startClient(context: ExtensionContext, events: ClientEvents): Promise<RunningClient> {
  const log = window.createOutputChannel('Policy Records', { log: true });
  context.subscriptions.push(log);
  const module = context.asAbsolutePath('dist/server.cjs');
  const run = { module, transport: TransportKind.ipc };
  const client = new LanguageClient(section, 'Policy Records', { run, debug: run }, clientOptions(log, events));
  client.registerFeature(filesFeature);
  client.onDidChangeState(({ newState }) => events.state(stateOf(newState)));
  client.onNotification(recordStatus, events.checked);
  client.onRequest<ReadFileResult, unknown>(readFileRequest, readFile);
  client.onRequest(listFilesRequest, listFiles);
  await start(client, log);
  let requests = 0;
  return {
    request: (method, params) => client.sendRequest(method, params),
    async longRequest(method, params, { progress, token }) {
      requests += 1;
      const workDoneToken = `policy-records-${requests}`;
      let done = 0;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== 'report') return;
        const { message, percentage = done } = value;
        progress.report({ ...(message !== undefined && { message }), increment: percentage - done });
        done = percentage;
      });
      try {
        return await client.sendRequest(method, { ...params, workDoneToken }, token);
      } finally {
        listening.dispose();
      }
    },
    async restart() {
      if (client.isRunning()) await client.restart();
      else await start(client, log);
    },
    stop: () => client.dispose(),
  };
}

/** Tells the server that it may ask for files that lie on no disk, and that pages are shown here. */
const filesFeature: StaticFeature = {
  fillClientCapabilities(capabilities) {
    capabilities.experimental = { ...capabilities.experimental, [readsFiles]: true, [showsPages]: true };
  },
  initialize() {},
  getState: () => ({ kind: 'static' }),
  clear() {},
};

/** A server that does not start is told in a sentence; the library's own words go to the log. */
async function start(client: LanguageClient, log: LogOutputChannel): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const show = l10n.t('Show Log');
    void window
      .showErrorMessage(l10n.t('Policy Records could not start its checks. The log says why.'), show)
      .then((chosen) => chosen === show && log.show());
  }
}

function clientOptions(outputChannel: LogOutputChannel, events: ClientEvents): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    // Behind the settings, which a folder could bring along; asked anew whenever the server starts.
    initializationOptions: () => ({ ...workspace.getConfiguration(section), isTrusted: workspace.isTrusted }),
    synchronize: { configurationSection: section },
    outputChannel,
    middleware,
    errorHandler: errorHandler(events),
    // What a hover shows of others' texts stays text: no HTML, and no command but the one that shows an indicator.
    markdown: { isTrusted: { enabledCommands: [showIndicatorCommand] }, supportHtml: false },
  };
}

const stateOf = (state: State): ServerState =>
  state === State.Running ? 'running' : state === State.Starting ? 'starting' : 'stopped';

/** The server is started again when it ends, and gets the texts of the editor anew, so that nothing typed is lost. */
function errorHandler(events: ClientEvents): ErrorHandler {
  const restarts = new Restarts();
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      if (restarts.mayRestart(Date.now())) return { action: CloseAction.Restart, handled: true };
      events.state('stopped');
      const message = l10n.t(
        'Policy Records has stopped checking, because its checks failed five times in three minutes. Your files are as you left them. The command “Restart the Server” starts it again.',
      );
      return { action: CloseAction.DoNotRestart, message };
    },
  };
}
