import type { Tally } from './report.ts';
import { counted } from './words.ts';

/** How many names the line holds before it counts the rest. */
const maxNames = 3;

/**
 * The last line of a report: what was not checked, and why. `notChecked` are phrases for what the run itself left out.
 */
export function uncheckedLine(tally: Tally, notChecked: readonly string[]): string {
  const parts = [...tally.uncheckedFor].map(([reason, count]) => `${counted(count, 'claim')} (${reason})`);
  const { unreadable, failed } = tally.unchecked;
  if (unreadable.length > 0) parts.push(`${named(unreadable, 'record')}, which could not be read`);
  if (failed.length > 0) parts.push(`${named(failed, 'record')}, on which the program failed`);
  if (tally.partlyRead.length > 0) parts.push(`what could not be read in ${named(tally.partlyRead, 'record')}`);
  parts.push(
    ...(notChecked.length > maxNames
      ? [...notChecked.slice(0, maxNames), `${notChecked.length - maxNames} more like these`]
      : notChecked),
  );
  if (parts.length === 0)
    return tally.claims === 0 ? 'Not checked: there were no claims.' : 'Nothing was left unchecked.';
  return `Not checked: ${parts.join('; ')}.`;
}

function named(names: readonly string[], noun: string): string {
  if (names.length === 1) return names[0] ?? noun;
  const shown = names.slice(0, maxNames).join(', ');
  return `${counted(names.length, noun)} (${shown}${names.length > maxNames ? ', …' : ''})`;
}
