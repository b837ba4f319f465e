import { withKnown } from '../checks/baseline.ts';
import { type RenderedRecord, renderRecord } from '../reports/html/page.ts';
import { PageRecords, type PageSource } from '../reports/html/page-source.ts';
import type { CheckRun } from './check-run.ts';
import type { Settings } from './repository.ts';

/** A record that is to be rendered, and under which id, which no other has on the page. */
export interface PageTask {
  readonly path: string;
  readonly id: string;
}

/** The records of a run for the page that shows them. @param listed fingerprints of the findings that the baseline holds back. */
export const pageSource = (
  run: CheckRun,
  { index }: Pick<Settings, 'index'>,
  listed: ReadonlySet<string> = new Set(),
): PageSource => ({
  async whole(path) {
    const { result, text, record, opened, unchecked } = await run.checkWhole(path);
    const { agency } = index.around(path);
    const findings = withKnown(path, text, result.findings, listed);
    return {
      result: { ...result, findings },
      agency,
      ...(record && opened && { record, opened }),
      ...(unchecked && { unchecked }),
    };
  },
  examine: (path) => run.examine(path),
  citing: (article) => run.citing(article),
});

/** Checks and renders records, one after the other; others that cite their articles are checked along the way, each once. */
export class PageRun {
  private readonly records: PageRecords;

  constructor(run: CheckRun, settings: Pick<Settings, 'index'>, listed: ReadonlySet<string>) {
    this.records = new PageRecords(pageSource(run, settings, listed));
  }

  async render({ path, id }: PageTask): Promise<RenderedRecord> {
    return renderRecord(await this.records.page(path), id);
  }
}
