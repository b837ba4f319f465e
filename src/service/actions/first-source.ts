import { appendedKey, lineEndOf } from '../../checks/edits.ts';
import { folderOf, relativePath } from '../../records/layout.ts';
import type { Fix } from '../../records/problem.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import type { RecordView } from '../views.ts';

/** Articles that are offered; those whose paths are shortest lie nearest. */
const maxOffers = 5;

/** A first source for a record that has none: one of the articles of the repository. */
export function firstSource({ path, root, text, sources }: RecordView, articles: readonly string[]): readonly Fix[] {
  const known = root?.entries.get('sources');
  const isEmpty = known?.value.kind !== 'map' && Object.keys(known?.value.json ?? {}).length === 0;
  if (!root || root.flow || sources.length > 0 || !isEmpty) return [];
  const files = articles
    .map((article) => relativePath(folderOf(path), article))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1));
  return files.slice(0, maxOffers).map((file) => {
    const title = `Add ${file} as a source`;
    const lineEnd = lineEndOf(text);
    const written = /^[\w.][\w./-]*$/.test(file) ? file : quoteInMarks(file);
    const entry = `${lineEnd}  - id: article${lineEnd}    file: ${written}`;
    if (!known) {
      const fix = appendedKey({ text, mapping: root }, 'sources', entry, title);
      return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(': ', ':') })) };
    }
    const colon = text.indexOf(':', known.key.end) + 1;
    return { title, edits: [{ start: colon, end: Math.max(colon, known.value.end), newText: entry }], safe: false };
  });
}
