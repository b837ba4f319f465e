import { childProcess } from '../node/late-modules.ts';
import { configurationName, kindOf, registriesFor } from '../records/layout.ts';
import { readRecord } from '../records/read.ts';
import { visible } from '../reports/display.ts';
import { factsOf } from './facts.ts';
import { Failure } from './failure.ts';
import { readText } from './record-shelf.ts';
import type { RunFiles } from './run-files.ts';

/**
 * The records that are not what they were at a commit, a branch or a tag: the file itself has changed, an article, a
 * registry that it sees, or the configuration. Changes that are not committed yet count too.
 */
export function changedSince(ref: string, paths: readonly string[], files: RunFiles): readonly string[] {
  const changed = new Set(changedFiles(files.root, ref));
  if (changed.has(configurationName)) return paths;
  const registries = [...changed].filter((path) => kindOf(path) === 'registry');
  const names = [...changed]
    .filter((path) => kindOf(path) === 'other')
    .map((path) => path.slice(path.lastIndexOf('/') + 1));
  return paths.filter(
    (path) =>
      changed.has(path) ||
      registriesFor(path, registries).length > 0 ||
      (names.length > 0 && citesOne(path, changed, names, files)),
  );
}

/** Whether a record names one of the changed files as an article. It is read only where its text may hold a name. */
function citesOne(path: string, changed: ReadonlySet<string>, names: readonly string[], files: RunFiles): boolean {
  const { text } = readText(files, path);
  // An escape or a doubled apostrophe may spell anything.
  if (!/\\|''|\n\s*\n/.test(text) && !names.some((name) => /['\s]/.test(name) || text.includes(name))) return false;
  return factsOf(readRecord(path, text).record).articles.some((article) => changed.has(article));
}

/** Paths, relative to the root, of the files below it that differ from a commit, gone and new ones too. */
function changedFiles(root: string, ref: string): readonly string[] {
  if (ref.startsWith('-'))
    throw new Failure(`The option --changed-since takes a commit, a branch or a tag, not "${visible(ref)}".`);
  const base = git(root, ['merge-base', ref, 'HEAD'], ref).trim();
  const listed = [
    git(root, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '--relative', '-z', base, '--'], ref),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z'], ref),
  ];
  return listed.flatMap((paths) => paths.split('\0')).filter((path) => path !== '');
}

function git(root: string, args: readonly string[], ref: string): string {
  try {
    // A repository may ask git to start programs of its choice; this call does not.
    return childProcess().execFileSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotepath=off', ...args], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 500_000_000,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw new Failure(reasonFor(error, ref));
  }
}

function reasonFor(error: unknown, ref: string): string {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
    return '--changed-since asks git what has changed, and git is not installed here.';
  if (/not a git repository/i.test(said))
    return '--changed-since asks git what has changed, and this is no git repository.';
  if (/dubious ownership/i.test(said))
    return '--changed-since asks git what has changed, and git refuses, because the repository belongs to another user; "git config --global --add safe.directory" allows it.';
  return `git knows no "${visible(ref)}" that this branch comes from; in a build service, fetch the whole history (fetch-depth: 0).`;
}
