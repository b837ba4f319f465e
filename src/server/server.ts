import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { articleEndings, kindOf } from '../records/layout.ts';
import { CheckFeature } from './check-feature.ts';
import { clientFiles } from './client-files.ts';
import type { ServerContext, ServerFeature } from './context.ts';
import { features } from './features.ts';
import type { ServerHost } from './host.ts';
import { Projects } from './projects.ts';
import { commandAddress, configurationSection, readsFiles, showIndicatorCommand, showsPages } from './protocol.ts';
import { defaultSettings, readSettings } from './settings.ts';

export const serverName = 'Policy Records';

/** Serves the features of an editor over a connection, until it is closed. */
export function serve(connection: Connection, host: ServerHost, version: string): void {
  let settings = defaultSettings;
  let isTrusted = false;
  let client: Pick<InitializeParams, 'capabilities' | 'clientInfo'> = { capabilities: {} };
  const log = (what: string, error: unknown): void =>
    connection.console.error(
      `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  const checking = new CheckFeature();
  const files: ServerHost['files'] = (root) =>
    host.files(root) ?? (can(client.capabilities, readsFiles) ? clientFiles(connection, root) : undefined);
  const projects = new Projects(
    { ...host, files },
    (error) => log('check', error),
    (uris) => checking.stale(uris),
    (indicator, uri) =>
      can(client.capabilities, showsPages) ? commandAddress(showIndicatorCommand, { uri, indicator }) : undefined,
  );
  const placeOf = (uri: string) => projects.placeOf(uri);
  const context: ServerContext = {
    connection,
    host,
    version,
    projects,
    pause: host.pause,
    settings: () => settings,
    client: () => client,
    isTrusted: () => isTrusted,
    versionOf: (uri) => checking.versionOf(uri),
    placeOf,
    async recordOf(uri) {
      const place = placeOf(uri);
      return place && kindOf(place.path) === 'record' ? place.project.record(place.path) : undefined;
    },
    async fileOf(uri) {
      const place = placeOf(uri);
      const kind = place && kindOf(place.path);
      return kind === 'registry' || kind === 'configuration' ? place?.project.file(place.path) : undefined;
    },
    async guarded(what, fallback, run) {
      try {
        return await run();
      } catch (error) {
        log(what, error);
        return fallback;
      }
    },
  };
  const all: readonly ServerFeature[] = [checking, ...features];

  connection.onInitialize((params): InitializeResult => {
    client = params;
    projects.setFolders(foldersOf(params));
    settings = readSettings(params.initializationOptions);
    isTrusted = (params.initializationOptions as Record<string, unknown> | null | undefined)?.isTrusted === true;
    const capabilities = Object.assign({}, ...all.map((feature) => feature.capabilities));
    return { capabilities, serverInfo: { name: serverName, version } };
  });
  connection.onInitialized(() => {
    if (client.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) void watchFiles(connection);
    if (client.capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders();
        projects.setFolders((folders ?? []).map(({ uri }) => uri));
      });
    }
  });
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings = readSettings((sent as Record<string, unknown> | null)?.[configurationSection]);
  });
  for (const feature of all) feature.register(context);
  connection.listen();
}

const can = ({ experimental }: InitializeParams['capabilities'], what: string): boolean =>
  (experimental as Record<string, unknown> | undefined)?.[what] === true;

const foldersOf = ({ workspaceFolders, rootUri }: InitializeParams): string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

/** Everything that a check reads; articles may have other endings, and are read anew when their record is opened again. */
const watched = ['**/*.{policy,agencies}.{yaml,yml}', '**/policy-records.yaml', `**/*.{${articleEndings.join(',')}}`];

const watchFiles = (connection: Connection) =>
  connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: watched.map((globPattern) => ({ globPattern })),
  });
