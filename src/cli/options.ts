import { parseArgs } from 'node:util';
import { nearest } from '../records/nearest.ts';
import { Failure } from './failure.ts';

/** An option of a command. */
export interface Option {
  readonly name: string;
  /** One letter that stands for it. */
  readonly short?: string;
  /** What stands behind the option; absent for a switch. */
  readonly argument?: string;
  /** The values that it takes, where they are few. */
  readonly values?: readonly string[];
  /** It may stand several times; its values are in `lists`. */
  readonly several?: true;
  /** One line for the help. */
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** What may stand behind the name of the command. */
  readonly operands: string;
  readonly options: readonly Option[];
}

/** A call as it was understood. Names of options are without their dashes. */
export interface Call {
  readonly operands: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Every value of the options that may stand several times, in their order. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
}

/** Reads what stands behind the name of a command; throws a Failure for what the command does not know. */
export function readCall(command: Command, args: readonly string[]): Call {
  const known = new Map(command.options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      command.options.map(({ name, argument, short }) => [
        name,
        { type: argument === undefined ? ('boolean' as const) : ('string' as const), ...(short && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const switches = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = known.get(token.name);
    if (!option) throw unknownOption(command, token.rawName);
    if (option.argument === undefined) switches.add(switchOf(option, token.value));
    else if (option.several)
      lists.set(option.name, [...(lists.get(option.name) ?? []), readValue(option, token.value)]);
    else values.set(option.name, readValue(option, token.value));
  }
  return { operands, values, lists, switches };
}

function unknownOption(command: Command, raw: string): Failure {
  const guess = nearest(
    raw.replace(/^-+/, ''),
    command.options.map((option) => option.name),
  );
  const hint =
    guess === undefined ? `"policy-records help ${command.name}" lists its options` : `did you mean --${guess}?`;
  return new Failure(`There is no option ${raw}; ${hint}${guess === undefined ? '.' : ''}`);
}

function switchOf(option: Option, value: string | undefined): string {
  if (value === undefined) return option.name;
  throw new Failure(`The option --${option.name} takes no value; leave out "=${value}".`);
}

function readValue(option: Option, value: string | undefined): string {
  const expected = option.values ? option.values.join(', ') : `a ${option.argument?.toLowerCase()}`;
  if (value === undefined || value === '')
    throw new Failure(`The option --${option.name} needs ${option.values ? 'one of ' : ''}${expected} behind it.`);
  if (!option.values || option.values.includes(value)) return value;
  const guess = nearest(value, option.values);
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`;
  throw new Failure(`The option --${option.name} knows ${expected}, not "${value}"${hint === '' ? '.' : hint}`);
}
