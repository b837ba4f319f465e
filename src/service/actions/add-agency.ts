import { appendedEntry, lineEndOf } from '../../checks/edits.ts';
import type { Finding } from '../../checks/finding.ts';
import { folderOf, foldersUp } from '../../records/layout.ts';
import type { Registry } from '../../records/model.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import type { RecordView } from '../views.ts';
import type { Proposal } from './proposal.ts';

/** Where the first agency of a repository goes. */
const firstRegistry = 'world.agencies.yaml';

/** Enters an agency that no registry has into the nearest one; where there is none, into a new one at the root. */
export function newAgency(view: RecordView, finding: Finding): readonly Proposal[] {
  const id = finding.found;
  if (id === undefined) return [];
  const registry = nearestRegistry(view);
  const named = { finding, preferred: false };
  if (!registry) {
    const title = `Add “${id}” to a new registry of agencies, ${firstRegistry}`;
    const edit = withName(0, `agencies:\n  - ${entry(view, id, '\n', 4)}`, '\n', id);
    return [{ ...named, title, path: firstRegistry, text: '', creates: true, edits: [edit] }];
  }
  const { path, text, agencies } = registry;
  const first = agencies[0];
  const last = agencies.at(-1);
  if (!first || !last) return [];
  const title = `Add “${id}” to ${path}`;
  const column = first.start - (text.lastIndexOf('\n', first.start - 1) + 1);
  const list = { start: first.start, end: last.end };
  const [edit] = appendedEntry({ text, mapping: list }, entry(view, id, lineEndOf(text), column), title).edits;
  return edit ? [{ ...named, title, path, text, edits: [withName(edit.start, edit.newText, '', id)] }] : [];
}

/** The registry that lies nearest above the record and to which an entry can be added. */
function nearestRegistry({ path, project }: RecordView): Registry | undefined {
  const folders = foldersUp(path);
  return project.registries
    .filter((registry) => folders.includes(folderOf(registry.path)) && isBlock(registry))
    .sort((a, b) => folders.indexOf(folderOf(a.path)) - folders.indexOf(folderOf(b.path)))[0];
}

/** Whether its agencies stand on lines of their own behind dashes. */
function isBlock({ text, agencies: [first] }: Registry): boolean {
  return first !== undefined && /^\s*- +$/.test(text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start));
}

/** A first entry: its id, and a name in the language of the record's first source, still to be written. */
function entry({ record, sources }: RecordView, id: string, lineEnd: string, column: number): string {
  const language = sources.find(({ article }) => article && article.language !== 'und')?.article?.language ?? 'en';
  const country = record?.jurisdiction?.value.split('-')[0];
  const isOwn = country !== undefined && id.toLowerCase().startsWith(`${country.toLowerCase()}-`);
  const margin = lineEnd + ' '.repeat(column);
  const written = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(id) ? id : quoteInMarks(id);
  return `id: ${written}${isOwn ? `${margin}jurisdiction: ${country}` : ''}${margin}names:${margin}  ${language}: `;
}

/** The name is to be written as the article has it; until then the id stands for it. */
const withName = (at: number, before: string, after: string, id: string) => ({
  start: at,
  end: at,
  newText: { before, fill: { text: id, otherwise: quoteInMarks(id) }, after },
});
