/** Files that the server cannot reach by itself, as those of a repository that was opened from a website. */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { kindOf, mayBeArticle } from '../records/layout.ts';
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

const isWanted = (path: string): boolean =>
  kindOf(path) === 'record' || kindOf(path) === 'registry' || mayBeArticle(path);

const isPassedOver = (folder: string): boolean => folder.startsWith('.') || folder === 'node_modules';

/** A repository has no more folders; a wrong link could lead in circles. */
const mostFolders = 20_000;

/**
 * Records, registries and files that may be articles below a folder, as paths relative to it. Walked folder by folder, since not every such file
 * system can be searched; hidden folders and links are passed over, as on a
 * disk.
 */
export async function listFiles({ uri }: ListFilesParams): Promise<readonly string[]> {
  const root = Uri.parse(uri, true);
  const found: string[] = [];
  const folders = [''];
  for (let at = 0; at < folders.length && at < mostFolders; at++) {
    const folder = folders[at] ?? '';
    for (const [name, type] of await workspace.fs.readDirectory(Uri.joinPath(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (type === FileType.Directory && !isPassedOver(name)) folders.push(path);
      if (type === FileType.File && isWanted(path)) found.push(path);
    }
  }
  return found.sort();
}
