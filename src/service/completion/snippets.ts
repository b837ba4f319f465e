import { docsAt } from '../../records/schema-docs.ts';
import { type Choice, kinds, stop } from './choice.ts';
import type { Request } from './request.ts';
import { recordOf } from './request.ts';

/** An entry of a list as a snippet: lines of keys with tab stops, the first line without margin. */
interface Entry {
  readonly label: string;
  readonly detail: string;
  readonly lines: (request: Request) => readonly string[];
}

const choices = (kind: Request['draft']['kind'], path: readonly (string | number)[], stop: number): string =>
  `\${${stop}|${docsAt(kind, path)?.allowed.join(',')}|}`;

/** The entries of the format by the list that they belong to. */
const entries: Readonly<Record<string, Entry>> = {
  'record figures': {
    label: 'figure',
    detail: 'A new figure',
    lines: (request) => [`id: ${stop(1, freeId(request, 'figure'))}`, 'label: $2', 'value: $0'],
  },
  'record dates': {
    label: 'date',
    detail: 'A new date',
    lines: () => [`event: ${stop(1, 'announced')}`, 'date: $0'],
  },
  'record sources': {
    label: 'source',
    detail: 'A new source',
    lines: (request) => [`id: ${stop(1, freeId(request, 'source', 'article'))}`, 'title: $2', 'file: $0'],
  },
  'record agencies': {
    label: 'agency',
    detail: 'An agency and its part in the policy',
    lines: () => ['agency: $1', `role: ${choices('record', ['agencies', 0, 'role'], 2)}`],
  },
  'registry agencies': {
    label: 'agency',
    detail: 'A new agency',
    lines: () => [
      'id: $1',
      `type: ${choices('registry', ['agencies', 0, 'type'], 2)}`,
      'jurisdiction: $3',
      'names:',
      '  en: $4',
    ],
  },
};

/** A whole new entry of the list at the cursor. `margin` is the column of its keys, `lead` what stands before the first. */
export function entrySnippet(request: Request, list: string, margin: number, lead: string): Choice[] {
  const entry = entries[`${request.draft.kind} ${list}`];
  if (!entry || request.cursor.flow) return [];
  const { label, detail } = entry;
  const insert = lead + entry.lines(request).join(`\n${' '.repeat(margin)}`);
  return [{ label, detail, kind: kinds.snippet, insert, snippet: true }];
}

/** A whole record, for a file in which nothing stands yet. */
export function recordSnippet({ draft, cursor }: Request): Choice[] {
  const isEmpty = cursor.path.length === 0 && (cursor.maps[0]?.keys.size ?? 0) === 0;
  if (draft.kind !== 'record' || !isEmpty) return [];
  const name = /([^/]*)\.policy\.ya?ml$/.exec(draft.path)?.[1] ?? 'record';
  const lines = [
    `id: ${stop(1, name)}`,
    'title: $2',
    'jurisdiction: $3',
    `status: ${choices('record', ['status'], 4)}`,
    'date: $5',
    'sources:',
    `  - id: ${stop(6, 'article')}`,
    '    file: $7',
    'figures:',
    `  - id: ${stop(8, 'figure-1')}`,
    '    label: $9',
    '    value: $0',
  ];
  return [{ label: 'record', detail: 'A new record', kind: kinds.snippet, insert: lines.join('\n'), snippet: true }];
}

/** An id that nothing of the record has: `wanted`, else the kind with the first number that is free. */
function freeId(request: Request, kind: string, wanted?: string): string {
  const { text } = request.draft;
  const record = recordOf(request)?.record;
  const taken = new Set([...text.matchAll(/\bid:\s*["']?([\w.-]+)/g)].map(([, id]) => id));
  if (wanted !== undefined && !taken.has(wanted)) return wanted;
  const count = kind === 'figure' ? record?.figures.length : record?.sources.length;
  let number = (count ?? 0) + 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}
