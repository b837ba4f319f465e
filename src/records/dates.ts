/** A date or a period as it was written, in ISO 8601, or what to write instead. */
export interface DateReading {
  /** ISO 8601; absent where the text cannot be read. */
  readonly value?: string;
  /** What is wrong, in one sentence; absent where nothing is. */
  readonly message?: string;
  /** What to write instead. */
  readonly suggestion?: string;
}

const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const quarter = /^\d{4}-Q[1-4]$/;

/** Reads a year, a month or a day of the calendar. */
export function readDate(text: string): DateReading {
  if (isDate(text)) return { value: text };
  const wrong = impossible(text);
  if (wrong) return { message: wrong };
  const suggestion = respelled(text);
  if (suggestion !== undefined && isDate(suggestion)) {
    return {
      value: suggestion,
      suggestion,
      message: `\`${cut(text)}\` is not written as year, month and day: write ${suggestion}.`,
    };
  }
  return {
    message: `\`${cut(text)}\` is no date: write 2025-03-20 for a day, 2025-03 for a month, or 2025 for a year.`,
  };
}

/** Reads a year, a month, a day, a quarter, or an interval of two of them with `/` between. */
export function readPeriod(text: string): DateReading {
  if (isDate(text) || quarter.test(text)) return { value: text };
  // In *Q1/2025* the slash is no interval's.
  const ends = /^q/i.test(text) ? [] : text.split('/');
  if (ends.length === 2) return readInterval(text, ends[0] ?? '', ends[1] ?? '');
  const years = /^(\d{4})\s*(?:[-–—]|to|bis|à)\s*(\d{4})$/.exec(text);
  if (years) {
    const suggestion = `${years[1]}/${years[2]}`;
    const reading = readInterval(suggestion, years[1] ?? '', years[2] ?? '');
    return reading.message
      ? reading
      : {
          value: suggestion,
          suggestion,
          message: `\`${text}\` is read as ${suggestion}: write the interval with a slash.`,
        };
  }
  const named = /^Q([1-4])[ -/]?(\d{4})$/i.exec(text) ?? undefined;
  const turned = /^(\d{4})[ -]?[Qq]([1-4])$/.exec(text);
  const half = /^(\d{4})-?H([12])$/i.exec(text);
  const suggestion = named
    ? `${named[2]}-Q${named[1]}`
    : turned
      ? `${turned[1]}-Q${turned[2]}`
      : half && (half[2] === '1' ? `${half[1]}-01/${half[1]}-06` : `${half[1]}-07/${half[1]}-12`);
  if (suggestion)
    return { value: suggestion, suggestion, message: `\`${text}\` is read as ${suggestion}: write it so.` };
  const date = readDate(text);
  if (date.value || impossible(text)) return date;
  return {
    message: `\`${cut(text)}\` is no period: write 2024, 2024-10, 2024-10-31, 2025-Q1, or an interval such as 2013/2021.`,
  };
}

function readInterval(text: string, from: string, to: string): DateReading {
  for (const end of [from, to]) {
    if (isDate(end) || quarter.test(end)) continue;
    const asDay = respelled(text);
    if (asDay !== undefined && isDate(asDay)) {
      return {
        value: asDay,
        suggestion: asDay,
        message: `\`${cut(text)}\` is not written as year, month and day: write ${asDay}.`,
      };
    }
    return {
      message:
        impossible(end) ?? `\`${cut(end)}\` is no end of an interval: write it as in 2013/2021 or 2024-01/2024-06.`,
    };
  }
  if (firstDay(from) > lastDay(to))
    return {
      message: `The period ${text} ends before it begins: write the earlier end first.`,
      suggestion: `${to}/${from}`,
    };
  return { value: text };
}

/** First and last day of a year, month, day or quarter, for comparing as text. */
const firstDay = (end: string): string =>
  quarter.test(end) ? `${end.slice(0, 4)}-${pad(Number(end[6]) * 3 - 2)}` : end;
const lastDay = (end: string): string =>
  `${quarter.test(end) ? `${end.slice(0, 4)}-${pad(Number(end[6]) * 3)}` : end}-99-99`;

const pad = (value: string | number): string => String(value).padStart(2, '0');

function isDate(text: string): boolean {
  const match = iso.exec(text);
  return match !== null && monthExists(match[2]) && dayExists(match[1] ?? '', match[2], match[3]);
}

const monthExists = (month: string | undefined): boolean => month === undefined || (month >= '01' && month <= '12');

const dayExists = (year: string, month: string | undefined, day: string | undefined): boolean =>
  day === undefined || (day >= '01' && Number(day) <= daysIn(Number(year), Number(month)));

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** English names, January first. */
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Says why a date that is written as it should be does not exist. */
function impossible(text: string): string | undefined {
  const [, year = '', month, day] = iso.exec(text) ?? [];
  if (month === undefined) return undefined;
  if (!monthExists(month)) {
    const hint =
      Number(month) > Number(year.slice(2))
        ? ` (an interval of years is written ${year}/${year.slice(0, 2)}${month})`
        : '';
    return `${text} names month ${month}, and a year has twelve${hint}: correct the month.`;
  }
  if (dayExists(year, month, day)) return undefined;
  const name = months[Number(month) - 1];
  return `${text} is not in the calendar: ${name} ${year} has ${daysIn(Number(year), Number(month))} days.`;
}

/** Other spellings of a day that leave no doubt: 2025-3-5, 2025/03/20, 20.03.2025, 2025年3月20日, a time behind it. */
function respelled(text: string): string | undefined {
  const ahead = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  if (ahead)
    return [ahead[1], ahead[2], ahead[3]]
      .filter((part) => part !== undefined)
      .map(pad)
      .join('-');
  const behind = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (behind) {
    const [, first = '', sign, second = '', year = ''] = behind;
    // With points the day stands first everywhere; else only a number above twelve tells which is the day.
    if (sign === '.' || Number(first) > 12) return `${year}-${pad(second)}-${pad(first)}`;
    if (Number(second) > 12) return `${year}-${pad(first)}-${pad(second)}`;
    return undefined;
  }
  const named = /^(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?(?: (\d{1,2}),?)? (\d{4})$/.exec(text);
  const month = named && months.findIndex((name) => isShortOf(named[2] ?? '', name)) + 1;
  if (!named || !month) return undefined;
  const day = named[1] ?? named[3];
  return `${named[4]}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`;
}

const isShortOf = (word: string, month: string): boolean => month.toLowerCase().startsWith(word.toLowerCase());

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
