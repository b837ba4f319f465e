import { folderOf, sourcePath } from '../records/layout.ts';
import type { PolicyRecord, Source } from '../records/model.ts';

/** A source of a record whose file lies in the repository. */
export interface Citation {
  readonly record: PolicyRecord;
  readonly source: Source;
  /** From the root, with `/`. */
  readonly file: string;
}

/** The sources of records that are wanted, in their order. */
export const citationsOf = (
  records: readonly PolicyRecord[],
  isWanted: (source: Source, file: string) => boolean,
): readonly Citation[] =>
  records.flatMap((record) =>
    record.sources.flatMap((source): Citation[] => {
      const file = fileOf(record, source);
      return file !== undefined && isWanted(source, file) ? [{ record, source, file }] : [];
    }),
  );

/** Where new articles are put in a repository that has none. */
const usualFolder = 'articles';

/** The folder for a new article: that of the record's other articles, else that of most articles there are. */
export function folderForArticle(record: PolicyRecord | undefined, records: readonly PolicyRecord[]): string {
  const first = record?.sources.map((source) => fileOf(record, source)).find((file) => file !== undefined);
  if (first !== undefined) return folderOf(first);
  const counts = new Map<string, number>();
  for (const { file } of citationsOf(records, () => true))
    counts.set(folderOf(file), (counts.get(folderOf(file)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? usualFolder;
}

function fileOf(record: PolicyRecord, { file }: Source): string | undefined {
  const place = file && sourcePath(record.path, file.value);
  return place && 'path' in place ? place.path : undefined;
}
