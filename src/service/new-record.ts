import { cleanValue } from '../articles/about.ts';
import type { Article } from '../articles/article.ts';
import { NamedText } from '../checks/named-text.ts';
import { folderOf, relativePath } from '../records/layout.ts';
import type { Agency } from '../records/model.ts';
import { quoteInMarks } from '../records/quoting.ts';
import { namesOf } from './mentions.ts';

/** A first record for an article. */
export interface NewRecord {
  /** Where it would stand: a file that does not exist. */
  readonly path: string;
  /** The text as a snippet of an editor, with places to fill in. */
  readonly snippet: string;
}

/** What is known beside the article. */
export interface Around {
  /** Paths of the records that there are. */
  readonly records: readonly string[];
  /** Of all registries; the places of those that the article names are proposed for the record. */
  readonly agencies: readonly Agency[];
}

/**
 * A record whose one source is this article. It goes where most records of the repository are, else into a folder
 * `records` beside the article's.
 * @param article path of the article, relative to the root.
 * @param opened the article itself, where it can be read: its language and its headline go into the source.
 * @param withFigure with a first figure to fill in, and all that a person is asked for; without it, what needs no answer.
 * @param sourceFor lines of the source in a record of this path, where more is known of it than the file.
 */
export function newRecordFor(
  article: string,
  opened: Pick<Article, 'text' | 'language'> | undefined,
  { records, agencies }: Around,
  withFigure = true,
  sourceFor: (record: string) => string = (record) => plainSource(folderOf(record), article, opened),
): NewRecord {
  const folder = usualFolder(records) ?? join(folderOf(folderOf(article)), folderOf(article) === '' ? '' : 'records');
  const id = freeId(slugOf(article), folder, new Set(records));
  const path = join(folder, `${id}.policy.yaml`);
  const lines = [
    `id: ${id}`,
    `title: ${toFill(1, 'What the policy is called')}`,
    ...(withFigure ? [`jurisdiction: ${oneOf(2, placesIn(opened?.text ?? '', agencies))}`] : []),
    'sources:',
    `${escapeSnippet(sourceFor(path))}${withFigure ? firstFigure : '$0'}`,
  ];
  return { path, snippet: lines.join('\n') };
}

/** A place that a snippet leads to, with the words that stand there until somebody writes others. */
const toFill = (place: number, words: string): string => `\${${place}:${words}}`;

/** The same with a choice of words; empty where there are none. */
function oneOf(place: number, words: readonly string[]): string {
  const [first, ...others] = words;
  if (first === undefined) return `$${place}`;
  return others.length === 0 ? toFill(place, first) : `\${${place}|${words.join(',')}|}`;
}

/** The places of the agencies that a text names, that of most of them first. */
function placesIn(text: string, agencies: readonly Agency[]): readonly string[] {
  const named = new NamedText(text);
  const counts = new Map<string, number>();
  for (const agency of agencies) {
    const { jurisdiction } = agency;
    if (jurisdiction === undefined || !/^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/.test(jurisdiction)) continue;
    if (namesOf(agency).some((name) => named.names(name)))
      counts.set(jurisdiction, (counts.get(jurisdiction) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([place]) => place);
}

/** The first line of an article, unless it is a paragraph already. */
function headlineOf(text: string): string | undefined {
  const [, line = ''] = /^\s*(?:#+ +)?(\S.*?)\s*$/m.exec(text) ?? [];
  return line === '' || line.length > 150 || /[.。]$/.test(line) ? undefined : cleanValue(line);
}

/** What the article says of itself, as a source. */
function plainSource(folder: string, article: string, opened: Pick<Article, 'text' | 'language'> | undefined): string {
  const file = relativePath(folder, article);
  const plain = /^[\w./-]+$/.test(file) ? file : quoteInMarks(file);
  const headline = opened && headlineOf(opened.text);
  const rows = [
    '  - id: article',
    ...(headline === undefined ? [] : [`    title: ${quoteInMarks(headline)}`]),
    `    file: ${plain}`,
    ...(opened === undefined || opened.language === 'und' ? [] : [`    language: ${opened.language}`]),
  ];
  return rows.map((row) => `${row}\n`).join('');
}

/** Behind `value` the article's numbers are proposed; the one that is taken brings its unit and its quote along. */
const firstFigure = `figures:
  - id: \${3:first-figure}
    label: \${4:What this number counts}
    value: $0
`;

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

const escapeSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
