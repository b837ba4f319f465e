import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { InstalledBuild } from './install-build.ts';

/** A running VS Code server with data of its own. */
export interface RunningServer {
  readonly port: number;
  /** What it has printed so far, for when something goes wrong. */
  log(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** An empty folder for what the server keeps. */
  readonly data: string;
  /** Packaged extensions to install first. */
  readonly packages: readonly string[];
  /** What the extension host finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether every folder is trusted without a word. */
  readonly trusts?: boolean;
}

const readyWithin = 60_000;

export async function startServer(build: InstalledBuild, options: ServerOptions): Promise<RunningServer> {
  const extensions = join(options.data, 'extensions');
  mkdirSync(extensions, { recursive: true });
  const folders = ['--server-data-dir', join(options.data, 'server'), '--extensions-dir', extensions];
  const licence = '--accept-server-license-terms';
  for (const file of options.packages) {
    const { status, stdout, stderr } = spawnSync(
      build.nodePath,
      [build.serverPath, ...folders, licence, '--install-extension', file],
      { encoding: 'utf8', timeout: readyWithin },
    );
    if (status !== 0 || !/successfully installed/.test(stdout))
      throw new Error(`VS Code ${build.version} did not install ${file}:\n${stdout}${stderr}`);
  }
  const port = await freePort();
  const server = spawn(
    build.nodePath,
    [
      build.serverPath,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', licence],
      ...folders,
      ...['--telemetry-level', 'off', '--enable-smoke-test-driver'],
      ...(options.trusts === false ? [] : ['--disable-workspace-trust']),
    ],
    // A group of its own, so that its extension host and our language server end with it.
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.environment }, detached: true },
  );
  let log = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
  await ready(server, () => log);
  return { port, log: () => log, stop: () => stop(server) };
}

async function ready(server: ChildProcess, log: () => string): Promise<void> {
  const until = Date.now() + readyWithin;
  while (!/Extension host agent listening/.test(log())) {
    if (server.exitCode !== null || Date.now() > until) {
      await stop(server);
      throw new Error(`VS Code did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.pid === undefined || server.exitCode !== null) return;
  const exit = once(server, 'exit');
  process.kill(-server.pid, 'SIGKILL');
  await exit;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
