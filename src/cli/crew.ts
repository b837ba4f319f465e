import type { RecordResult } from '../checks/finding.ts';
import type { Open } from '../node/article-shelf.ts';
import type { RenderedRecord } from '../reports/html/page.ts';
import type { CheckedRecord } from '../reports/report.ts';
import { CheckRun } from './check-run.ts';
import type { Groups, RecordFacts } from './facts.ts';
import type { PageRun, PageTask } from './page-run.ts';
import type { Settings } from './repository.ts';
import type { FileMark, RunFiles } from './run-files.ts';

/** What checking one record found, as plain data that can be kept and passed between threads. */
export interface Found {
  readonly path: string;
  readonly result: RecordResult;
  readonly unchecked?: NonNullable<CheckedRecord['unchecked']>;
  readonly facts: RecordFacts;
  readonly reads: Reads;
}

/** The files that a check read, and how they were. */
export interface Reads {
  readonly record: FileMark;
  readonly articles: readonly (readonly [path: string, mark: FileMark])[];
}

/** What others see of a record, and how its file was. */
export interface Surveyed {
  readonly path: string;
  readonly facts: RecordFacts;
  readonly mark: FileMark;
}

/** Whoever checks records: this thread, or several others. */
export interface Crew {
  facts(paths: readonly string[]): Promise<readonly Surveyed[]>;
  /** To be called when all facts are known, before anything is checked, with the articles that several records cite. */
  setGroups(groups: Groups, shared?: ReadonlySet<string>): void;
  /** What is found in the records, in their order. */
  check(paths: readonly string[]): AsyncGenerator<Found & { readonly shown?: CheckedRecord }, void, undefined>;
  /** The records as parts of a page, in their order. @param listed fingerprints of the findings that a baseline holds back. */
  render(tasks: readonly PageTask[], listed: ReadonlySet<string>): AsyncGenerator<RenderedRecord, void, undefined>;
  close(): Promise<void>;
}

/** Checks records in this thread, one after the other. */
export class OwnCrew implements Crew {
  readonly run: CheckRun;
  private pages: PageRun | undefined;

  constructor(
    private readonly files: RunFiles,
    private readonly settings: Settings,
    open: Open,
    onCrash: (error: unknown) => void,
    share = 1,
  ) {
    this.run = new CheckRun(files, settings, open, onCrash, share);
  }

  facts(paths: readonly string[]): Promise<readonly Surveyed[]> {
    const { run, files } = this;
    return Promise.resolve(paths.map((path) => ({ path, facts: run.facts(path), mark: files.mark(path) })));
  }

  setGroups(groups: Groups, shared?: ReadonlySet<string>): void {
    this.run.setGroups(groups, shared);
  }

  async *check(paths: readonly string[]): AsyncGenerator<Found & { readonly shown: CheckedRecord }, void, undefined> {
    for (const path of paths) {
      const { shown, facts } = await this.run.check(path);
      const { result, unchecked } = shown;
      const { files } = this;
      const articles = facts.articles.map((article) => [article, files.mark(article)] as const);
      const reads = { record: files.mark(path), articles };
      yield { path, result, ...(unchecked && { unchecked }), facts, reads, shown };
    }
  }

  async *render(
    tasks: readonly PageTask[],
    listed: ReadonlySet<string>,
  ): AsyncGenerator<RenderedRecord, void, undefined> {
    const { PageRun } = await import('./page-run.ts');
    this.pages ??= new PageRun(this.run, this.settings, listed);
    for (const task of tasks) yield await this.pages.render(task);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
