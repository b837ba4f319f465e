import { resolve } from 'node:path';
import { nearest } from '../records/nearest.ts';
import { visible } from '../reports/display.ts';
import { Failure } from './failure.ts';
import { formats } from './formats.ts';
import type { Call } from './options.ts';

/** One report of a run and where it goes. */
export interface Output {
  readonly format: string;
  /** As it was written; absent for standard output. */
  readonly path?: string;
}

/**
 * The reports that a call asks for: one for each `--format`, to the place that an `--output` names for it, else to
 * standard output; and one for each further `--output`, beside which people still read the usual report.
 */
export function outputsOf({ lists }: Pick<Call, 'lists'>): readonly Output[] {
  const asked = lists.get('format') ?? [];
  const named = (lists.get('output') ?? []).map(outputOf);
  const unplaced = (asked.length === 0 && named.every(({ path }) => path !== undefined) ? ['pretty'] : asked).filter(
    (format) => !named.some((output) => output.format === format),
  );
  const outputs = [...unplaced.map((format): Output => ({ format })), ...named];
  refuseSharedPlaces(outputs);
  return outputs;
}

function outputOf(written: string): Output {
  const [, format = '', path = ''] = /^([a-z]+)=(.+)$/s.exec(written) ?? [];
  if (format === '') {
    throw new Failure(
      `The option --output takes a format and a file, as in --output sarif=report.sarif, not "${visible(written)}".`,
    );
  }
  if (!formats.includes(format)) {
    const guess = nearest(format, formats);
    throw new Failure(
      `The option --output knows ${formats.join(', ')}, not "${format}"${guess === undefined ? '.' : `; did you mean ${guess}?`}`,
    );
  }
  return path === '-' ? { format } : { format, path };
}

function refuseSharedPlaces(outputs: readonly Output[]): void {
  const taken = new Map<string, string>();
  for (const { format, path } of outputs) {
    const place = path === undefined ? '-' : resolve(path);
    const other = taken.get(place);
    if (other !== undefined) {
      const where = path === undefined ? 'standard output' : visible(path);
      const hint = path === undefined ? `; give one of them a file, as in --output ${format}=FILE` : '';
      throw new Failure(`Two reports, ${other} and ${format}, cannot both be written to ${where}${hint}.`);
    }
    taken.set(place, format);
  }
}
