import { filesAbove, readInside, walk } from '../node/files.ts';
import { kindOf, mayBeArticle } from '../records/layout.ts';
import type { RepositoryFiles } from '../service/files.ts';

/** The files of a repository on this machine's disk. `root` is its real path. */
export const diskFiles = (root: string): RepositoryFiles => ({
  read: async (path, maxBytes) => readInside(root, path, maxBytes),
  list: async () => walk(root, (path) => kindOf(path) === 'record' || kindOf(path) === 'registry').files,
  registriesAbove: async (path) => filesAbove(root, path, (one) => kindOf(one) === 'registry'),
  articles: async () => walk(root, mayBeArticle).files,
});
