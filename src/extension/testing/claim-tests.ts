import {
  type CancellationToken,
  type Disposable,
  type FileCoverageDetail,
  Location,
  l10n,
  Range,
  type TestController,
  type TestItem,
  TestMessage,
  type TestRun,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  tests,
  Uri,
  workspace,
} from 'vscode';
import type { Range as ProtocolRange } from 'vscode-languageclient';
import { claimsRequest, type ListedRecord, recordsRequest } from '../../server/protocol.ts';
import type { ClaimState } from '../../service/claim-states.ts';
import type { Server } from '../server.ts';
import { addArticleCoverage, detailsOf } from './article-coverage.ts';

/** A claim as it was found, and the test that stands for it. */
interface ListedClaim {
  readonly claim: ClaimState;
  readonly item: TestItem;
}

/**
 * Figures and dates as tests: repository, record, claim. A claim passes where it is supported or accepted; what fails shows
 * what the record says beside what the source says, with the place in both.
 */
export class ClaimTests implements Disposable {
  private readonly controller: TestController;
  private readonly listeners: Disposable[];
  /** Records that a continuous run checks again when they change, each with the run's request. */
  private readonly continuous = new Set<TestRunRequest>();

  constructor(private readonly server: Server) {
    this.controller = tests.createTestController('policyRecords', l10n.t('Policy Records'));
    this.controller.resolveHandler = async (item) => {
      await (item ? this.listClaims(item) : this.listRecords());
    };
    this.controller.refreshHandler = () => this.listRecords();
    this.controller.createRunProfile(
      l10n.t('Check'),
      TestRunProfileKind.Run,
      (request, token) => this.handle(request, token),
      true,
      undefined,
      true,
    );
    const coverage: TestRunProfile = this.controller.createRunProfile(
      l10n.t('Check, and Show What Is Claimed of the Articles'),
      TestRunProfileKind.Coverage,
      (request, token) => this.handle(request, token),
      true,
    );
    coverage.loadDetailedCoverage = (_run, file): Promise<FileCoverageDetail[]> => detailsOf(server, file.uri);
    this.listeners = [
      server.onChecked(({ uri }) => void this.checkedAgain(uri)),
      workspace.onDidCreateFiles(() => void this.listRecords()),
      workspace.onDidDeleteFiles(() => void this.listRecords()),
      workspace.onDidRenameFiles(() => void this.listRecords()),
    ];
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.controller.dispose();
  }

  private async listRecords(): Promise<void> {
    const records = await this.server.request<readonly ListedRecord[]>(recordsRequest, {});
    const { items } = this.controller;
    const roots = new Map<string, ListedRecord[]>();
    for (const record of records) roots.set(record.root, [...(roots.get(record.root) ?? []), record]);
    items.replace(
      [...roots].map(([root, listed]) => {
        const uri = Uri.parse(root, true);
        const repository = items.get(root) ?? this.controller.createTestItem(root, nameOf(uri), uri);
        repository.children.replace(
          listed.map(({ uri: record, title }) => {
            const known = repository.children.get(record);
            const item = known ?? this.controller.createTestItem(record, title, Uri.parse(record, true));
            item.label = title;
            item.description = workspace.asRelativePath(Uri.parse(record, true));
            item.canResolveChildren = true;
            return item;
          }),
        );
        return repository;
      }),
    );
  }

  /** The claims of a record, as it stands in the editor. */
  private async listClaims(record: TestItem): Promise<readonly ListedClaim[]> {
    if (!record.uri || !record.canResolveChildren) return [];
    const claims = await this.server.request<readonly ClaimState[]>(claimsRequest, { uri: record.uri.toString() });
    const taken = new Set<string>();
    const listed = claims.map((claim) => {
      const item = this.controller.createTestItem(freeId(record, claim, taken), claim.label, record.uri);
      item.range = rangeOf(claim.range);
      item.description = claim.id;
      return { claim, item };
    });
    record.children.replace(listed.map(({ item }) => item));
    return listed;
  }

