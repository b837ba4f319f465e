import type { ArticleResult } from '../../articles/article.ts';
import type { RecordResult } from '../../checks/finding.ts';
import { articleClaims, ignoredPassages } from '../../insight/article-claims.ts';
import { type ArticleClaim, type ArticleCoverage, coverageOf, type IgnoredPassage } from '../../insight/coverage.ts';
import { articlePath } from '../../records/layout.ts';
import type { PolicyRecord, Source } from '../../records/model.ts';
import type { PageRecord } from './page-record.ts';

/** A record that was checked, with what became of opening its articles. */
export interface Examined {
  readonly record: PolicyRecord;
  readonly result: RecordResult;
  readonly opened: ReadonlyMap<Source, ArticleResult>;
}

/** Whoever has the records of a page: a run of the command, a repository in an editor. */
export interface PageSource {
  /** A record, checked as the configuration says; without record and articles where nothing of it could be read. */
  readonly whole: (path: string) => Promise<Partial<Examined> & Omit<PageRecord, 'record' | 'article' | 'coverage'>>;
  /** A record for the sake of what it claims; undefined where it cannot be checked. */
  readonly examine: (path: string) => Promise<Examined | undefined>;
  /** Paths of the records that cite an article. */
  readonly citing: (article: string) => readonly string[];
}

/** What one record says of the numbers of one article. */
interface Said {
  readonly claims: readonly ArticleClaim[];
  readonly ignored: readonly IgnoredPassage[];
}

const nothing: Said = { claims: [], ignored: [] };

/** Makes of records, one after the other, what the page shows of each: with the claims that others make of its articles. */
export class PageRecords {
  /** Record → article → what it says, of the records that share an article with another one. */
  private readonly said = new Map<string, ReadonlyMap<string, Said>>();

  constructor(private readonly source: PageSource) {}

  async page(path: string): Promise<PageRecord> {
    const { record, opened, ...rest } = await this.source.whole(path);
    if (!record || !opened) return { ...rest, article: () => undefined, coverage: () => undefined };
    const own = saidBy({ record, opened, result: rest.result });
    if ([...own.keys()].some((article) => this.source.citing(article).length > 1)) this.said.set(path, own);
    const coverages = new Map<Source, ArticleCoverage>();
    for (const [source, outcome] of opened) {
      const article = articlePath(record.path, source.file?.value);
      if (article === undefined || !('article' in outcome)) continue;
      const all = [own.get(article) ?? nothing, ...(await this.othersOn(article, path))];
      const claims = all.flatMap((said) => said.claims);
      const ignored = all.flatMap((said) => said.ignored);
      coverages.set(source, coverageOf(outcome.article.reading().quantities, claims, ignored));
    }
    return {
      ...rest,
      record,
      article: (source) => opened.get(source),
      coverage: (source) => coverages.get(source),
    };
  }

  /** What the other records that cite an article say of it. */
  private async othersOn(article: string, path: string): Promise<Said[]> {
    const found: Said[] = [];
    for (const other of this.source.citing(article)) {
      if (other === path) continue;
      const said = this.said.get(other) ?? (await this.examine(other));
      this.said.set(other, said);
      found.push(said.get(article) ?? nothing);
    }
    return found;
  }

  private async examine(path: string): Promise<ReadonlyMap<string, Said>> {
    const examined = await this.source.examine(path);
    return examined ? saidBy(examined) : new Map();
  }
}

function saidBy({ record, result, opened }: Examined): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>();
  for (const [source, outcome] of opened) {
    const article = articlePath(record.path, source.file?.value);
    if (article === undefined || !('article' in outcome)) continue;
    const { claims, ignored } = said.get(article) ?? nothing;
    said.set(article, {
      claims: [...claims, ...articleClaims(record, result, source)],
      ignored: [...ignored, ...ignoredPassages(record, source, outcome.article)],
    });
  }
  return said;
}
