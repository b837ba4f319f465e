import type { Rule } from '../checks/rule.ts';
import { rules } from '../checks/rules/index.ts';
import { nearest } from '../records/nearest.ts';
import { columnsOfRow, padded, paint, piece, type Row, type Style, wrapped } from '../reports/row.ts';
import { documentationOf } from './documentation.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import { screenOf, type Terminal } from './terminal.ts';

const styles: Readonly<Record<Rule['severity'], Style>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  off: 'dim',
};

/** Lists the rules with their default severity. */
export function runRules(call: Call, terminal: Terminal): number {
  if (call.operands.length > 0)
    throw new Failure('rules takes no names; "policy-records explain RULE" tells about one.');
  const screen = screenOf(terminal, call.values.get('color') ?? 'auto', call.switches.has('ascii'));
  const names = Math.max(...rules.map(({ id }) => columnsOfRow([piece(id)], screen))) + 2;
  for (const { id, severity, title } of rules) {
    const name = padded([piece(id, 'strong')], names, screen);
    const level = padded([piece(severity, styles[severity])], 9, screen);
    const row: Row = [...name, ...level, piece(title)];
    for (const line of wrapped(row, screen.width, screen, names + 9)) terminal.out(`${paint(line, screen)}\n`);
  }
  terminal.out('\n"policy-records explain RULE" tells more; "rules:" in policy-records.yaml changes a severity.\n');
  return 0;
}

/** Explains one rule with the words of its documentation. */
export function runExplain(call: Call, terminal: Terminal): number {
  const [name, ...rest] = call.operands;
  if (name === undefined) throw new Failure('Name a rule, as in "policy-records explain figure/value".');
  if (rest.length > 0) throw new Failure('explain takes one rule.');
  const rule = rules.find(({ id }) => id === name);
  if (!rule) {
    const guess = nearest(
      name,
      rules.map(({ id }) => id),
    );
    throw new Failure(
      `There is no rule "${name}"; ${guess === undefined ? '"policy-records rules" lists them.' : `did you mean ${guess}?`}`,
    );
  }
  terminal.out(documentationOf(rule.id) ?? `${rule.id} (${rule.severity}): ${rule.title}\n`);
  return 0;
}
