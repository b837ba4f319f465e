import { availableParallelism } from 'node:os';
import { openerFor } from '../node/open-article.ts';
import { keepHeapSmall } from '../node/small-heap.ts';
import { configurationName } from '../records/layout.ts';
import type { CheckedRecord } from '../reports/report.ts';
import { seesCoverage } from './check-run.ts';
import { type Crew, type Found, OwnCrew } from './crew.ts';
import { groupsOf, type RecordFacts, sharedArticles } from './facts.ts';
import { readText } from './record-shelf.ts';
import type { Repository } from './repository.ts';
import { type CacheUpdate, ResultCache } from './result-cache.ts';
import type { RunFiles } from './run-files.ts';
import { WorkerCrew, type WorkerStart } from './worker-crew.ts';

/** How a run goes about its work. None of it changes what is found. */
export interface Ways {
  /** Threads; found out where it is left out. */
  readonly jobs?: number;
  /** Whether results are kept and taken again; only in larger repositories where it is left out. */
  readonly cache?: boolean;
}

/** Below so many records everything is checked before a cache is read. */
const leastForCache = 100;

/** With fewer records a heap does not grow so much that clearing it often would pay. */
const leastForSmallHeap = 200;

/** So many records keep a further thread busy for longer than it takes to start. */
const recordsForThread = 300;

/** More threads wait for the disk, and each takes its memory. */
const mostThreads = 4;

/** The check of some records of a repository: what they depend on is read first, then what has changed is checked. */
export class RecordChecks {
  private readonly cache: ResultCache | undefined;
  private readonly own: OwnCrew;
  private readonly facts = new Map<string, RecordFacts>();
  private readonly checked: ReadonlySet<string>;
  /** Records whose results are taken from the cache. */
  private readonly cached = new Set<string>();
  private cacheProblem: string | undefined;

  /**
   * @param paths Records of the repository, in order.
   * @param onCrash Told what was thrown where the program fails on a record.
   */
  constructor(
    private readonly files: RunFiles,
    private readonly repository: Repository,
    private readonly paths: readonly string[],
    private readonly ways: Ways,
    onCrash: (error: unknown) => void,
  ) {
    this.checked = new Set(paths);
    this.own = new OwnCrew(files, repository, openerFor(repository.configuration), onCrash);
    if (paths.length >= leastForSmallHeap) keepHeapSmall();
    if (ways.cache ?? repository.records.length >= leastForCache) {
      this.cache = new ResultCache(files, [configurationName, ...repository.registries], seesCoverage(repository));
    }
  }

  /** What is found in each record, in order. To be called once. */
  async *results(): AsyncGenerator<CheckedRecord, void, undefined> {
    for (const path of this.repository.records) {
      const facts = this.cache?.facts(path);
      if (facts) this.facts.set(path, facts);
    }
    const unknown = this.paths.filter((path) => !this.facts.has(path));
    const crew = this.crewFor(unknown.length);
    try {
      await this.findGroups(crew, unknown);
      yield* this.allResults(crew);
    } finally {
      if (crew !== this.own) await crew.close();
      this.cache?.close();
    }
  }

  /** What is to be said of the run itself, as phrases for *not checked: …*. */
  get notChecked(): readonly string[] {
    return [...this.files.changed].sort().map((path) => `${path}, which changed while it was read: check again`);
  }

  /** What became of the cache where it is not as it should be, in one sentence. */
  get remark(): string | undefined {
    if (this.cacheProblem !== undefined)
      return `What was found could not be kept for the next check: the cache ${this.cacheProblem}.`;
    return this.cache?.damaged ? 'The cache was damaged; everything was checked anew.' : undefined;
  }

  private crewFor(fresh: number): Crew {
    return crewFor(fresh, this.ways, this.own, { root: this.files.root, registries: this.repository.registries });
  }

  private async findGroups(crew: Crew, unknown: readonly string[]): Promise<void> {
    for (const { path, facts, mark } of await crew.facts(unknown)) {
      this.facts.set(path, facts);
      this.files.note(path, mark);
    }
    this.readOthers();
    const groups = groupsOf(this.facts, seesCoverage(this.repository));
    // Where the claims of others are in view, a record and all its articles may be read several times.
    const shared = seesCoverage(this.repository) ? undefined : sharedArticles(this.facts.values());
    this.own.setGroups(groups, shared);
    if (crew !== this.own) crew.setGroups(groups, shared);
    this.cache?.setGroups(groups);
  }

