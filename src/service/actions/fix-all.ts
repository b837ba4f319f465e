import { type Fixed, fixSafely } from '../../checks/fixing.ts';
import { readConfiguration } from '../../records/configuration.ts';
import type { Fix } from '../../records/problem.ts';
import { readRecord } from '../../records/read.ts';
import { readRegistry } from '../../records/registry.ts';
import type { FileView, RecordView } from '../views.ts';

type Edit = Fix['edits'][number];

/** Every fix of a file that changes how something is written and never what is said, as edits of the lines that change. */
export function safeEdits({ kind, path, text }: RecordView | FileView): readonly Edit[] {
  const { text: after } = fixed(kind, path, text);
  return after === text ? [] : editsBetween(text, after);
}

function fixed(kind: (RecordView | FileView)['kind'], path: string, text: string): Fixed {
  switch (kind) {
    case 'record':
      return fixSafely(text, (now) => {
        const { record, problems } = readRecord(path, now);
        return { content: record, complaints: problems };
      });
    case 'registry':
      return fixSafely(text, (now) => {
        const { registry, problems } = readRegistry(path, now);
        return { content: registry, complaints: problems };
      });
    case 'configuration':
      return fixSafely(text, (now) => {
        const { configuration, problems } = readConfiguration(path, now);
        return { content: configuration, complaints: problems };
      });
  }
}

/**
 * The edits that turn one text into another: the lines between the first and the last that differ, each for itself where
 * there are as many as before, and of each line what differs.
 */
export function editsBetween(before: string, after: string): readonly Edit[] {
  const old = linesOf(before);
  const fresh = linesOf(after);
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  const start = lengthOf(old.slice(0, head));
  const changed = old.slice(head, old.length - tail);
  const written = fresh.slice(head, fresh.length - tail);
  if (changed.length !== written.length) return [difference(start, changed.join(''), written.join(''))];
  let at = start;
  return changed.flatMap((line, index) => {
    const from = at;
    at += line.length;
    const other = written[index] ?? '';
    return line === other ? [] : [difference(from, line, other)];
  });
}

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** What differs between two texts, without what both begin and end with. */
function difference(offset: number, old: string, fresh: string): Edit {
  let head = 0;
  while (head < old.length && head < fresh.length && old[head] === fresh[head]) head += 1;
  let tail = 0;
  const most = Math.min(old.length, fresh.length) - head;
  while (tail < most && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return {
    start: offset + head,
    end: offset + old.length - tail,
    newText: fresh.slice(head, fresh.length - tail),
  };
}
