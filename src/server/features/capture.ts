import { type Citation, citationsOf, folderForArticle } from '../../capture/citations.ts';
import { sourceEntry } from '../../capture/entry.ts';
import { insertSource } from '../../capture/insert.ts';
import { quoteChanges } from '../../capture/moves.ts';
import { samePage } from '../../capture/urls.ts';
import type { Capture } from '../../node/capture-article.ts';
import { kindOf } from '../../records/layout.ts';
import type { PolicyRecord } from '../../records/model.ts';
import { newRecordFor } from '../../service/new-record.ts';
import type { Project } from '../../service/project.ts';
import { rangeOf } from '../../service/ranges.ts';
import { LineIndex } from '../../text/lines.ts';
import { parseAddress } from '../addresses.ts';
import type { ServerContext, ServerFeature } from '../context.ts';
import type { Place } from '../projects.ts';
import {
  type CaptureArticleParams,
  type CaptureArticleResult,
  type CapturedArticle,
  type CapturedQuote,
  captureArticleRequest,
} from '../protocol.ts';
import { around } from './new-record.ts';

/** The one feature that opens a connection, and only when it is asked to. */
export const capture: ServerFeature = {
  capabilities: {},
  register(context) {
    context.connection.onRequest<CaptureArticleResult, unknown>(
      captureArticleRequest,
      async (params: CaptureArticleParams, token) => {
        const ending = new AbortController();
        const listening = token.onCancellationRequested(() => ending.abort());
        const failed = { failure: 'Capturing failed through a fault of the program; its log says more.' };
        try {
          return await context.guarded<CaptureArticleResult>('capture', failed, () =>
            captured(context, params, ending.signal),
          );
        } finally {
          listening.dispose();
        }
      },
    );
  },
};

async function captured(
  context: ServerContext,
  { url, place: uri, record: recordUri, replace }: CaptureArticleParams,
  signal: AbortSignal,
): Promise<CaptureArticleResult> {
  if (!context.isTrusted())
    return { failure: 'Pages are fetched only in a folder that you trust; nothing was fetched.' };
  const place = context.placeOf(uri);
  const root = place && parseAddress(place.project.uriOf(''));
  if (!place || !root || !context.host.capture)
    return { failure: 'Pages are kept only in a folder on this machine; open one that holds your records.' };
  const { project } = place;
  const records = await recordsOf(project);
  const named = recordUri === undefined ? undefined : context.placeOf(recordUri);
  const record = records.find(({ path }) => path === named?.path);
  const known = citationsOf(records, (source) => samePage(source.url?.value ?? '', url))[0];
  const result = await context.host.capture(root, project.configuration, {
    url,
    folder: folderForArticle(record, records),
    ...(known && { file: known.file }),
    replace,
    fetching: { signal },
  });
  if ('failure' in result) return result;
  project.fileChanged(result.source.path);
  // Somebody may have typed while the page was on its way.
  const now = await recordsOf(project);
  const citing = citationsOf(now, (_, file) => file === result.source.path);
  return {
    outcome: result.outcome,
    article: project.uriOf(result.source.path),
    ...('failure' in result.article && { unreadable: `The file ${result.article.failure.message}` }),
    quotes: quotesOf(project, citing, result),
    ...forRecord(context, project, named, now, citing, result),
  };
}

/** Every record of the repository as it stands now, in the editor or on the disk. */
async function recordsOf(project: Project): Promise<readonly PolicyRecord[]> {
  await project.indexed();
  const records = await Promise.all(project.selectedRecords().map((path) => project.readRecord(path)));
  return records.filter((record) => record !== undefined);
}

function quotesOf(project: Project, citing: readonly Citation[], { before, article }: Capture): CapturedQuote[] {
  if (!before || !('article' in article)) return [];
  return citing.flatMap(({ record, source }) => {
    const lines = new LineIndex(record.text);
    return quoteChanges(record, source.id.value, before, article.article).map(({ place, ...change }) => ({
      ...change,
      record: project.uriOf(record.path),
      title: record.title?.value ?? record.path,
      range: rangeOf(lines, place),
    }));
  });
}

/** The source for the record that was named, or for a new one. */
function forRecord(
  { versionOf }: ServerContext,
  project: Project,
  named: Place | undefined,
  records: readonly PolicyRecord[],
  citing: readonly Citation[],
  { source, article }: Capture,
): Pick<CapturedArticle, 'edit' | 'refused' | 'newRecord'> {
  if (!named || kindOf(named.path) !== 'record') {
    if (citing.length > 0) return {};
    const opened = 'article' in article ? article.article : undefined;
    const entryFor = (path: string) => sourceEntry(source, path);
    const { path, snippet } = newRecordFor(source.path, opened, around(project), true, entryFor);
    return { newRecord: { uri: project.uriOf(path), snippet } };
  }
  if (citing.some(({ record }) => record.path === named.path)) return {};
  const record = records.find(({ path }) => path === named.path);
  const inserted = record
    ? insertSource(record.path, record.text, source)
    : { failure: 'cannot be read as a record; mend it first, or paste the entry by hand' };
  if (!record || 'failure' in inserted) {
    const message = `${named.path} ${'failure' in inserted ? inserted.failure : ''}.`;
    return { refused: { message, source: sourceEntry(source, named.path) } };
  }
  const at = new LineIndex(record.text).positionAt(inserted.at);
  const uri = project.uriOf(record.path);
  return { edit: { record: uri, version: versionOf(uri), range: { start: at, end: at }, newText: inserted.entry } };
}
