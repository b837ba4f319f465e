import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const isThere = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;

/**
 * Makes sure that a program is on this machine which npm does not bring: installed where it is missing and that is
 * allowed, as in a build service; else the test that needs it fails, and says what to install.
 *
 * @param command Its name, and that of its package in Debian.
 */
export function needs(command: string): void {
  if (isThere(command)) return;
  const install = `apt-get update && apt-get install -y --no-install-recommends ${command}`;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('sh', ['-c', install], { env, timeout: 300_000 });
  }
  if (isThere(command)) return;
  throw new Error(`This test needs the program ${command}; install it, on Debian with "sudo sh -c '${install}'".`);
}
