import type { ArticleResult } from '../articles/article.ts';
import type { CheckInput } from '../checks/context.ts';
import type { RecordResult } from '../checks/finding.ts';
import { checkRecord } from '../checks/run.ts';
import { crashedRecord, unreadRecord } from '../checks/unread-record.ts';
import { ArticleShelf, type Open, type OpenedArticles } from '../node/article-shelf.ts';
import { sourcePath } from '../records/layout.ts';
import type { PolicyRecord, Source } from '../records/model.ts';
import type { CheckedRecord } from '../reports/report.ts';
import type { Span } from '../text/span.ts';
import { noPassages, passagesOf } from './passages.ts';
import { type ReadRecord, RecordShelf, readText } from './record-shelf.ts';
import type { Repository } from './repository.ts';

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

/** One run over records of a repository. */
export class CheckRun {
  private readonly records: RecordShelf;
  private readonly articles: ArticleShelf;
  private readonly seesCoverage: boolean;
  /** Record → article → the places that the record claims. */
  private readonly claimed = new Map<string, ReadonlyMap<string, readonly Span[]>>();
  /** Article → the records that cite it. */
  private readonly citing = new Map<string, Set<string>>();

  /**
   * @param paths The records to be checked. The others of the repository are read as far as these depend on them.
   * @param onCrash Told what was thrown where the program fails on a record.
   */
  constructor(
    root: string,
    private readonly repository: Repository,
    paths: readonly string[],
    open: Open,
    private readonly onCrash: (error: unknown) => void,
  ) {
    this.records = new RecordShelf(root);
    this.articles = new ArticleShelf(root, open);
    const { rules } = repository.configuration;
    this.seesCoverage = (rules[coverage] ?? 'off') !== 'off';
    this.readAll(root, paths);
  }

  async check(path: string): Promise<CheckedRecord> {
    const { record, problems, text } = this.records.take(path);
    if (!record) return { result: unreadRecord(path, problems), text, unchecked: 'unreadable', ...noPassages };
    try {
      const opened = await this.articles.openAll(record);
      if (this.seesCoverage) await this.findClaimsBeside(record);
      return { result: checkRecord(this.inputOf(record, problems, opened)), text, ...passagesOf(path, opened) };
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
      const opened = await this.articles.openAll(record);
      const result = checkRecord({ ...this.inputOf(record, problems, opened), severities: {} });
      const articles = record.sources.flatMap(({ file }) => articleOf(path, file?.value) ?? []);
      return { record, result, opened, articles };
    } catch (error) {
      this.onCrash(error);
      return undefined;
    }
  }

  private inputOf(record: PolicyRecord, problems: ReadRecord['problems'], opened: OpenedArticles): CheckInput {
    const { index, configuration } = this.repository;
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

  /** Reads what is to be checked, and of the rest whatever shares an id or an indicator with it. */
  private readAll(root: string, paths: readonly string[]): void {
    const names = new Set<string>();
    for (const path of paths) {
      const { record } = this.records.read(path);
      if (!record) continue;
      this.add(record);
      if (record.id) names.add(record.id.value);
      for (const { indicator } of record.figures) if (indicator) names.add(indicator.value);
    }
    const checked = new Set(paths);
    for (const path of this.repository.records) {
      if (checked.has(path) || !(this.seesCoverage || mayName(readText(root, path).text, names))) continue;
      const { record } = this.records.read(path);
      if (record) this.add(record);
    }
  }

  private add(record: PolicyRecord): void {
    this.repository.index.setRecord(record);
    if (!this.seesCoverage) return;
    for (const { file } of record.sources) {
      const article = articleOf(record.path, file?.value);
      if (article === undefined) continue;
      const citing = this.citing.get(article) ?? new Set();
      this.citing.set(article, citing.add(record.path));
    }
  }

  /** Checks the records that cite an article of this one, so that their claims are known when they are asked for. */
  private async findClaimsBeside({ path, sources }: PolicyRecord): Promise<void> {
    for (const { file } of sources) {
      const article = articleOf(path, file?.value);
      for (const other of this.citing.get(article ?? '') ?? []) if (other !== path) await this.findClaims(other);
    }
  }

  private claimedElsewhere(path: string, { file }: Source): readonly Span[] {
    const article = articleOf(path, file?.value);
    if (article === undefined) return [];
    return [...(this.citing.get(article) ?? [])].flatMap((other) =>
      other === path ? [] : (this.claimed.get(other)?.get(article) ?? []),
    );
  }

  /** The places in articles that a record claims, found by checking it. */
  private async findClaims(path: string): Promise<void> {
    if (this.claimed.has(path)) return;
    const places = new Map<string, Span[]>();
    this.claimed.set(path, places);
    const { record } = this.records.read(path);
    if (!record) return;
    const input = { ...this.inputOf(record, [], await this.articles.openAll(record)), severities: {} };
    const articles = new Map(record.sources.map(({ id, file }) => [id.value, articleOf(path, file?.value)]));
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

function articleOf(record: string, file: string | undefined): string | undefined {
  const place = file === undefined ? undefined : sourcePath(record, file);
  return place && 'path' in place ? place.path : undefined;
}

/** Whether a record may hold one of the names; an escape in it may spell anything. */
function mayName(text: string, names: ReadonlySet<string>): boolean {
  if (text.includes('\\')) return true;
  for (const name of names) if (text.includes(name)) return true;
  return false;
}
