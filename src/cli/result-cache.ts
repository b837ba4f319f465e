import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { version } from '../../package.json';
import { maxArticleBytes } from '../articles/decode.ts';
import type { RecordResult } from '../checks/finding.ts';
import { crypto } from '../node/late-modules.ts';
import type { CheckedRecord } from '../reports/report.ts';
import { CacheReader, CacheWriter, type LinePlace } from './cache-file.ts';
import type { Found, Reads } from './crew.ts';
import { type Groups, groupNames, type RecordFacts } from './facts.ts';
import { maxRecordBytes } from './record-shelf.ts';
import type { FileMark, RunFiles } from './run-files.ts';

/** What was kept of one record, each part as it stands in the file. */
interface Entry {
  readonly line: string;
  readonly known: string;
  /** Empty where the record was read and not checked. */
  readonly depends: string;
  readonly result: string;
}

type Known = readonly [record: FileMark, facts: RecordFacts];
type Depends = readonly [
  groups: string,
  articles: Reads['articles'],
  unchecked: NonNullable<CheckedRecord['unchecked']> | null,
];

/**
 * The results of earlier runs. One is taken again only where everything is as it was that it came from: the record, its
 * articles, the records that share something with it, the registries and the configuration, and the program.
 */
export class ResultCache {
  private readonly reader: CacheReader;
  private readonly places = new Map<string, LinePlace>();
  private readonly program = programDigest();
  private readonly settings: string;
  private readonly hasSameSettings: boolean = false;
  /** Records of which the facts, or else the result, are those of the file. */
  private readonly sameRecord = new Map<string, boolean>();
  private groupDigests: ReadonlyMap<string, string> = new Map();
  readonly damaged: boolean;

  /** @param settings Paths of the configuration and the registries, which were read. */
  constructor(
    private readonly files: RunFiles,
    settings: readonly string[],
    private readonly seesCoverage: boolean,
  ) {
    this.settings = digestOf(settings.map((path) => `${path} ${files.mark(path).content}`));
    this.reader = new CacheReader(files.root);
    this.damaged = this.reader.damaged;
    const [head, ...rest] = this.reader.lines;
    if (head === undefined) return;
    const [program, known] = JSON.parse(this.reader.text(head)) as [string, string];
    if (program !== this.program) return;
    this.hasSameSettings = known === this.settings;
    for (const place of rest) {
      const text = this.reader.text(place);
      this.places.set(JSON.parse(text.slice(0, text.indexOf('\t'))) as string, place);
    }
  }

  /** Nothing is asked of it any more. */
  close(): void {
    this.reader.close();
  }

  /** What others see of a record; undefined where the record has changed, or was never read. */
  facts(path: string): RecordFacts | undefined {
    const entry = this.entryOf(path);
    if (!entry) return undefined;
    const [record, facts] = JSON.parse(entry.known) as Known;
    const isSame = this.files.isStill(path, record, maxRecordBytes);
    this.sameRecord.set(path, isSame);
    return isSame ? facts : undefined;
  }

  /** Whether a record whose facts were asked for is as it was. */
  isSame(path: string): boolean {
    return this.sameRecord.get(path) === true;
  }

  /** To be called when all facts are known; every record in a group has a mark by then. */
  setGroups(groups: Groups): void {
    const seen = (path: string): string => `${path} ${this.files.mark(path).content}`;
    this.groupDigests = new Map([...groups].map(([name, paths]) => [name, digestOf(paths.map(seen))]));
  }

  /** Whether the result of a record, whose facts were asked for, can be taken again. */
  has(path: string, facts: RecordFacts): boolean {
    const entry = this.entryOf(path);
    if (!entry || entry.depends === '' || !this.hasSameSettings || this.sameRecord.get(path) !== true) return false;
    const [groups, articles] = JSON.parse(entry.depends) as Depends;
    return (
      groups === this.groupsOf(facts) &&
      articles.every(([article, mark]) => this.files.isStill(article, mark, maxArticleBytes))
    );
  }

  take(path: string): Pick<Found, 'result' | 'unchecked'> {
    const entry = this.entryOf(path);
    if (!entry) throw new Error(`there is no result of ${path}`);
    const [, , unchecked] = JSON.parse(entry.depends) as Depends;
    return { result: JSON.parse(entry.result) as RecordResult, ...(unchecked && { unchecked }) };
  }

  /** Begins a cache that holds what this run finds, and of the rest what is still true. */
  begin(): CacheUpdate {
    const writer = new CacheWriter(this.files.root);
    writer.add(JSON.stringify([this.program, this.settings]));
    return new CacheUpdate(writer, {
      fresh: (found) => this.lineOf(found),
      kept: (path) => this.keptLine(path),
      read: (path, facts) => [JSON.stringify(path), JSON.stringify([this.files.mark(path), facts]), '', ''].join('\t'),
    });
  }

  private entryOf(path: string): Entry | undefined {
    const place = this.places.get(path);
    if (!place) return undefined;
    const line = this.reader.text(place);
    const [, known = '', depends = '', result = ''] = line.split('\t');
    return { line, known, depends, result };
  }

  private lineOf({ path, result, unchecked, facts, reads }: Found): string | undefined {
    const isChanged = [path, ...facts.articles].some((file) => this.files.changed.has(file));
    if (unchecked === 'failed' || isChanged || result.findings.some(({ rule }) => rule === 'check/failed'))
      return undefined;
    const depends: Depends = [this.groupsOf(facts), reads.articles, unchecked ?? null];
    return [path, [reads.record, facts], depends, result].map((part) => JSON.stringify(part)).join('\t');
  }

  /** The line of a record that is as it was; its result goes where the settings have changed. */
  private keptLine(path: string): string | undefined {
    const entry = this.entryOf(path);
    if (!entry) return undefined;
    return this.hasSameSettings ? entry.line : [JSON.stringify(path), entry.known, '', ''].join('\t');
  }

  private groupsOf(facts: RecordFacts): string {
    return groupNames(facts, this.seesCoverage)
      .map((name) => this.groupDigests.get(name) ?? '')
      .join(' ');
  }
}

interface Lines {
  readonly fresh: (found: Found) => string | undefined;
  readonly kept: (path: string) => string | undefined;
  readonly read: (path: string, facts: RecordFacts) => string;
}

/** The cache that a run writes. */
export class CacheUpdate {
  constructor(
    private readonly writer: CacheWriter,
    private readonly lines: Lines,
  ) {}

  /** A record that was checked in this run. */
  fresh(found: Found): void {
    this.add(this.lines.fresh(found));
  }

  /** A record whose entry stays as it is. */
  kept(path: string): void {
    this.add(this.lines.kept(path));
  }

  /** A record that was read for the sake of others. */
  read(path: string, facts: RecordFacts): void {
    this.add(this.lines.read(path, facts));
  }

  /** Puts it in the place of the one before; gives why that was not possible, as the end of a sentence. */
  finish(): string | undefined {
    this.writer.finish();
    return this.writer.problem;
  }

  abandon(): void {
    this.writer.abandon();
  }

  private add(line: string | undefined): void {
    if (line !== undefined) this.writer.add(line);
  }
}

const digestOf = (parts: readonly string[]): string =>
  crypto().createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** What decides how a record is read and checked: this program, down to its bytes, and the one that runs it. */
function programDigest(): string {
  const program = readFileSync(fileURLToPath(import.meta.url));
  return digestOf([version, process.version, crypto().createHash('sha256').update(program).digest('base64url')]);
}
