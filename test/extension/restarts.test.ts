import assert from 'node:assert/strict';
import { Restarts } from '../../src/extension/restarts.ts';

const minute = 60_000;

describe('a server that ends', () => {
  it('is started again, but not the fifth time in three minutes', () => {
    const restarts = new Restarts();
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((end) => restarts.mayRestart(end * 1_000)),
      [true, true, true, true, false],
    );
  });

  it('is started again for ever where it ends seldom', () => {
    const restarts = new Restarts();
    for (let end = 0; end < 20; end++) assert.ok(restarts.mayRestart(end * minute), `end ${end}`);
  });

  it('counts anew when a person has started it again', () => {
    const restarts = new Restarts();
    for (let end = 0; end < 5; end++) restarts.mayRestart(end);
    assert.ok(restarts.mayRestart(10));
  });
});
