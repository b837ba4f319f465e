import type { Article, ArticleResult } from '../articles/article.ts';
import { checkConfiguration, checkRegistry, checkUnreadable } from '../checks/check-files.ts';
import { RepositoryIndex } from '../checks/repository-index.ts';
import { checkRecord } from '../checks/run.ts';
import { crashedRecord, unreadRecord } from '../checks/unread-record.ts';
import { type Configuration, defaultConfiguration, readConfiguration } from '../records/configuration.ts';
import { articlePath, configurationName, folderOf, foldersUp, isSelected, kindOf } from '../records/layout.ts';
import type { PolicyRecord, Registry, Source } from '../records/model.ts';
import { readRecord, readRecordTree } from '../records/read.ts';
import { readRegistry } from '../records/registry.ts';
import { LineIndex } from '../text/lines.ts';
import { articlePlaces } from './article-places.ts';
import { ArticleStore, noPath } from './article-store.ts';
import { claimedElsewhere } from './completion/claimed-elsewhere.ts';
import { KnownNumbers } from './completion/number-words.ts';
import type { Draft } from './completion/request.ts';
import { KnownQuotes } from './known-quotes.ts';
import { KnownRegistries } from './known-registries.ts';
import type { ProjectOptions } from './project-options.ts';
import { ReadableViews } from './readable-views.ts';
import { byPath, namesOf, type RecordSummary, summaryOf } from './summary.ts';
import { type StoredText, TextStore } from './text-store.ts';
import type { ArticleView, FileView, ProjectView, RecordView, SourceView } from './views.ts';

/**
 * One repository as an editor sees it: what is open stands before what is on the disk, and what was checked is kept until
 * something that it depends on changes. Views are made when they are asked for.
 */
export class Project implements ProjectView {
  configuration: Configuration = defaultConfiguration();
  configurationText: string | undefined;
  readonly uriOf: ProjectView['uriOf'];
  readonly textUriOf: ProjectView['textUriOf'];
  readonly rulePage: ProjectView['rulePage'];
  private readonly texts: TextStore;
  private readonly index = new RepositoryIndex();
  private readonly summaries = new Map<string, RecordSummary>();
  private readonly knownRegistries: KnownRegistries;
  private readonly views = new Map<string, RecordView>();
  /** The texts of records as the index was told of them last, as long as somebody looks at them. */
  private readonly entered = new Map<string, string>();
  private readonly readable = new ReadableViews();
  private readonly quotes = new KnownQuotes();
  private readonly numbers = new KnownNumbers();
  private store: ArticleStore;
  /** Texts of open articles, to be told to a new store. */
  private readonly openArticles = new Map<string, string>();
  /** Counts changes, so that a check notices when what it read has become old. */
  private changes = 0;
  private loading: Promise<void> | undefined;
  private indexing: Promise<void> | undefined;
  /** Told the paths whose findings may be others now: not those of records of which no view was made, nor of one that is typed in. */
  onStale: (paths: readonly string[]) => void = () => {};
  /** How many records were checked since the start. */
  checks = 0;

  constructor(private readonly options: ProjectOptions) {
    ({ uriOf: this.uriOf, textUriOf: this.textUriOf, rulePage: this.rulePage } = options);
    this.texts = new TextStore(options.files);
    this.knownRegistries = new KnownRegistries(options.files, this.texts, this.index);
    this.store = new ArticleStore(options.files, options.opener(this.configuration));
  }

  indicatorPage(indicator: string, path: string): string | undefined {
    return this.options.indicatorPage?.(indicator, this.uriOf(path));
  }

  get registries(): readonly Registry[] {
    return this.knownRegistries.all;
  }

  get records(): readonly RecordSummary[] {
    return [...this.summaries.values()].sort(byPath);
  }

  /** Takes the text that an editor holds of a file; undefined where it is closed, and the disk counts again. */
  setText(path: string, text: string | undefined): void {
    if (kindOf(path) === 'other') {
      if (text === undefined) this.openArticles.delete(path);
      else this.openArticles.set(path, text);
      this.store.setText(path, text);
    } else this.texts.set(path, text);
    if (text === undefined) this.readable.forget(path);
    this.changed(path, text !== undefined);
  }

  /** See `TextStore.saved`. */
  savedText(path: string): Promise<string | undefined> {
    return this.texts.saved(path);
  }

  /** A file on the disk was written, made or deleted. */
  fileChanged(path: string): void {
    if (kindOf(path) === 'other') this.store.forget(path);
    else if (!this.texts.forget(path)) return; // The editor's text stands before it.
    this.changed(path);
  }

  /** Reads the configuration; done before any view is made. */
  load(): Promise<void> {
    this.loading ??= this.texts.read(configurationName).then((text) => this.readConfiguration(text));
    return this.loading;
  }

