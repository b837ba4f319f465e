import { articlePath } from '../records/layout.ts';
import type { PolicyRecord } from '../records/model.ts';
import { detached } from '../text/detached.ts';

/** What of a record the checks of other records depend on. */
export interface RecordFacts {
  readonly id?: string;
  readonly indicators: readonly string[];
  /** Paths of the articles that its sources name. */
  readonly articles: readonly string[];
}

/** Of many records at once, so that they hold nothing of the texts. */
export function factsOf(record: PolicyRecord | undefined): RecordFacts {
  if (!record) return { indicators: [], articles: [] };
  return {
    ...(record.id && { id: detached(record.id.value) }),
    indicators: [...new Set(record.figures.flatMap(({ indicator }) => indicator?.value ?? []))].map(detached),
    articles: [...new Set(record.sources.flatMap(({ file }) => articlePath(record.path, file?.value) ?? []))].map(
      detached,
    ),
  };
}

/** Articles that several records cite: worth keeping from one to the next. */
export function sharedArticles(facts: Iterable<RecordFacts>): ReadonlySet<string> {
  const met = new Set<string>();
  const shared = new Set<string>();
  for (const { articles } of facts) {
    for (const article of articles) (met.has(article) ? shared : met).add(article);
  }
  return shared;
}

/**
 * Records by what they share: an id, an indicator, and where numbers that no claim names are told, an article. The check
 * of a record depends on the others of its groups and on no other record.
 */
export type Groups = ReadonlyMap<string, readonly string[]>;

/** Names of the groups that a record may belong to. */
export const groupNames = ({ id, indicators, articles }: RecordFacts, seesCoverage: boolean): readonly string[] => [
  ...(id === undefined ? [] : [`id ${id}`]),
  ...indicators.map((indicator) => `indicator ${indicator}`),
  ...(seesCoverage ? articles.map((article) => `article ${article}`) : []),
];

/** The groups of more than one record, their paths in order. */
export function groupsOf(facts: ReadonlyMap<string, RecordFacts>, seesCoverage: boolean): Groups {
  const groups = new Map<string, string[]>();
  for (const [path, known] of facts) {
    for (const name of groupNames(known, seesCoverage)) {
      const group = groups.get(name);
      if (group) group.push(path);
      else groups.set(name, [path]);
    }
  }
  for (const [name, paths] of groups) {
    if (paths.length < 2) groups.delete(name);
    else paths.sort();
  }
  return groups;
}
