import type { CancellationToken, WorkDoneProgressParams } from 'vscode-languageserver';
import { homepage } from '../../../package.json';
import type { ClaimResult } from '../../checks/finding.ts';
import { type ClaimRow, claimRows } from '../../insight/claim-row.ts';
import { seriesOf } from '../../insight/indicators.ts';
import { indicatorPage } from '../../reports/html/indicator-page.ts';
import { HtmlPage } from '../../reports/html/page.ts';
import { PageRecords, type PageSource } from '../../reports/html/page-source.ts';
import type { Project } from '../../service/project.ts';
import type { RecordSummary } from '../../service/summary.ts';
import type { RecordView } from '../../service/views.ts';
import type { ServerContext, ServerFeature } from '../context.ts';
import {
  commandAddress,
  type IndicatorParams,
  type IndicatorResult,
  indicatorRequest,
  indicatorsRequest,
  type ListedIndicator,
  openClaimCommand,
  type ReportParams,
  type ReportResult,
  reportRequest,
} from '../protocol.ts';

/** Characters of a page that an editor shows at once without a stumble. */
const maxPage = 20_000_000;

/** What several records say together, as pages. */
export const pages: ServerFeature = {
  capabilities: {},
  register(context) {
    const { connection, guarded } = context;
    connection.onRequest(reportRequest, (params: ReportParams & WorkDoneProgressParams, token: CancellationToken) =>
      guarded<ReportResult | null>('report', null, () => reportOf(context, params, token)),
    );
    connection.onRequest(indicatorsRequest, () => guarded('indicators', [], () => listIndicators(context)));
    connection.onRequest(indicatorRequest, (params: IndicatorParams) =>
      guarded('indicator', null, () => indicatorOf(context, params)),
    );
  },
};

async function reportOf(
  { connection, placeOf, pause, version }: ServerContext,
  { uri, workDoneToken }: ReportParams & WorkDoneProgressParams,
  token: CancellationToken,
): Promise<ReportResult | null> {
  const project = placeOf(uri)?.project;
  if (!project) return null;
  await project.indexed();
  const paths = project.selectedRecords();
  const name = decodeURIComponent(project.uriOf('').replace(/\/+$/, '').split('/').at(-1) ?? '');
  const records = new PageRecords(sourceOf(project));
  const page = new HtmlPage(project.configuration);
  const parts: string[] = [];
  let length = 0;
  const progress = workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
  progress?.begin('Checking records', 0, '', true);
  try {
    for (const [done, path] of paths.entries()) {
      if (token.isCancellationRequested) return null;
      progress?.report((100 * done) / paths.length, `${done} of ${paths.length}`);
      const open = (claim?: ClaimResult): string =>
        commandAddress(openClaimCommand, {
          uri: project.uriOf(path),
          ...(claim && { type: claim.type, id: claim.id }),
        });
      const part = page.record({ ...(await records.page(path)), open });
      length += part.length;
      if (length > maxPage) return { name, html: null };
      parts.push(part);
      await pause();
    }
  } finally {
    progress?.done();
  }
  const { before, after } = page.end({ name, version, homepage, notChecked: [], isInEditor: true });
  return { name, html: before + parts.join('') + after };
}

/** The records of a repository as they stand in the editor; none is kept for longer than it takes. */
function sourceOf(project: Project): PageSource {
  const view = async (path: string): Promise<RecordView | undefined> => {
    const made = await project.record(path);
    project.release(path);
    return made;
  };
  const openedOf = ({ sources }: RecordView) =>
    new Map(sources.flatMap(({ source, result }) => (result ? [[source, result] as const] : [])));
  const citing = new Map<string, string[]>();
  for (const { path, articles } of selected(project))
    for (const article of articles) citing.set(article, [...(citing.get(article) ?? []), path]);
  return {
    async whole(path) {
      const made = await view(path);
      // It was deleted since it was listed.
      if (!made)
        return { result: { path, claims: [], findings: [] }, agency: () => undefined, unchecked: 'unreadable' };
      const { record, result, surroundings } = made;
      const { agency } = surroundings;
      if (!record) return { result, agency, unchecked: 'unreadable' };
      const failed = result.findings.some(({ rule }) => rule === 'check/failed');
      return failed ? { result, agency, unchecked: 'failed' } : { result, agency, record, opened: openedOf(made) };
    },
    async examine(path) {
      const made = await view(path);
      return made?.record && { record: made.record, result: made.result, opened: openedOf(made) };
    },
    citing: (article) => citing.get(article) ?? [],
  };
}

/** The records that the configuration selects, in the order of paths. */
function selected(project: Project): readonly RecordSummary[] {
  const paths = new Set(project.selectedRecords());
  return project.records.filter(({ path }) => paths.has(path));
}

/** Those that name an indicator. */
const naming = (records: readonly RecordSummary[], indicator: string): readonly RecordSummary[] =>
  records.filter(({ figures }) => figures.some((figure) => figure.indicator === indicator));

async function listIndicators({ projects }: ServerContext): Promise<ListedIndicator[]> {
  const listed: ListedIndicator[] = [];
  for (const project of new Set([...projects.openFolders(), ...projects.all()])) {
    await project.indexed();
    const all = selected(project);
    const names = new Set(all.flatMap(({ figures }) => figures.flatMap(({ indicator }) => indicator ?? [])));
    for (const indicator of names) {
      const records = naming(all, indicator);
      const figures = records.flatMap((record) => record.figures.filter((figure) => figure.indicator === indicator));
      const uri = project.uriOf(records[0]?.path ?? '');
      listed.push({ indicator, figures: figures.length, records: records.length, uri });
    }
  }
  return listed.sort((a, b) => (a.indicator < b.indicator ? -1 : a.indicator > b.indicator ? 1 : 0));
}

async function indicatorOf(
  { placeOf, version }: ServerContext,
  { uri, indicator }: IndicatorParams,
): Promise<IndicatorResult | null> {
  const project = placeOf(uri)?.project;
  if (!project) return null;
  await project.indexed();
  const rows: ClaimRow[] = [];
  const titles = new Map<string, string>();
  for (const { path, title, id } of naming(selected(project), indicator)) {
    const view = await project.record(path);
    if (!view?.record) continue;
    titles.set(path, title ?? id ?? path);
    rows.push(...claimRows(view.record, view.result).filter((row) => row.indicator === indicator));
    project.release(path);
  }
  const html = indicatorPage({
    indicator,
    version,
    series: seriesOf(rows, project.configuration),
    placeOf: ({ record, type, claim: id }) => ({
      href: commandAddress(openClaimCommand, { uri: project.uriOf(record), type, id }),
      record: titles.get(record) ?? record,
    }),
  });
  return { html };
}
