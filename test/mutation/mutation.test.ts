/** A small form of `npm run mutate`: a few wrong claims of each kind out of every right claim of `examples/`. */
import assert from 'node:assert/strict';
import { kinds } from '../../scripts/mutate/mutant.ts';
import { run } from '../../scripts/mutate/run.ts';
import { examples } from '../../scripts/mutate/samples.ts';
import { isFlagged, shortfalls, tally } from '../../scripts/mutate/table.ts';

describe('wrong claims', function () {
  this.timeout(60_000);
  let made: ReturnType<typeof run>;
  before(async () => {
    made = run(await examples(), 3);
  });

  it('are found, and right ones are not', () => assert.deepEqual(shortfalls(made), []));

  it('are made of every kind, in hundreds', () => {
    assert.ok(made.claims > 100, `${made.claims} right claims`);
    for (const kind of kinds) {
      const { counted } = tally(made.outcomes.filter(({ mutant }) => mutant.kind === kind));
      assert.ok(counted >= 50, `${kind}: ${counted}`);
    }
  });

  it('are missed where nothing is changed, so that the count can fall short', () => {
    const blind = made.outcomes.map((outcome) => ({ ...outcome, findings: [] }));
    assert.equal(blind.filter(isFlagged).length, 0);
    assert.ok(shortfalls({ ...made, outcomes: blind }).length >= kinds.length);
    assert.equal(
      shortfalls({ ...made, falseAlarms: [{ sample: 's', claim: 'c', verdict: 'refuted', findings: [] }] }).length,
      1,
    );
  });
});
