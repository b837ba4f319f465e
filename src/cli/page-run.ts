import { articleClaims, ignoredPassages } from '../insight/article-claims.ts';
import { type ArticleClaim, type ArticleCoverage, coverageOf, type IgnoredPassage } from '../insight/coverage.ts';
import type { OpenedArticles } from '../node/article-shelf.ts';
import type { PolicyRecord, Source } from '../records/model.ts';
import type { PageRecord } from '../reports/html/page-record.ts';
import type { CheckRun } from './check-run.ts';
import { articlePath } from './facts.ts';
import type { Repository } from './repository.ts';

/** What one record says of the numbers of one article. */
interface Said {
  readonly claims: readonly ArticleClaim[];
  readonly ignored: readonly IgnoredPassage[];
}

const nothing: Said = { claims: [], ignored: [] };

/** Checks records one after the other, each with what the page shows of it. */
export class PageRun {
  /** Record → article → what it says, of the records that share an article with one that was asked for. */
  private readonly said = new Map<string, ReadonlyMap<string, Said>>();

  constructor(
    private readonly run: CheckRun,
    private readonly repository: Repository,
  ) {}

  async page(path: string): Promise<PageRecord> {
    const { result, record, opened, unchecked } = await this.run.checkWhole(path);
    const { agency } = this.repository.index.around(path);
    if (!record || !opened)
      return { result, agency, article: () => undefined, coverage: () => undefined, ...(unchecked && { unchecked }) };
    const own = saidBy(record, opened, result);
    const coverages = new Map<Source, ArticleCoverage>();
    for (const [source, outcome] of opened) {
      const article = articlePath(record.path, source.file?.value);
      if (article === undefined || !('article' in outcome)) continue;
      const others = await this.othersOn(article, path);
      const all = [own.get(article) ?? nothing, ...others];
      const claims = all.flatMap((said) => said.claims);
      const ignored = all.flatMap((said) => said.ignored);
      coverages.set(source, coverageOf(outcome.article.reading().quantities, claims, ignored));
    }
    return {
      result,
      record,
      agency,
      article: (source) => opened.get(source),
      coverage: (source) => coverages.get(source),
    };
  }

  /** What the other records that cite an article say of it. */
  private async othersOn(article: string, path: string): Promise<Said[]> {
    const found: Said[] = [];
    for (const other of this.run.citing(article)) {
      if (other === path) continue;
      const said = this.said.get(other) ?? (await this.examine(other));
      this.said.set(other, said);
      found.push(said.get(article) ?? nothing);
    }
    return found;
  }

  private async examine(path: string): Promise<ReadonlyMap<string, Said>> {
    const examined = await this.run.examine(path);
    return examined ? saidBy(examined.record, examined.opened, examined.result) : new Map();
  }
}

function saidBy(record: PolicyRecord, opened: OpenedArticles, result: PageRecord['result']): ReadonlyMap<string, Said> {
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
