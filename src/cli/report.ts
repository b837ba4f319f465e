import { basename } from 'node:path';
import { FileWriter } from '../node/file-writer.ts';
import { openerFor } from '../node/open-article.ts';
import { reasonOf } from '../node/reasons.ts';
import { Spool } from '../node/spool.ts';
import { visible } from '../reports/display.ts';
import { Ids } from '../reports/html/ids.ts';
import { HtmlPage, recordPageName } from '../reports/html/page.ts';
import { OwnCrew } from './crew.ts';
import { Debts } from './debts.ts';
import { groupsOf } from './facts.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import { progressOn } from './progress.ts';
import { crewFor } from './record-checks.ts';
import { openRepository, type Repository } from './repository.ts';
import { RunFiles } from './run-files.ts';
import { recordsNamed, type Targets, targetsOf } from './targets.ts';
import type { Terminal } from './terminal.ts';
import { waitingIn } from './waiting-file.ts';
import { waysOf } from './ways.ts';

/** Writes the page for people who open no editor; gives 0, or 2 where the program failed on a record. */
export async function runReport(call: Call, terminal: Terminal): Promise<number> {
  const path = call.values.get('output');
  if (path === undefined && terminal.outIsTerminal)
    throw new Failure('Name the file to write, as in "policy-records report -o report.html".');
  const targets = targetsOf(call.operands, call.values.get('root'));
  const files = new RunFiles(targets.root);
  const repository = openRepository(targets.root, files);
  if (!repository.usable)
    throw new Failure('policy-records.yaml is wrong, so nothing was read; "policy-records check" says what.');
  const paths = recordsNamed(targets, repository);
  const file = path === undefined || path === '-' ? undefined : writing(path, () => new FileWriter(path));
  const write = (text: string): void => {
    if (file) writing(path ?? '', () => file.write(text));
    else terminal.out(text);
  };
  try {
    const failed = await writePage({ call, targets, files, repository, paths, terminal }, write);
    if (file) writing(path ?? '', () => file.finish());
    return failed ? 2 : 0;
  } catch (error) {
    file?.abandon();
    throw error;
  }
}

interface Run {
  readonly call: Call;
  readonly targets: Targets;
  readonly files: RunFiles;
  readonly repository: Repository;
  readonly paths: readonly string[];
  readonly terminal: Terminal;
}

/** The parts of the records wait on the disk until the totals are known that stand before them. */
async function writePage(run: Run, write: (text: string) => void): Promise<boolean> {
  const { call, targets, files, repository, paths, terminal } = run;
  const { configuration } = repository;
  let failed = false;
  const onCrash = (error: unknown): void => {
    if (terminal.env.POLICY_RECORDS_DEBUG) terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  };
  const own = new OwnCrew(files, repository, openerFor(configuration), onCrash);
  const { registries, records } = repository;
  const crew = crewFor(paths.length, waysOf(call), own, { root: targets.root, registries });
  const listed = Debts.listedFor(call, targets.root);
  const page = new HtmlPage(configuration);
  const progress = progressOn(terminal, call.switches.has('quiet'), Date.now);
  const spool = new Spool();
  const waiting = waitingIn(spool);
  try {
    // Every record of the repository may claim a number of an article that the named ones cite.
    const facts = new Map((await crew.facts(records)).map((one) => [one.path, one.facts]));
    crew.setGroups(groupsOf(facts, true));
    const ids = new Ids();
    const tasks = paths.map((path) => ({ path, id: ids.make(recordPageName(path, facts.get(path)?.id)) }));
    let done = 0;
    for await (const rendered of crew.render(tasks, listed)) {
      progress.step(done++, paths.length);
      failed ||= rendered.unchecked === 'failed';
      waiting.add(page.add(rendered));
    }
    progress.clear();
    const { version, homepage } = await import('../../package.json');
    const name = call.values.get('title') ?? basename(targets.root);
    const about = { name, version, homepage, day: dayOf(terminal), notChecked: repository.notChecked };
    const { before, after } = page.end(about);
    write(before);
    for (const piece of waiting.pieces()) write(piece);
    write(after);
    return failed;
  } finally {
    progress.clear();
    spool.close();
    if (crew !== own) await crew.close();
  }
}

/** Today, or the day that a build names so that it gives the same page again (reproducible-builds.org). */
function dayOf({ env }: Terminal): string {
  const epoch = env.SOURCE_DATE_EPOCH;
  const time = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? Number(epoch) * 1000 : Date.now();
  return new Date(time).toISOString().slice(0, 10);
}

/** What the system says of a file that cannot be written, as the end of the run. */
function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new Failure(`The report ${visible(path)} ${reasonOf(error, 'written')}.`);
  }
}
