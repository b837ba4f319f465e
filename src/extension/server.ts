import { type Disposable, EventEmitter, type ExtensionContext } from 'vscode';
import type { RecordStatus } from '../server/protocol.ts';
import type { RunningClient, ServerState } from './client.ts';

/** What an answer needs that may take long: how to stop it, and whom to tell how far it is. */
export type LongRequest = Parameters<RunningClient['longRequest']>[2];

/** The language server as the rest of the extension sees it, whether it is there yet or has just been started again. */
export class Server implements Disposable {
  private readonly stateChanged = new EventEmitter<ServerState>();
  private readonly recordChecked = new EventEmitter<RecordStatus>();
  private readonly statuses = new Map<string, RecordStatus>();
  private starting: Promise<RunningClient> | undefined;
  state: ServerState = 'starting';

  readonly onState = this.stateChanged.event;
  readonly onChecked = this.recordChecked.event;

  constructor(private readonly context: ExtensionContext) {}

  /** Starts it if it does not run; a failure is told once, by the client, and shown as the state. */
  start(): Promise<RunningClient> {
    this.starting ??= this.load();
    return this.starting;
  }

  /** What the last check of an open record said; undefined before there was one. */
  statusOf(uri: string): RecordStatus | undefined {
    return this.statuses.get(uri);
  }

  forget(uri: string): void {
    this.statuses.delete(uri);
  }

  async request<T>(method: string, params: unknown): Promise<T> {
    return (await this.start()).request<T>(method, params);
  }

  async longRequest<T>(method: string, params: object, long: LongRequest): Promise<T> {
    return (await this.start()).longRequest<T>(method, params, long);
  }

  async restart(): Promise<void> {
    const client = await this.start();
    await client.restart();
  }

  async stop(): Promise<void> {
    const { starting } = this;
    if (!starting) return;
    this.starting = undefined;
    await (await starting).stop();
  }

  dispose(): void {
    this.stateChanged.dispose();
    this.recordChecked.dispose();
  }

  private async load(): Promise<RunningClient> {
    const { startClient } = await import('./client.ts');
    return startClient(this.context, {
      state: (state) => {
        this.state = state;
        if (state !== 'running') this.statuses.clear();
        this.stateChanged.fire(state);
      },
      checked: (status) => {
        this.statuses.set(status.uri, status);
        this.recordChecked.fire(status);
      },
    });
  }
}
