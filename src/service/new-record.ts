import { folderOf } from '../records/layout.ts';
import { quoteInMarks } from '../records/quoting.ts';

/** A first record for an article. */
export interface NewRecord {
  /** Where it would stand: a file that does not exist. */
  readonly path: string;
  /** The text as a snippet of an editor, with places to fill in. */
  readonly snippet: string;
}

/**
 * A record whose one source is this article. It goes where most records of the repository are, else into a folder
 * `records` beside the article's.
 * @param article path of the article, relative to the root.
 * @param language BCP 47, where it is known.
 * @param records paths of the records that there are.
 * @param sourceFor lines of the source in a record of this path, where more is known of it than the file.
 */
export function newRecordFor(
  article: string,
  language: string | undefined,
  records: readonly string[],
  withFigure = true,
  sourceFor: (record: string) => string = (record) => plainSource(folderOf(record), article, language),
): NewRecord {
  const folder = usualFolder(records) ?? join(folderOf(folderOf(article)), folderOf(article) === '' ? '' : 'records');
  const id = freeId(slugOf(article), folder, new Set(records));
  const path = join(folder, `${id}.policy.yaml`);
  return {
    path,
    snippet: `id: ${id}
title: \${1:What the policy is called}
jurisdiction: \${2:FR}
sources:
${escapeSnippet(sourceFor(path))}${withFigure ? firstFigure : '$0'}`,
  };
}

function plainSource(folder: string, article: string, language: string | undefined): string {
  const file = relative(folder, article);
  const plain = /^[\w./-]+$/.test(file) ? file : quoteInMarks(file);
  return `  - id: article\n    file: ${plain}\n${language === undefined ? '' : `    language: ${language}\n`}`;
}

const firstFigure = `figures:
  - id: \${3:first-figure}
    label: \${4:What this number counts}
    value: \${5:0}
    unit: \${6:companies}
    quote: >-
      \${7:The article's own words around the number}
$0`;

function usualFolder(records: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const path of records) counts.set(folderOf(path), (counts.get(folderOf(path)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** `articles/Plan vélo 2025.fr.txt` → `plan-velo-2025`. */
function slugOf(article: string): string {
  const name = article
    .slice(article.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .replace(/\.[a-z]{2}$/, '');
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug || 'record';
}

function freeId(wanted: string, folder: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const id = count === 1 ? wanted : `${wanted}-${count}`;
    if (![`${id}.policy.yaml`, `${id}.policy.yml`].some((name) => taken.has(join(folder, name)))) return id;
  }
}

const join = (folder: string, name: string): string =>
  folder === '' ? name : name === '' ? folder : `${folder}/${name}`;

function relative(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