  /** Reads of the records that are not checked whatever may share something with those that are. */
  private readOthers(): void {
    const names = new Set<string>();
    for (const path of this.paths) {
      const { id, indicators = [] } = this.facts.get(path) ?? {};
      for (const name of [...(id === undefined ? [] : [id]), ...indicators]) names.add(name);
    }
    for (const path of this.repository.records) {
      if (this.facts.has(path)) continue;
      // A cache wants to know them all, for the next run.
      if (this.cache || seesCoverage(this.repository) || mayName(readText(this.files, path).text, names))
        this.facts.set(path, this.own.run.facts(path));
    }
  }

  private async *allResults(crew: Crew): AsyncGenerator<CheckedRecord, void, undefined> {
    for (const path of this.paths) if (this.cache?.has(path, this.factsOf(path))) this.cached.add(path);
    const fresh = this.paths.filter((path) => !this.cached.has(path));
    const update = this.cache && (fresh.length > 0 || this.cache.damaged) ? this.cache.begin() : undefined;
    let isWhole = false;
    try {
      const found = crew.check(fresh);
      for (const path of this.paths) yield await this.resultOf(path, found, update);
      this.keepOthers(update);
      isWhole = true;
    } finally {
      if (isWhole) this.cacheProblem = update?.finish();
      else update?.abandon();
    }
  }

  private async resultOf(
    path: string,
    fresh: ReturnType<Crew['check']>,
    update: CacheUpdate | undefined,
  ): Promise<CheckedRecord> {
    if (this.cache && this.cached.has(path)) {
      const { result, unchecked } = this.cache.take(path);
      const shown = await this.own.run.shown(path, result, unchecked);
      if (!this.hasChanged(path)) {
        update?.kept(path);
        return shown;
      }
      return (await this.own.run.check(path)).shown;
    }
    const next = await fresh.next();
    if (next.done || next.value.path !== path) throw new Error(`${path} was not checked in its turn`);
    const { shown, ...found } = next.value;
    return this.freshResult(found, shown, update);
  }

  private async freshResult(
    found: Found,
    shown: CheckedRecord | undefined,
    update: CacheUpdate | undefined,
  ): Promise<CheckedRecord> {
    const { path, result, unchecked, reads } = found;
    this.files.note(path, reads.record);
    for (const [article, mark] of reads.articles) this.files.note(article, mark);
    const made = shown ?? (await this.own.run.shown(path, result, unchecked));
    if (!shown && this.hasChanged(path)) return (await this.own.run.check(path)).shown;
    update?.fresh(found);
    return made;
  }

  private hasChanged(path: string): boolean {
    const { changed } = this.files;
    return changed.size > 0 && [path, ...this.factsOf(path).articles].some((file) => changed.has(file));
  }

  /** Keeps what is known of the records that this run did not check. */
  private keepOthers(update: CacheUpdate | undefined): void {
    if (!update) return;
    for (const path of this.repository.records) {
      if (this.checked.has(path)) continue;
      if (this.cache?.isSame(path)) update.kept(path);
      else update.read(path, this.factsOf(path));
    }
  }

  private factsOf(path: string): RecordFacts {
    return this.facts.get(path) ?? { indicators: [], articles: [] };
  }
}

/** Threads for so many records, or `own` where one does: to be closed unless it is that. */
export function crewFor<Own extends Crew>(
  records: number,
  { jobs }: Ways,
  own: Own,
  start: Omit<WorkerStart, 'share'>,
): Crew {
  const wanted = jobs ?? Math.min(availableParallelism(), mostThreads, Math.floor(records / recordsForThread));
  const threads = Math.min(wanted, records);
  if (threads < 2) return own;
  return new WorkerCrew(threads, new URL('./policy-records.js', import.meta.url), start);
}

/** Whether a record may hold one of the names; an escape in it may spell anything. */
function mayName(text: string, names: ReadonlySet<string>): boolean {
  if (text.includes('\\')) return true;
  for (const name of names) if (text.includes(name)) return true;
  return false;
}
