/**
 * Programs that only the tests need, from the npm registry into `.cache/vscode`: too large for everybody's `npm install`.
 * Nothing is compiled and no script of a package is run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const cache = resolve('.cache', 'vscode');

/** The folder that holds `node_modules` with the packages, installed if they are not there yet. */
export function installed(name: string, packages: readonly string[], finish?: (folder: string) => void): string {
  const folder = join(cache, name);
  const done = join(folder, 'complete');
  if (existsSync(done)) return folder;
  const started = Date.now();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npmInstall(folder, ['--omit=optional', ...packages]);
  finish?.(folder);
  writeFileSync(done, '');
  console.log(`${name}: installed in ${Math.round((Date.now() - started) / 1000)} s`);
  return folder;
}

/** Tried twice: a registry may be slow for a moment. */
export function npmInstall(folder: string, rest: readonly string[]): void {
  const options = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...rest];
  const attempt = (): string | undefined => {
    const { status, stderr, error } = spawnSync('npm', options, { cwd: folder, encoding: 'utf8', timeout: 300_000 });
    return status === 0 ? undefined : (error?.message ?? stderr);
  };
  const problem = attempt() && attempt();
  if (problem) throw new Error(`npm install ${rest.join(' ')} failed in ${folder}:\n${problem}`);
}
