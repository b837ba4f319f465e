import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Build, ripgrep } from './builds.ts';
import { installed, npmInstall } from './packages.ts';

/** A build that can be started: `node` with `server`. */
export interface InstalledBuild extends Build {
  readonly nodePath: string;
  readonly serverPath: string;
}

export function installBuild(build: Build): InstalledBuild {
  const name = `code-server@${build.codeServer}`;
  const folder = installed(name, [name], (into) => {
    npmInstall(codeFolder(into), ['--omit=dev']);
    if (build.lacksRipgrep) addRipgrep(codeFolder(into));
  });
  return {
    ...build,
    nodePath: build.node ? nodeOf(build.node) : process.execPath,
    serverPath: join(codeFolder(folder), 'out', 'server-main.js'),
  };
}

const codeFolder = (folder: string): string => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

const platform = `${process.platform}-${process.arch}`;

function nodeOf(version: string): string {
  const [ours = '0'] = process.versions.node.split('.');
  const [needed = '0'] = version.split('.');
  if (Number(ours) >= Number(needed)) return process.execPath;
  const name = `node-${platform}`;
  return join(installed(`node@${version}`, [`${name}@${version}`]), 'node_modules', name, 'bin', 'node');
}

function addRipgrep(code: string): void {
  const from = installed('ripgrep', [ripgrep]);
  const bin = join(code, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(bin, { recursive: true });
  copyFileSync(join(from, 'node_modules', '@vscode', 'ripgrep-universal', 'bin', platform, 'rg'), join(bin, 'rg'));
  chmodSync(join(bin, 'rg'), 0o755);
}
