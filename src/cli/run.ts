import { nearest } from '../records/nearest.ts';
import { commands } from './commands.ts';
import { Failure, isFailure } from './failure.ts';
import { type Call, type Command, readCall } from './options.ts';
import type { Terminal } from './terminal.ts';

type Runner = (call: Call, terminal: Terminal) => number | Promise<number>;

/** What each command needs is loaded when it is called: nobody waits for the tables of `extract` to read a help text. */
const runners: Readonly<Record<string, () => Promise<Runner>>> = {
  check: async () => (await import('./check.ts')).runCheck,
  coverage: async () => (await import('./coverage.ts')).runCoverage,
  indicators: async () => (await import('./indicators.ts')).runIndicators,
  export: async () => (await import('./export.ts')).runExport,
  import: async () => (await import('./import.ts')).runImport,
  capture: async () => (await import('./capture.ts')).runCapture,
  extract: async () => (await import('./extract.ts')).runExtract,
  init: async () => (await import('./init.ts')).runInit,
  report: async () => (await import('./report.ts')).runReport,
  rules: async () => (await import('./rules.ts')).runRules,
  explain: async () => (await import('./rules.ts')).runExplain,
  'merge-reports': async () => (await import('./merge-reports.ts')).runMergeReports,
  lsp: async () => refuseToServe,
};

/**
 * Runs a call of `policy-records` and gives its exit status: 0 where nothing was found at or above `--fail-on`, 1 where
 * something was, 2 where the call or the configuration is wrong, no record matched, or the program failed.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (isFailure(error)) terminal.err(`${error.message}\n`);
    else reportCrash(error, terminal);
    return 2;
  }
}

async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) return showHelp(undefined, terminal, 2);
  if (name === '--version' || name === '-v' || name === '-V') return showVersion(terminal);
  if (name === 'help' || name === '--help' || name === '-h') return showHelp(rest[0], terminal, 0);
  const command = commandNamed(name);
  const runner = runners[command.name];
  if (!runner) throw new Error(`the command ${command.name} has no runner`);
  const upTo = rest.indexOf('--');
  const before = upTo < 0 ? rest : rest.slice(0, upTo);
  if (before.includes('--help') || before.includes('-h')) return showHelp(command.name, terminal, 0);
  const call = readCall(command, rest);
  return (await runner())(call, terminal);
}

/** The launcher answers `lsp`, by starting the server in the place of this program. */
const refuseToServe: Runner = () => {
  throw new Failure('lsp stands first in a call, as in "policy-records lsp --stdio".');
};

function commandNamed(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const guess = nearest(name, ['help', ...commands.map((one) => one.name)]);
  if (name.startsWith('-')) throw new Failure(`A command stands first, as in "policy-records check ${name}".`);
  throw new Failure(
    guess === undefined
      ? `There is no command "${name}"; to check it as a file or folder, write "policy-records check ${name}".`
      : `There is no command "${name}"; did you mean ${guess}?`,
  );
}

async function showHelp(name: string | undefined, terminal: Terminal, status: number): Promise<number> {
  const { commandHelp, generalHelp } = await import('./help.ts');
  const text = name === undefined || name.startsWith('-') ? generalHelp() : commandHelp(commandNamed(name));
  (status === 0 ? terminal.out : terminal.err)(text);
  return status;
}

async function showVersion(terminal: Terminal): Promise<number> {
  const { version } = await import('../../package.json');
  terminal.out(`${version}\n`);
  return 0;
}

/** A mistake of the program is said to be one, so that nobody looks for it in a record. */
function reportCrash(error: unknown, terminal: Terminal): void {
  terminal.err(
    'policy-records failed through a mistake of its own; what it had not printed yet is not checked. ' +
      'Please report it, with the call and the file; POLICY_RECORDS_DEBUG=1 prints where it happened.\n',
  );
  const { POLICY_RECORDS_DEBUG } = terminal.env;
  if (POLICY_RECORDS_DEBUG) terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
}
