import {
  FileCoverage,
  type FileCoverageDetail,
  Range,
  StatementCoverage,
  type TestItem,
  type TestRun,
  Uri,
} from 'vscode';
import { articleCoverageRequest, articlesRequest } from '../../server/protocol.ts';
import type { ArticleCoverageState, CoverageMark } from '../../service/annotate/article-coverage.ts';
import type { Server } from '../server.ts';

/** The articles of the records as covered files: a line is a statement, and covered where nobody has to claim a number of it. */
export async function addArticleCoverage(server: Server, run: TestRun, records: readonly TestItem[]): Promise<void> {
  const uris = records.map(({ id }) => id);
  const articles = await server.request<readonly string[]>(articlesRequest, { records: uris });
  for (const article of articles) {
    const uri = Uri.parse(article, true);
    run.addCoverage(FileCoverage.fromDetails(uri, await detailsOf(server, uri)));
  }
}

export async function detailsOf(server: Server, uri: Uri): Promise<FileCoverageDetail[]> {
  const coverage = await server.request<ArticleCoverageState | null>(articleCoverageRequest, { uri: uri.toString() });
  const lines = new Map<number, CoverageMark[]>();
  for (const mark of coverage?.marks ?? []) {
    const line = mark.range.start.line;
    lines.set(line, [...(lines.get(line) ?? []), mark]);
  }
  return [...lines].map(
    ([line, marks]) =>
      new StatementCoverage(
        marks.every(({ state }) => state !== 'unclaimed'),
        new Range(line, 0, line, Number.MAX_SAFE_INTEGER),
      ),
  );
}
