/** Files that the server cannot reach by itself, as those of a repository that was opened from a website. */
import { FileSystemError, FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { ListFilesParams, ReadFileParams, ReadFileResult } from '../server/protocol.ts';

export async function readFile({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> {
  const file = Uri.parse(uri, true);
  try {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.File) === 0) return { missing: false, reason: 'is no file' };
    if (size > maxBytes) return { missing: false, reason: `has more than ${Math.floor(maxBytes / 1_000_000)} MB` };
    return { base64: Buffer.from(await workspace.fs.readFile(file)).toString('base64') };
  } catch (error) {
    if (!(error instanceof FileSystemError)) throw error;
    if (error.code === 'FileNotFound') return { missing: true, reason: 'does not exist' };
    return { missing: false, reason: 'cannot be read' };
  }
}

/** Records and registries below a folder, as paths relative to it. */
export async function listFiles({ uri }: ListFilesParams): Promise<readonly string[]> {
  const folder = Uri.parse(uri, true);
  const files = await workspace.findFiles(new RelativePattern(folder, '**/*.{policy,agencies}.{yaml,yml}'));
  const root = folder.path.replace(/\/+$/, '');
  return files.map(({ path }) => path.slice(root.length + 1)).sort();
}
