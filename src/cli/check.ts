import type { Severity } from '../checks/finding.ts';
import { openerFor } from '../node/open-article.ts';
import { conciseReport } from '../reports/concise.ts';
import { jsonReport } from '../reports/json.ts';
import { prettyReport } from '../reports/pretty.ts';
import { type CheckedFile, type Report, shownFindings } from '../reports/report.ts';
import { CheckRun } from './check-run.ts';
import type { Call } from './options.ts';
import { progressOn } from './progress.ts';
import { openRepository } from './repository.ts';
import { recordsNamed, targetsOf } from './targets.ts';
import { screenOf, type Terminal } from './terminal.ts';

/** Checks the records that a call names and writes the report; gives the exit status. */
export async function runCheck(call: Call, terminal: Terminal): Promise<number> {
  const targets = targetsOf(call.operands, call.values.get('root'));
  const repository = openRepository(targets.root);
  const report = reportOf(call, terminal);
  const failsOn = call.values.get('fail-on') ?? 'error';
  if (!repository.usable) {
    for (const file of repository.files) terminal.out(report.file(file));
    terminal.out(report.end(['every record, because policy-records.yaml is wrong']));
    terminal.err('Nothing was checked, because policy-records.yaml is wrong.\n');
    return 2;
  }
  const paths = recordsNamed(targets, repository);
  let fails = false;
  let failed = false;
  const note = ({ findings }: Pick<CheckedFile, 'findings'>) => {
    fails ||= shownFindings(findings).some(({ severity }) => reaches(severity, failsOn));
    failed ||= findings.some(({ rule }) => rule === 'check/failed');
  };
  for (const file of repository.files) {
    note(file);
    terminal.out(report.file(file));
  }
  const progress = progressOn(terminal, call.switches.has('quiet'), Date.now);
  const run = new CheckRun(targets.root, repository, paths, openerFor(repository.configuration), (error) =>
    traceOf(error, terminal),
  );
  for (const [done, path] of paths.entries()) {
    progress.step(done, paths.length);
    const checked = await run.check(path);
    note(checked.result);
    const text = report.record(checked);
    if (text !== '') progress.clear();
    terminal.out(text);
  }
  progress.clear();
  terminal.out(report.end(repository.notChecked));
  // A fault of the program is no finding about a record, and no threshold passes it over.
  return failed ? 2 : fails ? 1 : 0;
}

const ranks: Readonly<Record<string, number>> = { info: 0, warning: 1, error: 2, never: 3 };

const reaches = (severity: Severity, level: string): boolean => (ranks[severity] ?? 0) >= (ranks[level] ?? 0);

function reportOf({ values, switches }: Call, terminal: Terminal): Report {
  const screen = screenOf(terminal, values.get('color') ?? 'auto', switches.has('ascii'));
  const quiet = switches.has('quiet');
  switch (values.get('format')) {
    case 'json':
      return jsonReport();
    case 'concise':
      return conciseReport({ ascii: screen.ascii, quiet });
    default:
      return prettyReport(screen, { quiet });
  }
}

/** Where a fault of the program lies is only of use to who mends it. */
function traceOf(error: unknown, { env, err }: Terminal): void {
  if (env.POLICY_RECORDS_DEBUG) err(`${error instanceof Error ? error.stack : String(error)}\n`);
}
