import type { Connection, InitializeParams, ServerCapabilities } from 'vscode-languageserver';
import type { FileView, RecordView } from '../service/views.ts';
import type { ServerHost } from './host.ts';
import type { Place, Projects } from './projects.ts';
import type { Settings } from './settings.ts';

/** What a feature of the server works with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly host: ServerHost;
  /** Of the program. */
  readonly version: string;
  readonly projects: Projects;
  /** As the editor has them set now. */
  readonly settings: () => Settings;
  /** What the editor said of itself at the start. */
  readonly client: () => Pick<InitializeParams, 'capabilities' | 'clientInfo'>;
  /** Whether the editor said at the start that its folders are trusted. */
  readonly isTrusted: () => boolean;
  /** The version of an open text; null for a file that is not open. */
  readonly versionOf: (uri: string) => number | null;
  /** Lets other work go on; resolves in a later turn of the event loop. */
  readonly pause: () => Promise<void>;
  /** The file of an address, and the repository that it lies in. */
  readonly placeOf: (uri: string) => Place | undefined;
  /** The record of an address, checked; undefined where it is no record. */
  readonly recordOf: (uri: string) => Promise<RecordView | undefined>;
  /** The registry or configuration of an address, checked; undefined where it is neither. */
  readonly fileOf: (uri: string) => Promise<FileView | undefined>;
  /**
   * Runs a handler so that a fault of the program is told and answered with `fallback`, and never ends the server.
   */
  readonly guarded: <T>(what: string, fallback: T, run: () => Promise<T> | T) => Promise<T>;
}

/** One feature: what it announces, and how it listens. */
export interface ServerFeature {
  readonly capabilities: Partial<ServerCapabilities>;
  readonly register: (context: ServerContext) => void;
}