  /** Reads what the check of a file needs besides its articles: the configuration, and the registries that it sees. */
  private async loadFor(path: string): Promise<void> {
    await Promise.all([this.load(), this.knownRegistries.readAbove(path)]);
  }

  /** Resolves when every record of the repository was read, so that what is said across records is whole. */
  indexed(): Promise<void> {
    this.indexing ??= this.indexNow();
    return this.indexing;
  }

  /** The records that the configuration selects, as far as they are known; all are known after `indexed`. */
  selectedRecords(): string[] {
    const { include, exclude } = this.configuration;
    return [...this.summaries.keys()].filter((path) => isSelected(path, include, exclude)).sort();
  }

  /** A record, checked; undefined where there is no such file. */
  async record(path: string): Promise<RecordView | undefined> {
    await this.loadFor(path);
    for (;;) {
      const known = this.views.get(path);
      if (known) return known;
      const started = this.changes;
      const { text, problem, missing } = await this.texts.read(path);
      if (missing) return undefined;
      const { record, problems, root } = problem
        ? { record: undefined, problems: [problem], root: undefined }
        : readRecordTree(path, text);
      const sources = record ? await this.open(record) : [];
      // What was read is old if something changed while articles were opened; then all of it is asked for anew.
      if (started !== this.changes) continue;
      this.enter(path, record);
      const surroundings = this.index.around(path);
      const result = record ? this.check(record, problems, sources) : unreadRecord(path, problems);
      const view: RecordView = {
        kind: 'record',
        path,
        text,
        lines: new LineIndex(text),
        root,
        record,
        result,
        sources,
        surroundings,
        project: this,
      };
      this.views.set(path, view);
      if (this.texts.isOpen(path)) this.readable.take(view);
      return view;
    }
  }

  /** A record as it stands now, read but not checked; undefined where there is none. */
  async readRecord(path: string): Promise<PolicyRecord | undefined> {
    const known = this.views.get(path);
    if (known) return known.record;
    const { text, problem, missing } = await this.texts.read(path);
    return problem || missing ? undefined : readRecord(path, text).record;
  }

  /** A file as it is being typed, with what could be read of it last; undefined where there is no such file. */
  async draft(path: string): Promise<Draft | undefined> {
    await this.loadFor(path);
    const kind = kindOf(path);
    const { text, missing } = await this.texts.read(path);
    if (kind === 'other' || missing) return undefined;
    const view = kind === 'record' ? (this.readable.of(path) ?? (await this.record(path))) : await this.file(path);
    const elsewhere = (article: string) => claimedElsewhere(this, path, article);
    return { kind, path, text, view, project: this, known: this.numbers, articles: () => this.articles(), elsewhere };
  }

  /** Paths of the files that may be articles. */
  articles(): Promise<readonly string[]> {
    return this.store.list();
  }

  /** Keeps what was checked of a record that no editor holds no longer; it is made anew when it is asked for. */
  release(path: string): void {
    if (this.texts.isOpen(path)) return;
    this.views.delete(path);
    this.entered.delete(path);
    this.texts.release(path);
  }

  /** A registry or the configuration, checked; undefined where there is no such file. */
  async file(path: string): Promise<FileView | undefined> {
    await this.loadFor(path);
    const { text, problem, missing } = await this.texts.read(path);
    if (missing) return undefined;
    const common = { path, text, lines: new LineIndex(text), project: this };
    if (kindOf(path) === 'configuration') {
      const { configuration, problems, root } = readConfiguration(path, text);
      const findings = checkConfiguration(configuration, problem ? [problem] : problems);
      return { ...common, kind: 'configuration', root, findings };
    }
    const { registry, problems, root } = readRegistry(path, text);
    if (!registry || problem) {
      return { ...common, kind: 'registry', root, findings: checkUnreadable(problem ? [problem] : problems, {}) };
    }
    const { agency } = this.index.around(path);
    const isAgency = (id: string) => agency(id) !== undefined;
    const findings = checkRegistry(registry, problems, isAgency, this.configuration.rules);
    return { ...common, kind: 'registry', root, registry, findings };
  }

  /** An article with the records that cite it, checked; undefined where it cannot be read, or none does and one has to. */
  async article(path: string, evenUncited = false): Promise<ArticleView | undefined> {
    await this.indexed();
    const citing: RecordView[] = [];
    for (const { path: record, articles } of this.records) {
      const view = articles.includes(path) ? await this.record(record) : undefined;
      if (view) citing.push(view);
    }
    const cited = citing.flatMap(({ sources }) => sources).find((source) => source.path === path && source.article);
    const article = cited?.article ?? (evenUncited ? await this.uncited(path) : undefined);
    if (!article) return undefined;
    const places = articlePlaces(article, path, this.options);
    return { kind: 'article', path, text: article.text, article, places, citing, project: this };
  }

