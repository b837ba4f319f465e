import { qualifierText, readable, withUnit } from '../../checks/wording.ts';
import type { ClaimRow } from '../../insight/claim-row.ts';

/** The number of a figure, without its unit: `nearly 350 billion`, `5 to 10`. */
export function rowValue({ value, min, max, qualifier }: ClaimRow): string {
  const number = value ? readable(value) : min && max ? `${readable(min)} to ${readable(max)}` : '';
  return qualifier ? `${qualifierText(qualifier)} ${number}` : number;
}

/** What a figure claims: `nearly 350 billion CNY`. */
export const rowWords = (row: ClaimRow): string => withUnit(rowValue(row), row.unit);
