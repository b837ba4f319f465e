import type { PageSource } from '../reports/html/page-source.ts';
import type { CheckRun } from './check-run.ts';
import type { Repository } from './repository.ts';

/** The records of a run for the page that shows them. */
export const pageSource = (run: CheckRun, { index }: Pick<Repository, 'index'>): PageSource => ({
  async whole(path) {
    const { result, record, opened, unchecked } = await run.checkWhole(path);
    const { agency } = index.around(path);
    return { result, agency, ...(record && opened && { record, opened }), ...(unchecked && { unchecked }) };
  },
  examine: (path) => run.examine(path),
  citing: (article) => run.citing(article),
});
