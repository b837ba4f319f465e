import { changedSince } from './changed-since.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import type { RunFiles } from './run-files.ts';

/** Which of the records that a call names are checked, and phrases for those that are not. */
export interface Selection {
  readonly paths: readonly string[];
  readonly notChecked: readonly string[];
}

/** Leaves out what has not changed since the commit that a call names, and what other machines check. */
export function selectionOf({ values }: Pick<Call, 'values'>, named: readonly string[], files: RunFiles): Selection {
  const notChecked: string[] = [];
  const keep = (paths: readonly string[], all: readonly string[], why: string): readonly string[] => {
    const left = all.length - paths.length;
    if (left > 0) notChecked.push(`${left === 1 ? '1 record' : `${left} records`} ${why}`);
    return paths;
  };
  const ref = values.get('changed-since');
  const shard = shardOf(values.get('shard'));
  let paths = named;
  if (ref !== undefined) paths = keep(changedSince(ref, paths, files), paths, `as they were at ${ref}`);
  if (shard)
    paths = keep(
      paths.filter((path) => shard.has(path)),
      paths,
      'of other shards',
    );
  return { paths, notChecked };
}

interface Shard {
  readonly has: (path: string) => boolean;
}

/** A share of the records, `2/4`. Which one a record belongs to depends on its path alone, so that caches stay of use. */
function shardOf(written: string | undefined): Shard | undefined {
  if (written === undefined) return undefined;
  const [, number = '', count = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? [];
  const [own, all] = [Number(number), Number(count)];
  if (own < 1 || own > all)
    throw new Failure(
      `The option --shard takes a share such as 1/4 or 4/4, the first or the last of four, not "${written}".`,
    );
  return { has: (path) => hash(path) % all === own - 1 };
}

/** FNV-1a over UTF-16 units, mixed once more so that its low bits depend on all of the path. */
function hash(path: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) value = Math.imul(value ^ path.charCodeAt(at), 0x01000193);
  value ^= value >>> 16;
  return Math.imul(value, 0x85ebca6b) >>> 0;
}
