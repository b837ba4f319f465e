import type { ArticleResult } from '../articles/article.ts';
import type { CheckInput } from '../checks/context.ts';
import type { RecordResult } from '../checks/finding.ts';
import { checkRecord } from '../checks/run.ts';
import { crashedRecord, unreadRecord } from '../checks/unread-record.ts';
import { ArticleShelf, type Open, type OpenedArticles, roomForArticles } from '../node/article-shelf.ts';
import type { FileReader } from '../node/files.ts';
import { articlePath } from '../records/layout.ts';
import type { PolicyRecord, Source } from '../records/model.ts';
import type { CheckedRecord } from '../reports/report.ts';
import type { Span } from '../text/span.ts';
import { factsOf, type Groups, groupNames, type RecordFacts } from './facts.ts';
import { noPassages, passagesOf } from './passages.ts';
import { type ReadRecord, RecordShelf } from './record-shelf.ts';
import type { Settings } from './repository.ts';

/** Numbers that no claim names are told with the claims of every record in view; the rule is off unless asked for. */
const coverage = 'coverage/unclaimed';

/** A record, checked, with the articles that it cites. */
export interface Examined {
  readonly record: PolicyRecord;
  readonly result: RecordResult;
  readonly opened: OpenedArticles;
  /** Their paths. */
  readonly articles: readonly string[];
}

/** A checked record with what it was checked from, where it could be read. */
export interface Checked extends CheckedRecord {
  readonly record?: PolicyRecord;
  readonly opened?: OpenedArticles;
}

export const seesCoverage = ({ configuration: { rules } }: Pick<Settings, 'configuration'>): boolean =>
  (rules[coverage] ?? 'off') !== 'off';

/** One run over records of a repository. */
export class CheckRun {
  private readonly records: RecordShelf;
  private readonly articles: ArticleShelf;
  private readonly seesCoverage: boolean;
  private groups: Groups = new Map();
  /** Groups whose records are in the index. */
  private readonly known = new Set<string>();
  /** Record → article → the places that the record claims. */
  private readonly claimed = new Map<string, ReadonlyMap<string, readonly Span[]>>();

  /**
   * @param onCrash Told what was thrown where the program fails on a record.
   * @param share Of the room for what is kept in memory, where several threads work.
   */
  constructor(
    files: FileReader,
    private readonly settings: Settings,
    open: Open,
    private readonly onCrash: (error: unknown) => void,
    share = 1,
  ) {
    this.records = new RecordShelf(files, share);
    this.articles = new ArticleShelf(files, open, roomForArticles * share);
    this.seesCoverage = seesCoverage(settings);
  }

  /** Reads a record for what others see of it, and keeps it for its check if there is room. */
  facts(path: string): RecordFacts {
    return factsOf(this.records.read(path).record);
  }

  /**
   * Says which records share something, once all facts are known. The check of a record sees the others of its groups.
   *
   * @param shared Articles that are worth keeping, because several records cite them; all, where it is left out.
   */
  setGroups(groups: Groups, shared?: ReadonlySet<string>): void {
    this.groups = groups;
    if (shared) this.articles.setShared(shared);
  }

  /** Checks a record, and gives what others see of it, which is what the check depended on, too. */
  async check(path: string): Promise<{ readonly shown: CheckedRecord; readonly facts: RecordFacts }> {
    const read = this.records.take(path);
    return { shown: await this.checkRead(path, read), facts: factsOf(read.record) };
  }

  /** Checks a record for whoever shows it whole, with its articles. */
  checkWhole(path: string): Promise<Checked> {
    return this.checkRead(path, this.records.take(path));
  }

  private async checkRead(path: string, { record, problems, text }: ReadRecord): Promise<Checked> {
    if (!record) return { result: unreadRecord(path, problems), text, unchecked: 'unreadable', ...noPassages };
    try {
      this.meetOthers(record);
      const opened = await this.articles.openAll(record);
      if (this.seesCoverage) await this.findClaimsBeside(record);
      const result = checkRecord(this.inputOf(record, problems, opened));
      return { result, text, ...passagesOf(path, opened), record, opened };
    } catch (error) {
      this.onCrash(error);
      return { result: crashedRecord(path), text, unchecked: 'failed', ...noPassages };
    }
  }

