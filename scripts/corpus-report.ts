/** Prints every case of the recogniser that fails, with what was read: `npx tsx scripts/corpus-report.ts fr [numbers]`. */
import { recognise } from '../src/quantities/recognise.ts';
import { failures, nothingCases, numberCases, sentenceCases, tags } from '../test/quantities/cases.ts';

const [tag, kind] = process.argv.slice(2);
for (const language of tag ? [tag] : tags()) {
  for (const [name, cases] of [
    ['numbers', numberCases],
    ['nothing', nothingCases],
    ['sentences', sentenceCases],
  ] as const) {
    if (kind && kind !== name) continue;
    const all = cases(language);
    let failed = 0;
    for (const test of all) {
      const wrong = failures(test, recognise(test.text, language).quantities);
      if (wrong.length === 0) continue;
      failed++;
      if (tag) console.log(`${test.file}:${test.line}  ${test.text}\n      ${wrong.join('\n      ')}`);
    }
    console.log(`${language} ${name}: ${all.length - failed} of ${all.length}`);
  }
}
