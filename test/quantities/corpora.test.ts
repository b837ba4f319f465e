/** Every case file of the recogniser, one test a case. */
import assert from 'node:assert/strict';
import { recognise } from '../../src/quantities/recognise.ts';
import { failures, nothingCases, numberCases, sentenceCases, tags } from './cases.ts';

for (const tag of tags()) {
  describe(`quantities in ${tag}`, () => {
    for (const [name, cases] of [
      ['numbers', numberCases],
      ['nothing', nothingCases],
      ['sentences', sentenceCases],
    ] as const) {
      describe(name, () => {
        // A line that cannot be read fails as a test, for mocha says nothing of an error thrown while it loads a file.
        let all: ReturnType<typeof cases> = [];
        try {
          all = cases(tag);
          assert.ok(all.length > 0, `no ${name} of ${tag}`);
        } catch (error) {
          it('can be read', () => assert.ifError(error));
        }
        for (const test of all) {
          it(`${test.file}:${test.line} ${test.text.slice(0, 80)}`, () => {
            const wrong = failures(test, recognise(test.text, tag).quantities);
            assert.deepEqual(wrong, []);
          });
        }
      });
    }
  });
}
