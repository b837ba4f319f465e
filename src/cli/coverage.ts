import { percentOf } from '../insight/coverage.ts';
import { filesIn } from '../node/files.ts';
import { openerFor } from '../node/open-article.ts';
import { coverageJson } from '../reports/coverage-json.ts';
import { coverageTable, totalOf } from '../reports/coverage-table.ts';
import { CheckRun, seesCoverage } from './check-run.ts';
import { CoverageRun } from './coverage-run.ts';
import { groupsOf } from './facts.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import { progressOn } from './progress.ts';
import { openRepository } from './repository.ts';
import { recordsNamed, targetsOf } from './targets.ts';
import { screenOf, type Terminal } from './terminal.ts';

/** Shows which numbers of the articles are claimed, and by whom; gives 1 where it is less than `--fail-under` asks for. */
export async function runCoverage(call: Call, terminal: Terminal): Promise<number> {
  const { values, switches, operands } = call;
  const least = leastOf(values.get('fail-under'));
  const targets = targetsOf(operands, values.get('root'));
  const repository = openRepository(targets.root);
  if (!repository.usable)
    throw new Failure('policy-records.yaml is wrong, so nothing was read; "policy-records check" says what.');
  const named = new Set(recordsNamed(targets, repository));
  const progress = progressOn(terminal, switches.has('quiet'), Date.now);
  let failed = false;
  // Every record of the repository may claim a number of an article that the named ones cite.
  const run = new CheckRun(filesIn(targets.root), repository, openerFor(repository.configuration), () => {
    failed = true;
  });
  const facts = new Map(repository.records.map((path) => [path, run.facts(path)]));
  run.setGroups(groupsOf(facts, seesCoverage(repository)));
  const coverage = new CoverageRun();
  const wanted = new Set<string>();
  const notChecked = [...repository.notChecked];
  for (const [done, path] of repository.records.entries()) {
    progress.step(done, repository.records.length);
    const outcome = await run.examine(path);
    if (!outcome) {
      notChecked.push(`${path}, which could not be read`);
      continue;
    }
    coverage.add(outcome.record, outcome.result, outcome.opened);
    if (named.has(path)) for (const article of outcome.articles) wanted.add(article);
  }
  progress.clear();
  const articles = coverage.articles().filter(({ path }) => wanted.has(path));
  const missing = [...notChecked, ...coverage.notChecked];
  if (values.get('format') === 'json') terminal.out(coverageJson(articles, missing));
  else {
    const screen = screenOf(terminal, values.get('color') ?? 'auto', switches.has('ascii'));
    terminal.out(coverageTable(articles, missing, screen, { quiet: switches.has('quiet') }));
  }
  if (failed) return 2;
  const percent = percentOf(totalOf(articles));
  if (least === undefined || percent >= least) return 0;
  terminal.err(`${percent} % of the numbers are claimed or left out on purpose; --fail-under asks for ${least} %.\n`);
  return 1;
}

function leastOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const least = Number(written.replace(/\s*%$/, ''));
  if (written.trim() === '' || !(least >= 0 && least <= 100)) {
    throw new Failure(`--fail-under takes a percentage from 0 to 100, not "${written}".`);
  }
  return least;
}
