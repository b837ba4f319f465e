import { folderOf, relativePath, sourcePath } from '../../records/layout.ts';
import { type Choice, kinds, scalar } from './choice.ts';
import { type Request, recordOf } from './request.ts';

/** The files of the repository that may be articles, as paths from the record; those that it has no source for first. */
export async function fileChoices(request: Request): Promise<Choice[]> {
  const { path: record, articles } = request.draft;
  const used = new Set(recordOf(request)?.sources.map(({ path }) => path));
  const paths = (await articles()).filter((path) => !used.has(path));
  const near = (path: string): number => stepsBetween(folderOf(record), folderOf(path));
  return paths
    .map((path) => ({ path, near: near(path) }))
    .sort((a, b) => a.near - b.near || (a.path < b.path ? -1 : 1))
    .flatMap(({ path }) => {
      const file = relativePath(folderOf(record), path);
      // A name that a record may not hold is not offered.
      if (!('path' in sourcePath(record, file))) return [];
      return [{ label: file, kind: kinds.file, insert: asFile(file), words: [path] }];
    });
}

const asFile = (file: string): string => (/^[\w.][\w./ -]*[\w]$/.test(file) ? file : scalar(file));

/** How many folders up and down lie between two. */
const stepsBetween = (folder: string, other: string): number =>
  relativePath(folder, other === '' ? 'x' : `${other}/x`).split('/').length;
