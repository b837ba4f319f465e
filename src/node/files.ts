import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { codeOf, reasonOf } from './reasons.ts';

/** The bytes of a file, or why there are none: the end of a sentence, `does not exist`. */
export type FileResult =
  | { readonly bytes: Uint8Array; readonly stamp: FileStamp }
  | {
      /** There is no such file in the repository; otherwise there is one that cannot be read. */
      readonly missing: boolean;
      readonly reason: string;
    };

/** By what a file is known again without being read: size in bytes, times in milliseconds, number on its disk. */
export type FileStamp = readonly [size: number, modified: number, changed: number, inode: number];

const stampOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp => [size, mtimeMs, ctimeMs, ino];

const refused = (reason: string, missing = false): FileResult => ({ missing, reason });

/** Path of a file relative to the root, with `/`; undefined where it lies outside. */
export function pathInside(root: string, path: string): string | undefined {
  const inside = relative(root, path);
  if (inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
  return sep === '/' ? inside : inside.split(sep).join('/');
}

/**
 * Reads a file of the repository. Links are followed, and what they lead to must still lie inside; only regular files
 * are read, so that a pipe or a device can neither hang nor fill the run. What is checked is what is read: the file is
 * opened once, at its real path, without following a link that was put there since.
 *
 * @param root Real path of the repository.
 * @param path Relative to the root, with `/`.
 * @param maxBytes A larger file is refused before it is read.
 */
export function readInside(root: string, path: string, maxBytes: number): FileResult {
  try {
    const real = realpathSync.native(join(root, path));
    if (pathInside(root, real) === undefined) return refused('is a link that leads outside the repository', true);
    return readRegular(real, maxBytes, constants.O_NOFOLLOW ?? 0);
  } catch (error) {
    return refused(reasonOf(error), codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR');
  }
}

/**
 * The stamp of a regular file of the repository that is no link; undefined for all else, which has to be read to be
 * known again. `folder` is the file's, and must be known to lie inside.
 */
export function stampInside(root: string, path: string): FileStamp | undefined {
  const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
  return stat?.isFile() ? stampOf(stat) : undefined;
}

/** Whether a file that is still to be written would lie inside the repository, wherever links of its folders lead. */
export function wouldLieInside(root: string, path: string): boolean {
  let folder = dirname(join(root, path));
  while (!exists(folder) && dirname(folder) !== folder) {
    // A link that leads nowhere yet could be made to lead anywhere.
    if (lstatSync(folder, { throwIfNoEntry: false })) return false;
    folder = dirname(folder);
  }
  return pathInside(root, realpathSync.native(folder)) !== undefined;
}

/** How whoever works on a repository reads its files. */
export interface FileReader {
  /** As `readInside` does. */
  read(path: string, maxBytes: number): FileResult;
}

export const filesIn = (root: string): FileReader => ({ read: (path, maxBytes) => readInside(root, path, maxBytes) });

/** Reads a file that a person named on the command line, wherever it is. */
export function readNamed(path: string, maxBytes: number): FileResult {
  try {
    return readRegular(path, maxBytes, 0);
  } catch (error) {
    return refused(reasonOf(error), codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR');
  }
}

function readRegular(path: string, maxBytes: number, flags: number): FileResult {
  // Without O_NONBLOCK opening a pipe that nobody writes to would wait for ever. Windows has neither flag.
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | flags);
  try {
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return refused('is a folder, not a file');
    if (!stat.isFile()) return refused('is not a regular file');
    if (stat.size > maxBytes) return refused(`is larger than ${Math.floor(maxBytes / 1e6)} MB, the most that is read`);
    return { bytes: readAll(handle, stat.size), stamp: stampOf(stat) };
  } finally {
    closeSync(handle);
  }
}

/** What the file holds, up to the size that it had when it was opened. */
function readAll(handle: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const count = readSync(handle, bytes, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

/**
 * The root of the repository that a folder lies in: the nearest folder from there upwards with `policy-records.yaml`,
 * else the nearest with `.git`, else the opened folder where it holds the other, else the folder itself.
 */
export function rootOf(folder: string, opened: string): string {
  const above = [...foldersUp(folder)];
  const has = (name: string) => above.find((at) => exists(join(at, name)));
  return has('policy-records.yaml') ?? has('.git') ?? (pathInside(opened, folder) === undefined ? folder : opened);
}

function* foldersUp(folder: string): Generator<string> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The files below a folder, as paths relative to the root in the order of their names, and what was left out. */
export interface Walk {
  readonly files: readonly string[];
  /** Phrases for a report: `the folder x, which may not be opened`. */
  readonly notChecked: readonly string[];
}

/**
 * Walks the repository for the files that `wanted` picks by their path. Hidden folders and `node_modules` are passed
 * over, and links to folders too: what they lead to is met in its own place. A link to a wanted file counts where it
 * leads to a file inside the repository that is not met anyway.
 */
export function walk(root: string, wanted: (path: string) => boolean): Walk {
  const files: string[] = [];
  const links: string[] = [];
  const notChecked: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        if (entry.name.startsWith('.')) continue;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (entry.name !== 'node_modules') folders.push(path);
        } else if (wanted(path)) (entry.isSymbolicLink() ? links : files).push(path);
      }
    } catch (error) {
      notChecked.push(`the folder ${folder === '' ? '.' : folder}, which ${reasonOf(error)}`);
    }
  }
  const met = new Set(files);
  for (const link of links.sort(byName)) {
    const target = targetInside(root, link);
    if (typeof target !== 'string') notChecked.push(`${link}, which ${target.reason}`);
    else if (!met.has(target)) {
      met.add(target);
      files.push(link);
    }
  }
  return { files: files.sort(byName), notChecked: notChecked.sort(byName) };
}

/**
 * The files that a walk would find in the folder of a file and in those above it. A link among them may lead to another
 * file that the walk finds; then it is walked, so that both say the same.
 */
export function filesAbove(root: string, path: string, wanted: (path: string) => boolean): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  if (parts.some((part) => part.startsWith('.') || part === 'node_modules')) return walk(root, wanted).files;
  const files: string[] = [];
  for (let depth = 0; depth <= parts.length; depth += 1) {
    const folder = parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join('');
    try {
      for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
        if (entry.name.startsWith('.') || entry.isDirectory() || !wanted(folder + entry.name)) continue;
        if (entry.isSymbolicLink()) return walk(root, wanted).files;
        files.push(folder + entry.name);
      }
    } catch {
      // A folder that cannot be read holds nothing that a walk finds; the walk says so.
    }
  }
  return files.sort(byName);
}

/** By code unit, whatever the locale. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function targetInside(root: string, link: string): string | { readonly reason: string } {
  try {
    const target = pathInside(root, realpathSync(join(root, link)));
    if (target === undefined) return { reason: 'is a link that leads outside the repository' };
    return lstatSync(join(root, target)).isFile() ? target : { reason: 'is not a regular file' };
  } catch (error) {
    return { reason: codeOf(error) === 'ENOENT' ? 'is a link that leads nowhere' : reasonOf(error) };
  }
}
