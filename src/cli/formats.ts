import type { Report, RunFacts } from '../reports/report.ts';
import type { Screen } from '../reports/row.ts';
import type { Store } from '../reports/waiting.ts';

/** What a report is made for. */
export interface ReportOptions extends RunFacts {
  readonly screen: Screen;
  readonly quiet: boolean;
}

/** @param store Where what has to wait for the end is kept. */
type Maker = (options: ReportOptions, store: Store) => Report;

/** How a report in each format is begun; only what a run writes is loaded. */
const makers: Readonly<Record<string, () => Promise<Maker>>> = {
  pretty: async () => {
    const { prettyReport } = await import('../reports/pretty.ts');
    return ({ screen, quiet }) => prettyReport(screen, { quiet });
  },
  concise: async () => {
    const { conciseReport } = await import('../reports/concise.ts');
    return ({ screen, quiet }) => conciseReport({ ascii: screen.ascii, quiet });
  },
  json: async () => {
    const { jsonReport } = await import('../reports/json.ts');
    return (_, store) => jsonReport(store);
  },
  sarif: async () => (await import('../reports/sarif.ts')).sarifReport,
  junit: async () => (await import('../reports/junit.ts')).junitReport,
  github: async () => (await import('../reports/github.ts')).githubReport,
  gitlab: async () => (await import('../reports/gitlab.ts')).gitlabReport,
  markdown: async () => (await import('../reports/markdown.ts')).markdownReport,
};

export const formats: readonly string[] = Object.keys(makers);

export async function beginReport(format: string, options: ReportOptions, store: Store): Promise<Report> {
  const make = makers[format];
  if (!make) throw new Error(`there is no format ${format}`);
  return (await make())(options, store);
}
