import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that keeps what is written to it. */
export interface HeardTerminal extends Terminal {
  stdout: string;
  stderr: string;
  /** Both, in the order in which they were written. */
  written: string;
}

/** No terminal but a pipe, 100 columns wide, with nothing in its environment, unless `more` says so. */
export function terminalWith(more: Partial<Terminal> = {}): HeardTerminal {
  const terminal: HeardTerminal = {
    stdout: '',
    stderr: '',
    written: '',
    out: (text) => {
      terminal.stdout += text;
      terminal.written += text;
    },
    err: (text) => {
      terminal.stderr += text;
      terminal.written += text;
    },
    closed: () => false,
    input: 0,
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 100,
    env: {},
    ...more,
  };
  return terminal;
}

/** Runs the command line in this process; gives its exit status and what it writes. */
export async function called(
  args: readonly string[],
  more: Partial<Terminal> = {},
): Promise<{ readonly status: number; readonly stdout: string; readonly stderr: string }> {
  const terminal = terminalWith(more);
  const status = await run(args, terminal);
  return { status, stdout: terminal.stdout, stderr: terminal.stderr };
}
