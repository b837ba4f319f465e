import assert from 'node:assert/strict';
import { RepositoryIndex } from '../../src/checks/repository-index.ts';
import { checkRecord } from '../../src/checks/run.ts';
import { placeOf } from '../../src/checks/variants.ts';
import { readRecord } from '../../src/records/read.ts';

function recordOf(index: number, value: string, rest = '') {
  const { record } = readRecord(
    `r/${String(index).padStart(5, '0')}.policy.yaml`,
    `id: r${index}\njurisdiction: FR\nfigures:\n  - {id: a, label: A, indicator: x, period: 2024, value: ${value}${rest}}\n`,
  );
  assert.ok(record);
  return record;
}

describe('figures that many records share', () => {
  it('are known by what they are about and what they claim, in the order of paths', () => {
    const index = new RepositoryIndex();
    const claims = ['12', '13', '12', '12.0', '12', '12', '12'];
    const rests = ['', '', '', '', ', unit: km', ', qualifier: about', ', kind: target'];
    for (const at of [3, 0, 5, 2, 6, 1, 4]) index.setRecord(recordOf(at, claims[at] ?? '', rests[at]));
    const { variants, others } = index.around('r/00001.policy.yaml');
    const [figure] = recordOf(1, '13').figures;
    assert.ok(figure);
    assert.deepEqual(
      variants(placeOf(figure, 'FR')).map((variant) => variant.map(({ recordId }) => recordId)),
      [['r0', 'r2'], ['r1'], ['r3'], ['r4'], ['r5']],
    );
    assert.deepEqual(variants(placeOf(figure, 'DE')), []);
    assert.deepEqual(
      others('x').map(({ recordId }) => recordId),
      ['r0', 'r2', 'r3', 'r4', 'r5', 'r6'],
    );
    index.removeRecord('r/00000.policy.yaml');
    index.setRecord(recordOf(2, '13'));
    assert.deepEqual(
      variants(placeOf(figure, 'FR')).map((variant) => variant.map(({ recordId }) => recordId)),
      [['r1', 'r2'], ['r3'], ['r4'], ['r5']],
    );
  });

  it('are counted up to a bound where all of them differ, and the first one is named', () => {
    const index = new RepositoryIndex();
    const all = Array.from({ length: 3000 }, (_, at) => recordOf(at, String(at + 1)));
    for (const record of all) index.setRecord(record);
    const conflictOf = (at: number): string => {
      const record = all[at];
      assert.ok(record);
      const { findings } = checkRecord({
        record,
        problems: [],
        articles: () => assert.fail('it has no source'),
        ...index.around(record.path),
        units: {},
        severities: {},
      });
      return findings.find(({ rule }) => rule === 'figure/conflict')?.message ?? '';
    };
    assert.match(
      conflictOf(2999),
      /^The record “r0” \(r\/00000.*gives 1 .*gives 3,000; at least 499 more records differ\.$/,
    );
    assert.match(conflictOf(0), /^The record “r1” .*; at least 498 more records differ\.$/);
  });

  it('are looked up once for all that ask', () => {
    const index = new RepositoryIndex();
    for (let at = 0; at < 50; at += 1) index.setRecord(recordOf(at, '12'));
    const [figure] = recordOf(1, '12').figures;
    assert.ok(figure);
    const place = placeOf(figure, 'FR');
    // The very same lists, not lists made anew for each of them.
    const [seen] = index.around('r/00001.policy.yaml').variants(place);
    assert.equal(index.around('r/00002.policy.yaml').variants(place)[0], seen);
    assert.equal(seen?.length, 50);
  });
});
