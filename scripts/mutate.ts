/**
 * Makes wrong claims out of right ones and counts how many of them the check finds: `npm run mutate`.
 * Right claims come from `examples/` and, where it is there, from `../shared/gold`; with `--cases` also from
 * `test/cases/checks`. `--misses` prints every mutant that is not found or not named. Exit status 1: below the bounds.
 */

import { run } from './mutate/run.ts';
import { examples, samplesIn, samplesOfCases } from './mutate/samples.ts';
import { excusedTable, isFlagged, isNamed, shortfalls, table } from './mutate/table.ts';

const asked = new Set(process.argv.slice(2));
const samples = [
  ...(await examples()),
  ...(await samplesIn('../shared', 'gold/')),
  ...(asked.has('--cases') ? samplesOfCases('test/cases/checks') : []),
];
const result = run(samples);
console.log(`${result.claims} right claims of ${samples.length} records, ${result.outcomes.length} mutants\n`);
console.log(table(result));
console.log(`\nNot counted, because the article does not contradict them:\n${excusedTable(result)}`);
if (asked.has('--misses')) {
  for (const outcome of result.outcomes) {
    if (outcome.mutant.excused !== undefined || isNamed(outcome)) continue;
    const { sample, claim, mutant, findings } = outcome;
    const found = isFlagged(outcome)
      ? findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ')
      : 'NOT FLAGGED';
    console.log(`\n${mutant.kind}  ${sample}  ${claim}\n  ${mutant.what}\n  ${found}`);
  }
}
const short = shortfalls(result);
console.log(short.length === 0 ? '\nAll bounds are kept.' : `\nShort of the bounds:\n  ${short.join('\n  ')}`);
process.exitCode = short.length === 0 ? 0 : 1;
