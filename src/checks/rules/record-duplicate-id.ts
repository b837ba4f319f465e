import type { Fix } from '../../records/problem.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import type { Located } from '../../text/span.ts';
import { replacement } from '../edits.ts';
import type { Complaint, Rule } from '../rule.ts';

/** An id stands twice: of a record in the repository, or of a figure, a date or a source in the record. */
export const recordDuplicateId: Rule = {
  id: 'record/duplicate-id',
  severity: 'error',
  title: 'an id stands twice',
  record({ input, record }) {
    const own = (claims: typeof record.figures | typeof record.dates) =>
      claims.filter(({ hasOwnId }) => hasOwnId).map(({ id }) => id);
    return [
      ...sharedRecordId(record.id, record.path, input.recordsWithId),
      ...repeated(own(record.figures), 'figure'),
      ...repeated(own(record.dates), 'date'),
      ...repeated(
        record.sources.map(({ id }) => id),
        'source',
      ),
    ];
  },
};

function sharedRecordId(
  id: Located<string> | undefined,
  path: string,
  paths: (id: string) => readonly string[],
): readonly Complaint[] {
  const others = id ? paths(id.value).filter((other) => other !== path) : [];
  if (!id || others.length === 0) return [];
  const { start, end, value } = id;
  const where =
    others.length > 3 ? `${others.slice(0, 3).join(', ')} and ${others.length - 3} more` : others.join(', ');
  return [
    {
      start,
      end,
      message: `The id “${value}” belongs to another record too: ${where}. Give each record its own.`,
      found: value,
      fix: renamed(id, (other) => paths(other).length > 0),
    },
  ];
}

function repeated(ids: readonly Located<string>[], thing: string): readonly Complaint[] {
  const seen = new Set<string>();
  const all = new Set(ids.map(({ value }) => value));
  return ids.flatMap((id) => {
    const { value, start, end } = id;
    const isNew = !seen.has(value);
    seen.add(value);
    if (isNew) return [];
    return [
      {
        start,
        end,
        message: `The id “${value}” belongs to another ${thing} of this record already; give each ${thing} its own.`,
        found: value,
        fix: renamed(id, (other) => all.has(other)),
      },
    ];
  });
}

/** The id with the first number behind it that makes it free. */
function renamed(id: Located<string>, isTaken: (id: string) => boolean): Fix {
  let number = 2;
  while (isTaken(`${id.value}-${number}`)) number += 1;
  const free = `${id.value}-${number}`;
  return replacement(id, /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(free) ? free : quoteInMarks(free), `Call it “${free}”`);
}
