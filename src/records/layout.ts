/** What the files of a repository are, told from their paths alone. Every path here is relative to its root, with `/`. */

export type FileKind = 'record' | 'registry' | 'configuration' | 'other';

export const configurationName = 'policy-records.yaml';

export function kindOf(path: string): FileKind {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/.\.policy\.ya?ml$/.test(name)) return 'record';
  if (/.\.agencies\.ya?ml$/.test(name)) return 'registry';
  return name === configurationName ? 'configuration' : 'other';
}

/** Endings of files whose text an editor shows as it is. */
export const textEndings = ['txt', 'text', 'md', 'markdown', 'htm', 'html', 'xhtml'] as const;

/** Endings of files that may be articles; a source may name one with any other ending all the same. */
export const articleEndings = [...textEndings, 'pdf', 'docx'] as const;

const articleEnding = new RegExp(`\\.(?:${articleEndings.join('|')})$`, 'i');

/** Whether a file may be an article, by its name; what it holds is seen when it is opened. */
export const mayBeArticle = (path: string): boolean =>
  articleEnding.test(path) && !/(?:^|\/)(?:readme|licen[cs]e|changelog|contributing)\b[^/]*$/i.test(path);

/**
 * Whether a file is taken for an article before a record cites it: one that may be, and lies in a folder called `articles`, or
 * beside an article that is cited.
 */
export const isAmongArticles = (path: string, cited: Iterable<string>): boolean => {
  if (!mayBeArticle(path)) return false;
  const folder = folderOf(path);
  if (/(?:^|\/)articles$/i.test(folder)) return true;
  for (const one of cited) if (folder !== '' && folderOf(one) === folder) return true;
  return false;
};

/** The folder of a file, without a slash at its end; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folders whose registries a record sees: its own and each above it, up to the root (the empty path). */
export function foldersUp(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  folders.push('');
  return folders;
}

/** Which of the registries a record sees, in the order in which they were given. */
export function registriesFor(record: string, registries: readonly string[]): string[] {
  const folders = new Set(foldersUp(record));
  return registries.filter((registry) => folders.has(folderOf(registry)));
}

export type SourcePath = { readonly path: string } | { readonly failure: string };

/**
 * The place of a source's `file:` in the repository, or why it is refused: the end of the sentence *The file "x" …*.
 * Only relative paths with `/` that stay inside the repository pass; what their links lead to is for whoever opens them.
 */
export function sourcePath(record: string, file: string): SourcePath {
  const failure = refusal(file);
  if (failure !== undefined) return { failure };
  const parts = folderOf(record)
    .split('/')
    .filter((part) => part !== '');
  for (const part of file.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return { failure: 'lies outside the repository: move the article into it.' };
  }
  if (parts.length === 0 || /(?:^|\/)\.{0,2}$/.test(file)) return { failure: 'is a folder: name the article in it.' };
  return { path: parts.join('/') };
}

/** The place in the repository of the article that a record names under `file`; undefined where it names none, or one that is refused. */
export function articlePath(record: string, file: string | undefined): string | undefined {
  const place = file === undefined ? undefined : sourcePath(record, file);
  return place && 'path' in place ? place.path : undefined;
}

const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
/** Names that Windows keeps for devices, whatever extension follows. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const maxPathLength = 1000;

const refusals: readonly (readonly [applies: (file: string) => boolean, failure: string])[] = [
  [(file) => file.trim() === '', 'has no name: write the path of the article.'],
  [(file) => file.length > maxPathLength, `has a path of more than ${maxPathLength} characters: shorten it.`],
  [(file) => control.test(file), 'has an invisible character in its name: write the path anew.'],
  [(file) => /\p{Cs}/u.test(file), 'has half a character in its name: write the path anew.'],
  [(file) => file.includes('\\'), 'is written with backslashes: write its path with / between folders.'],
  [
    (file) => file.startsWith('/'),
    'is an absolute path: write it relative to the record, such as ../articles/plan.txt.',
  ],
  [(file) => file.startsWith('~'), 'begins with ~, which stands for a home folder: write it relative to the record.'],
  [(file) => /^[a-z]:/i.test(file), 'begins with the letter of a drive: write it relative to the record.'],
  [
    (file) => /^[a-z][a-z\d+.-]+:/i.test(file),
    'is an address and no file: save the article in the repository, and keep its address under `url`.',
  ],
  [
    (file) => /%[\da-f]{2}/i.test(file),
    'is written with percent signs, as in addresses: write the characters themselves.',
  ],
  [(file) => file.split('/').some((part) => device.test(part)), 'has the name of a device of Windows: rename it.'],
  [
    (file) => file.split('/').some((part) => /:/.test(part)),
    'has a colon in its name, which not every system allows: rename it.',
  ],
  [
    (file) => file.split('/').some((part) => part !== '.' && part !== '..' && /[. ]$/.test(part)),
    'has a name that ends in a point or a space, which not every system allows: rename it.',
  ],
];

const refusal = (file: string): string | undefined => refusals.find(([applies]) => applies(file))?.[1];

/**
 * Whether a path fits a pattern: `*` stands for letters within a name, `?` for one, `**` for any folders, and a pattern
 * that names a folder (also with `/` at its end) fits everything below it. In linear time for each star of the pattern.
 */
export function matchesGlob(path: string, pattern: string): boolean {
  const cleaned = pattern.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  const names = path.split('/');
  return fits(names, cleaned === '' ? ['**'] : cleaned.split('/'));
}

function fits(names: readonly string[], patterns: readonly string[]): boolean {
  // Which beginnings of the path each beginning of the pattern fits, one row of a table after the other.
  let reached = names.map(() => false);
  reached.unshift(true);
  for (const pattern of patterns) {
    const next = reached.map(() => false);
    let open = false;
    for (let count = 0; count <= names.length; count++) {
      open ||= reached[count] === true;
      if (pattern === '**') next[count] = open;
      else if (count > 0) next[count] = reached[count - 1] === true && fitsName(names[count - 1] ?? '', pattern);
    }
    reached = next;
  }
  // A pattern that ends at a folder takes what lies below it.
  return reached.some((at, count) => at && count > 0);
}

/** One name against one pattern with `*` and `?`: the classic walk that goes back to the last star. */
function fitsName(name: string, pattern: string): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let place = 0; place < name.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      taken = place;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[place])) {
      at++;
      place++;
    } else if (star >= 0) {
      at = star + 1;
      place = ++taken;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** Whether a record is checked under the patterns of the configuration. */
export const isSelected = (path: string, include: readonly string[], exclude: readonly string[]): boolean =>
  (include.length === 0 || include.some((pattern) => matchesGlob(path, pattern))) &&
  !exclude.some((pattern) => matchesGlob(path, pattern));

/** `records/2025` and `articles/plan.txt` → `../../articles/plan.txt`: a file as it is seen from a folder. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '' && part !== '.');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