  private async handle(request: TestRunRequest, token: CancellationToken): Promise<void> {
    if (request.continuous) {
      this.continuous.add(request);
      token.onCancellationRequested(() => this.continuous.delete(request));
      return;
    }
    await this.run(request, token);
  }

  /** A record that an open window checked again is reported to the continuous runs that hold it. */
  private async checkedAgain(uri: string): Promise<void> {
    for (const request of this.continuous) {
      const records = this.recordsOf(request).filter((record) => record.id === uri);
      if (records.length > 0) await this.run(new TestRunRequest(records, request.exclude, request.profile, true));
    }
  }

  private async run(request: TestRunRequest, token?: CancellationToken): Promise<void> {
    if (this.controller.items.size === 0) await this.listRecords();
    const run = this.controller.createTestRun(request);
    try {
      const records = this.recordsOf(request);
      for (const record of records) {
        if (token?.isCancellationRequested) break;
        await this.checkRecord(record, request, run);
      }
      if (request.profile?.kind === TestRunProfileKind.Coverage) await addArticleCoverage(this.server, run, records);
    } finally {
      run.end();
    }
  }

  private async checkRecord(record: TestItem, request: TestRunRequest, run: TestRun): Promise<void> {
    const wanted = wantedIn(record, request);
    const claims = await this.listClaims(record);
    for (const { claim, item } of claims) {
      if ((wanted && !wanted.has(item.id)) || request.exclude?.some(({ id }) => id === item.id)) continue;
      run.started(item);
      if (claim.verdict === 'supported' || claim.verdict === 'accepted') run.passed(item);
      else if (claim.verdict === 'unchecked') {
        run.appendOutput(`${claim.label}: ${claim.messages.join(' ')}\r\n`, undefined, item);
        run.skipped(item);
      } else run.failed(item, messagesOf(record, claim));
    }
  }

  /** The records that a request holds, wholly or in part. */
  private recordsOf({ include, exclude }: TestRunRequest): TestItem[] {
    const chosen = include ?? all(this.controller.items);
    const records = new Map<string, TestItem>();
    for (const item of chosen) {
      const found = item.canResolveChildren
        ? [item]
        : item.parent?.canResolveChildren
          ? [item.parent]
          : all(item.children);
      for (const record of found) records.set(record.id, record);
    }
    return [...records.values()].filter(({ id }) => !exclude?.some((one) => one.id === id));
  }
}

/** The claims of a record that a request names one by one; undefined where it holds the whole record. */
function wantedIn(record: TestItem, { include }: TestRunRequest): ReadonlySet<string> | undefined {
  const isWhole = include === undefined || include.some((item) => item === record || item === record.parent);
  return isWhole ? undefined : new Set(include.filter(({ parent }) => parent === record).map(({ id }) => id));
}

function messagesOf(record: TestItem, claim: ClaimState): TestMessage[] {
  const [passage] = claim.passages;
  const more = passage ? [new Location(Uri.parse(passage.uri, true), rangeOf(passage.number ?? passage.passage))] : [];
  return claim.differences.map(({ message, source, record: said }) => {
    const shown =
      said !== undefined && source !== undefined ? TestMessage.diff(message, source, said) : new TestMessage(message);
    if (record.uri) shown.location = new Location(record.uri, rangeOf(claim.valueRange));
    if (more[0]) {
      shown.stackTrace = more.map((location) => ({
        label: l10n.t('the passage in the article'),
        uri: location.uri,
        position: location.range.start,
      }));
    }
    return shown;
  });
}

const all = (items: Iterable<[string, TestItem]>): TestItem[] => [...items].map(([, item]) => item);

/** Two claims of a record may have the same id by mistake, and two tests may not. */
function freeId(record: TestItem, { type, id }: ClaimState, taken: Set<string>): string {
  const wanted = `${record.id}#${type}-${id}`;
  let free = wanted;
  for (let count = 2; taken.has(free); count += 1) free = `${wanted} ${count}`;
  taken.add(free);
  return free;
}

const nameOf = ({ path }: Uri): string => path.replace(/\/+$/, '').split('/').at(-1) ?? path;
const rangeOf = ({ start, end }: ProtocolRange): Range =>
  new Range(start.line, start.character, end.line, end.character);
