import { codeOf, reasonOf } from '../node/reasons.ts';
import type { Screen } from '../reports/row.ts';

/** Where a command writes and what it knows of the terminal; a test gives its own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether nobody reads standard output any more (`| head`). */
  readonly closed: () => boolean;
  /** Standard input, as an open file. */
  readonly input: number;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Columns where no terminal tells its width, as in a pipe or a log. */
const defaultColumns = 100;

/**
 * The streams of this process. A reader that goes away is no error; whatever else keeps a report from being written is
 * said on standard error, and ends the run with status 2.
 */
export function processTerminal(): Terminal {
  let closed = false;
  process.stdout.on('error', (error) => {
    if (closed) return;
    closed = true;
    if (codeOf(error) === 'EPIPE') return;
    process.exitCode = 2;
    process.stderr.write(`The report ${reasonOf(error)}.\n`);
  });
  // Nothing is left to tell a person who closed standard error.
  process.stderr.on('error', () => undefined);
  const { COLUMNS } = process.env;
  const columns = COLUMNS !== undefined && /^\d{1,4}$/.test(COLUMNS) ? Number(COLUMNS) : process.stdout.columns;
  return {
    out: (text) => {
      if (!closed && text !== '') process.stdout.write(text);
    },
    err: (text) => {
      process.stderr.write(text);
    },
    closed: () => closed,
    input: 0,
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
    columns: Math.max(40, columns || defaultColumns),
    env: process.env,
  };
}

/**
 * How a report is drawn. Colour is for terminals, or where it is asked for; `NO_COLOR` (https://no-color.org), `--color`
 * and a terminal that calls itself dumb are honoured. ASCII alone where it is asked for or nothing else can be shown.
 */
export function screenOf(terminal: Terminal, color: string, ascii: boolean): Screen {
  const { env } = terminal;
  const dumb = env.TERM === 'dumb';
  const plain = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  return {
    width: terminal.columns,
    color: color === 'always' || (color === 'auto' && terminal.outIsTerminal && !plain && !dumb),
    ascii: ascii || dumb,
  };
}
