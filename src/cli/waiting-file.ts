import { tmpdir } from 'node:os';
import { reasonOf } from '../node/reasons.ts';
import type { Spool } from '../node/spool.ts';
import { visible } from '../reports/display.ts';
import type { Store } from '../reports/waiting.ts';
import { Failure } from './failure.ts';

/** A spool that says what the system says when it cannot be written, as the end of the run. */
export const waitingIn = (spool: Spool): Store => ({
  add(text) {
    try {
      spool.add(text);
    } catch (error) {
      const why = reasonOf(error, 'written');
      throw new Failure(`What the report keeps until its end ${why}; it is kept in the folder ${visible(tmpdir())}.`);
    }
  },
  pieces: () => spool.pieces(),
});
