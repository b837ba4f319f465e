import { qualifierText, readable, withUnit } from '../checks/wording.ts';
import type { ClaimRow } from '../insight/claim-row.ts';

/** What a claim says, without its label: `nearly 350 billion CNY (2024, target)`. */
export function valueWords(row: ClaimRow): string {
  if (row.type === 'date') return row.date ?? '';
  const number = row.value
    ? readable(row.value)
    : row.min && row.max
      ? `${readable(row.min)} to ${readable(row.max)}`
      : '';
  const qualified = row.qualifier === undefined ? number : `${qualifierText(row.qualifier)} ${number}`;
  const aside = [row.period, row.kind === 'actual' ? undefined : row.kind].filter((part) => part !== undefined);
  return `${withUnit(qualified, row.unit)}${aside.length > 0 ? ` (${aside.join(', ')})` : ''}`;
}
