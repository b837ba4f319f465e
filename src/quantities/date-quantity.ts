import type { DateReading } from './dates.ts';
import { isDeniedDate } from './denial.ts';
import type { Quantity } from './quantity.ts';
import type { Scope } from './scope.ts';

/** A date as a quantity, with what the words round it say of it. */
export const dateQuantity = (scope: Scope, { start, end, digits, date, weekday, relative }: DateReading): Quantity => ({
  start,
  end,
  kind: 'date',
  digits,
  number: { start, end },
  date,
  ...(weekday !== undefined && { weekday }),
  ...(relative && { relative: true }),
  ...(isDeniedDate(scope, start, end) && { denied: true }),
});
