import type { Terminal } from './terminal.ts';

/** Nothing is shown before this many milliseconds: most runs are over by then. */
const patience = 500;
const interval = 100;

export interface Progress {
  /** To be called before anything is written to standard output, which may be the same terminal. */
  readonly clear: () => void;
  readonly step: (done: number, total: number) => void;
}

/** A count of records on standard error, on terminals only, that leaves no trace. */
export function progressOn(terminal: Terminal, quiet: boolean, now: () => number): Progress {
  if (quiet || !terminal.errIsTerminal || terminal.env.TERM === 'dumb')
    return { clear: () => undefined, step: () => undefined };
  const started = now();
  let last = 0;
  let shown = false;
  const clear = () => {
    if (shown) terminal.err('\r\x1b[K');
    shown = false;
  };
  return {
    clear,
    step(done, total) {
      const time = now();
      if (time - started < patience || time - last < interval) return;
      last = time;
      shown = true;
      terminal.err(`\r\x1b[K${done} of ${total} records`);
    },
  };
}
