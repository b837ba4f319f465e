import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readableQuantity } from '../../src/checks/wording.ts';
import { CheckRun } from '../../src/cli/check-run.ts';
import { CoverageRun } from '../../src/cli/coverage-run.ts';
import { openRepository } from '../../src/cli/repository.ts';
import { coverageOf, percentOf } from '../../src/insight/coverage.ts';
import { filesIn } from '../../src/node/files.ts';
import { openerFor } from '../../src/node/open-article.ts';
import { recognise } from '../../src/quantities/recognise.ts';
import { LineIndex } from '../../src/text/lines.ts';

const text = 'It has 12 cranes and 30 ships. On 3 May 2025 the top ten ports met.';
const quantities = recognise(text, 'en').quantities;
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const claim = (words: string) => ({
  record: 'a.policy.yaml',
  type: 'figure' as const,
  id: 'a',
  label: 'A',
  verdict: 'supported' as const,
  places: [spanOf(words)],
});

describe('coverage of an article', () => {
  it('counts neither dates nor cut-offs that nobody claims', () => {
    const coverage = coverageOf(quantities, [], []);
    assert.deepEqual(
      coverage.quantities.map(({ quantity }) => text.slice(quantity.start, quantity.end)),
      ['12', '30'],
    );
    assert.equal(percentOf(coverage), 0);
  });

  it('counts a date that is claimed', () => {
    const coverage = coverageOf(quantities, [claim('3 May 2025'), claim('12')], []);
    assert.deepEqual([coverage.claimed, coverage.ignored, coverage.unclaimed], [2, 0, 1]);
  });

  it('puts a claim before an ignored passage', () => {
    const coverage = coverageOf(quantities, [claim('12')], [{ record: 'a', ...spanOf(text), reason: 'all of it' }]);
    assert.deepEqual(
      coverage.quantities.map(({ state, reason }) => [state, reason]),
      [
        ['claimed', undefined],
        ['ignored', 'all of it'],
      ],
    );
  });

  it('is full only where nothing is left', () => {
    assert.equal(percentOf({ claimed: 999, ignored: 0, unclaimed: 1 }), 99);
    assert.equal(percentOf({ claimed: 0, ignored: 0, unclaimed: 0 }), 100);
  });

  it('takes a place that begins before a quantity and a place that many claims share', () => {
    const claims = [claim('It has 12 cranes and 30'), claim('12'), claim('30')];
    assert.deepEqual(
      coverageOf(quantities, claims, []).quantities.map(({ claims: own }) => own.length),
      [2, 2],
    );
  });
});

/** Place (line and column, from one) and reading of each number that the records there leave unclaimed. */
const listed = readFileSync('test/cases/coverage/long-article.txt', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

// A long article with its record stands beside this repository where it is developed, and is no part of it.
if (existsSync('../shared/gold')) {
  describe('coverage of a long article', () => {
    it('leaves nothing but real quantities unclaimed: no chapter, caption, year, plan or footnote', async () => {
      const root = realpathSync('../shared');
      const repository = openRepository(root);
      const opener = openerFor(repository.configuration);
      const run = new CheckRun(filesIn(root), repository, opener, (error) => assert.ifError(error));
      const coverage = new CoverageRun();
      for (const path of repository.records) {
        const examined = await run.examine(path);
        assert.ok(examined, path);
        coverage.add(examined.record, examined.result, examined.opened);
      }
      const long = coverage.articles().find(({ path }) => path === 'articles/ai-capital-metaverse.fr.txt');
      assert.ok(long);
      const lines = new LineIndex(long.article.text);
      const unclaimed = long.coverage.quantities
        .filter(({ state }) => state === 'unclaimed')
        .map(({ quantity }) => {
          const { line, character } = lines.positionAt(quantity.start);
          return `${line + 1}:${character + 1} ${readableQuantity(quantity)} ${quantity.kind}`;
        });
      assert.deepEqual(unclaimed, listed);
    });
  });
}
