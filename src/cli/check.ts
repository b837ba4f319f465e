import type { Severity } from '../checks/finding.ts';
import { type CheckedFile, reaches, shownFindings } from '../reports/report.ts';
import { Debts } from './debts.ts';
import { Failure } from './failure.ts';
import type { FixOutcome } from './fix.ts';
import type { ReportOptions } from './formats.ts';
import type { Call } from './options.ts';
import { outputsOf } from './outputs.ts';
import { progressOn } from './progress.ts';
import { RecordChecks } from './record-checks.ts';
import { ReportWriters } from './report-writers.ts';
import { openRepository } from './repository.ts';
import { runFacts } from './run-facts.ts';
import { RunFiles } from './run-files.ts';
import { selectionOf } from './selection.ts';
import { recordsNamed, type Targets, targetsOf } from './targets.ts';
import { screenOf, type Terminal } from './terminal.ts';
import { waysOf } from './ways.ts';

/** Checks the records that a call names and writes the reports; gives the exit status. */
export async function runCheck(call: Call, terminal: Terminal): Promise<number> {
  if (call.switches.has('dry-run')) return showFixes(call, terminal);
  if (call.switches.has('jsonl')) return (await import('./check-lines.ts')).checkLines(call, terminal);
  if (!call.switches.has('watch')) return checkOnce(call, terminal);
  const { root } = targetsOf(call.operands, call.values.get('root'));
  return (await import('./watch.ts')).repeatOnChange(root, terminal, () => checkOnce(call, terminal));
}

async function checkOnce(call: Call, terminal: Terminal): Promise<number> {
  const outputs = outputsOf(call);
  const targets = targetsOf(call.operands, call.values.get('root'));
  const options = await optionsOf(call, targets, terminal);
  const progress = progressOn(terminal, options.quiet, Date.now);
  const reports = await ReportWriters.begin(outputs, options, (text) => {
    progress.clear();
    terminal.out(text);
  });
  try {
    return await checkInto(reports, { call, targets, failsOn: options.failsOn, terminal, progress });
  } catch (error) {
    reports.abandon();
    throw error;
  } finally {
    progress.clear();
  }
}

interface Run {
  readonly call: Call;
  readonly targets: Targets;
  readonly failsOn: Severity | 'never';
  readonly terminal: Terminal;
  readonly progress: ReturnType<typeof progressOn>;
}

async function checkInto(reports: ReportWriters, { call, targets, failsOn, terminal, progress }: Run): Promise<number> {
  const fixing = call.switches.has('fix') ? await fixFirst(targets, terminal) : undefined;
  const files = new RunFiles(targets.root);
  const repository = openRepository(targets.root, files);
  if (!repository.usable) {
    for (const file of repository.files) reports.file(file);
    reports.end(['every record, because policy-records.yaml is wrong']);
    terminal.err('Nothing was checked, because policy-records.yaml is wrong.\n');
    return 2;
  }
  const { paths, notChecked } = selectionOf(call, recordsNamed(targets, repository), files);
  let fails = false;
  let failed = false;
  const note = ({ findings }: Pick<CheckedFile, 'findings'>) => {
    fails ||= shownFindings(findings).some(({ severity }) => reaches(severity, failsOn));
    failed ||= findings.some(({ rule }) => rule === 'check/failed');
  };
  const debts = Debts.open(call, targets.root);
  const tell = (checked: CheckedFile) => {
    note(checked);
    reports.file(checked);
  };
  for (const file of repository.files) tell(debts?.file(file) ?? file);
  const checks = new RecordChecks(files, repository, paths, waysOf(call), (error) => traceOf(error, terminal));
  let done = 0;
  for await (const found of checks.results()) {
    progress.step(done++, paths.length);
    const checked = debts?.record(found) ?? found;
    note(checked.result);
    reports.record(checked);
  }
  progress.clear();
  const paid = debts?.paid(repository);
  if (paid) tell(paid);
  reports.end([...repository.notChecked, ...notChecked, ...checks.notChecked]);
  if (debts) terminal.err(debts.write(repository));
  if (checks.remark !== undefined && !call.switches.has('quiet')) terminal.err(`${checks.remark}\n`);
  // A fault of the program is no finding about a record, and no threshold passes it over.
  return failed || (fixing?.failures ?? 0) > 0 ? 2 : fails ? 1 : 0;
}

/** Mends what can be mended before anything is checked; what remains is what the reports tell. */
async function fixFirst(targets: Targets, terminal: Terminal): Promise<FixOutcome> {
  const { fixNamed } = await import('./fix.ts');
  return fixNamed(targets, openRepository(targets.root), false, terminal);
}

/** Shows what would be mended; status 1 where something would be. */
async function showFixes(call: Call, terminal: Terminal): Promise<number> {
  if (!call.switches.has('fix')) throw new Failure('The option --dry-run goes with --fix.');
  const targets = targetsOf(call.operands, call.values.get('root'));
  const { fixNamed } = await import('./fix.ts');
  const { fixes } = await fixNamed(targets, openRepository(targets.root), true, terminal);
  return fixes > 0 ? 1 : 0;
}

async function optionsOf({ values, switches }: Call, targets: Targets, terminal: Terminal): Promise<ReportOptions> {
  return {
    screen: screenOf(terminal, values.get('color') ?? 'auto', switches.has('ascii')),
    quiet: switches.has('quiet'),
    ...(await runFacts(targets.root, (values.get('fail-on') ?? 'error') as Severity | 'never')),
  };
}

/** Where a fault of the program lies is only of use to who mends it. */
function traceOf(error: unknown, { env, err }: Terminal): void {
  if (env.POLICY_RECORDS_DEBUG) err(`${error instanceof Error ? error.stack : String(error)}\n`);
}