  /** A record with what checking it says and its articles, for whoever counts; undefined where it cannot be checked. */
  async examine(path: string): Promise<Examined | undefined> {
    const { record, problems } = this.records.take(path);
    if (!record) return undefined;
    try {
      this.meetOthers(record);
      const opened = await this.articles.openAll(record);
      const result = checkRecord({ ...this.inputOf(record, problems, opened), severities: {} });
      const articles = record.sources.flatMap(({ file }) => articlePath(path, file?.value) ?? []);
      return { record, result, opened, articles };
    } catch (error) {
      this.onCrash(error);
      return undefined;
    }
  }

  /** A result that was found elsewhere or earlier, with what a report shows beside it. */
  async shown(
    path: string,
    result: RecordResult,
    unchecked: CheckedRecord['unchecked'] | undefined,
  ): Promise<CheckedRecord> {
    const common = { result, ...(unchecked && { unchecked }) };
    // A report shows passages only beside findings.
    if (result.findings.length === 0) return { ...common, text: '', ...noPassages };
    const { record, text } = this.records.look(path);
    if (!record) return { ...common, text, ...noPassages };
    return { ...common, text, ...passagesOf(path, await this.articles.openAll(record)) };
  }

  private inputOf(record: PolicyRecord, problems: ReadRecord['problems'], opened: OpenedArticles): CheckInput {
    const { index, configuration } = this.settings;
    return {
      record,
      problems,
      articles: (source) => openedOf(opened, source),
      ...index.around(record.path),
      ...(this.seesCoverage && { claimedElsewhere: (source: Source) => this.claimedElsewhere(record.path, source) }),
      units: configuration,
      severities: configuration.rules,
    };
  }

  /** Puts the records that share something with this one into the index. */
  private meetOthers(record: PolicyRecord): void {
    for (const name of groupNames(factsOf(record), false)) {
      if (this.known.has(name)) continue;
      this.known.add(name);
      for (const path of this.groups.get(name) ?? []) {
        const other = path === record.path ? record : this.records.look(path).record;
        if (other) this.settings.index.setRecord(other);
      }
    }
  }

  /** Paths of the records that cite an article; known where the groups were made with coverage in view. */
  citing(article: string | undefined): readonly string[] {
    return article === undefined ? [] : (this.groups.get(`article ${article}`) ?? []);
  }

  /** Checks the records that cite an article of this one, so that their claims are known when they are asked for. */
  private async findClaimsBeside({ path, sources }: PolicyRecord): Promise<void> {
    for (const { file } of sources) {
      for (const other of this.citing(articlePath(path, file?.value))) if (other !== path) await this.findClaims(other);
    }
  }

  private claimedElsewhere(path: string, { file }: Source): readonly Span[] {
    const article = articlePath(path, file?.value) ?? '';
    return this.citing(article).flatMap((other) =>
      other === path ? [] : (this.claimed.get(other)?.get(article) ?? []),
    );
  }

  /** The places in articles that a record claims, found by checking it. */
  private async findClaims(path: string): Promise<void> {
    if (this.claimed.has(path)) return;
    const places = new Map<string, Span[]>();
    this.claimed.set(path, places);
    const { record } = this.records.look(path);
    if (!record) return;
    const input = { ...this.inputOf(record, [], await this.articles.openAll(record)), severities: {} };
    const articles = new Map(record.sources.map(({ id, file }) => [id.value, articlePath(path, file?.value)]));
    for (const { evidence } of checkRecord(input).claims) {
      for (const { source, place } of evidence) {
        const article = articles.get(source);
        if (place && article !== undefined) places.set(article, [...(places.get(article) ?? []), place]);
      }
    }
  }
}

function openedOf(opened: OpenedArticles, source: Source): ArticleResult {
  const result = opened.get(source);
  if (!result) throw new Error(`the source ${source.id.value} was not opened before the check`);
  return result;
}
