import type { Span } from '../../text/span.ts';
import type { ProjectView, RecordView } from '../views.ts';

/** A place of an article that another record claims. */
export interface ClaimedElsewhere extends Span {
  /** The title of that record, else its path. */
  readonly record: string;
}

/** More records than this cite one article seldom; those behind are passed over, for each has to be checked once. */
const mostRecords = 40;

/**
 * What other records claim of an article, as far as the repository is read.
 * @param own path of the record that is left out.
 */
export async function claimedElsewhere(
  project: ProjectView & { readonly record: (path: string) => Promise<RecordView | undefined> },
  own: string,
  article: string,
): Promise<readonly ClaimedElsewhere[]> {
  const others = project.records.filter(({ path, articles }) => path !== own && articles.includes(article));
  const claimed: ClaimedElsewhere[] = [];
  for (const { path, title } of others.slice(0, mostRecords)) {
    const view = await project.record(path);
    const ids = new Set(view?.sources.filter((source) => source.path === article).map(({ source }) => source.id.value));
    for (const { verdict, evidence } of view?.result.claims ?? []) {
      if (verdict === 'refuted' || verdict === 'not-found') continue;
      for (const { source, place } of evidence)
        if (place && source !== undefined && ids.has(source)) claimed.push({ ...place, record: title ?? path });
    }
  }
  return claimed;
}