  /** An article of which no record need say anything yet; undefined where it cannot be read. */
  async uncited(path: string): Promise<Article | undefined> {
    await this.load();
    const result = await this.store.article(path, {});
    return 'article' in result ? result.article : undefined;
  }

  private readConfiguration({ text, problem }: StoredText): void {
    this.configurationText = problem ? undefined : text;
    this.configuration = problem ? defaultConfiguration() : readConfiguration(configurationName, text).configuration;
    this.store = new ArticleStore(this.options.files, this.options.opener(this.configuration));
    for (const [path, open] of this.openArticles) this.store.setText(path, open);
  }

  private async indexNow(): Promise<void> {
    await this.load();
    const paths = await this.options.files.list();
    await this.knownRegistries.readAll(paths);
    for (const path of paths) {
      if (kindOf(path) !== 'record' || this.summaries.has(path)) continue;
      await this.options.pause();
      await this.enterFromDisk(path);
    }
  }

  private async enterFromDisk(path: string): Promise<void> {
    const { text, problem, missing } = await this.texts.read(path);
    this.enter(path, problem || missing ? undefined : readRecord(path, text).record);
    if (!this.views.has(path)) this.entered.delete(path);
    this.texts.release(path);
  }

  private async open(record: PolicyRecord): Promise<SourceView[]> {
    return Promise.all(
      record.sources.map(async (source): Promise<SourceView> => {
        const path = articlePath(record.path, source.file?.value);
        if (path === undefined) return { source };
        const result = await this.store.article(path, source);
        if ('failure' in result) return { source, path, result };
        const { article } = result;
        return { source, path, result, article, places: articlePlaces(article, path, this.options) };
      }),
    );
  }

  private check(record: PolicyRecord, problems: Parameters<typeof unreadRecord>[1], sources: readonly SourceView[]) {
    const opened = new Map(sources.map(({ source, result }) => [source, result]));
    const articles = (source: Source): ArticleResult => opened.get(source) ?? noPath(record.path, source);
    this.checks += 1;
    try {
      return checkRecord({
        record,
        problems,
        articles,
        search: (article, quote) => this.quotes.search(article, quote),
        ...this.index.around(record.path),
        units: this.configuration,
        severities: this.configuration.rules,
      });
    } catch (error) {
      this.options.onCrash(error);
      return crashedRecord(record.path);
    }
  }

  /** Tells the index what a record says now, and forgets what was said of those that share a name with it. */
  private enter(path: string, record: PolicyRecord | undefined): void {
    // Checked again for what others say, a record has nothing new to say to them: they would go on for ever.
    if (record && this.entered.get(path) === record.text && this.summaries.has(path)) return;
    const before = this.summaries.get(path);
    const after = record && summaryOf(record);
    if (record) this.entered.set(path, record.text);
    else this.entered.delete(path);
    if (record && after) {
      this.index.setRecord(record);
      this.summaries.set(path, after);
    } else {
      this.index.removeRecord(path);
      this.summaries.delete(path);
    }
    const names = new Set([...namesOf(before), ...namesOf(after)]);
    this.forget((view) => view.path !== path && namesOf(this.summaries.get(view.path)).some((name) => names.has(name)));
  }

  private changed(path: string, isTyped = false): void {
    this.changes += 1;
    switch (kindOf(path)) {
      case 'record':
        this.views.delete(path);
        if (this.indexing && !this.texts.isOpen(path)) void this.enterFromDisk(path);
        if (!isTyped) this.onStale([path]);
        return;
      case 'registry':
        if (this.loading) this.loading = this.loading.then(() => this.reloadRegistry(path));
        return;
      case 'configuration':
        if (this.loading) this.loading = this.loading.then(() => this.reloadConfiguration());
        return;
      case 'other':
        this.forget(({ sources }) => sources.some((source) => source.path === path));
    }
  }

  private async reloadRegistry(path: string): Promise<void> {
    await this.knownRegistries.read(path);
    this.changes += 1;
    const folder = folderOf(path);
    this.forget((view) => foldersUp(view.path).includes(folder), [path]);
  }

  private async reloadConfiguration(): Promise<void> {
    this.readConfiguration(await this.texts.read(configurationName));
    this.changes += 1;
    this.forget(() => true, [configurationName]);
  }

  private forget(isStale: (view: RecordView) => boolean, alsoStale: readonly string[] = []): void {
    const stale = [...this.views.values()].filter(isStale).map(({ path }) => path);
    for (const path of stale) this.views.delete(path);
    if (stale.length + alsoStale.length > 0) this.onStale([...alsoStale, ...stale]);
  }
}
