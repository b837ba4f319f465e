/**
 * What CLDR says of a locale, written out as texts in which one quantity stands: dates by its patterns, amounts by its
 * names and signs of money, measures by its names of units, round numbers by its compact formats.
 */
import { createRequire } from 'node:module';
import { Exact } from '../../src/quantities/exact.ts';

export interface Probe {
  /** `fr: 5 livres`, with plain spaces; by it a departure is named. */
  readonly key: string;
  readonly text: string;
  /** What has to be read: `5 CHF`, `2025-03-20 4`, `12000000000`. */
  readonly expected: string;
}

/** Nested texts under keys, as in every JSON file of CLDR. */
interface Node {
  readonly [key: string]: Node | string | undefined;
}

const require = createRequire(import.meta.url);

/** The part of a file of CLDR that lies on the path. Throws where it does not, as a check that finds nothing checks nothing. */
function read(locale: string, file: string, path: readonly string[]): Node {
  let node = require(`cldr-${file}.json`.replace('*', locale)) as Node;
  for (const key of ['main', locale, ...path]) {
    const next = node[key];
    if (typeof next !== 'object') throw new Error(`${file} of ${locale} has no "${path.join('.')}".`);
    node = next;
  }
  return node;
}

const texts = (node: Node | string | undefined): string[] =>
  typeof node === 'object' ? Object.values(node).filter((value) => typeof value === 'string') : [];
const child = (node: Node, ...path: readonly string[]): Node =>
  path.reduce<Node>((at, key) => {
    const next = at[key];
    if (typeof next !== 'object') throw new Error(`There is no "${path.join('.')}".`);
    return next;
  }, node);
const text = (node: Node, key: string): string => {
  const value = node[key];
  if (typeof value !== 'string') throw new Error(`There is no text "${key}".`);
  return value;
};

const made = (locale: string, written: string, expected: string): Probe => ({
  key: `${locale.split('-', 1)[0]}: ${written.replace(/[\u00a0\u202f]/g, ' ')}`,
  text: written,
  expected,
});

const latin = 'numberSystem-latn';
const numbers = (locale: string): Node => read(locale, 'numbers-full/main/*/numbers', ['numbers']);

/** The decimal sign and what groups digits. */
export function separators(locale: string): { readonly decimal: string; readonly group: string } {
  const symbols = child(numbers(locale), `symbols-${latin}`);
  return { decimal: text(symbols, 'decimal'), group: text(symbols, 'group') };
}

/** A grouped decimal per cent. */
export function percentages(locale: string): Probe[] {
  const { decimal, group } = separators(locale);
  const pattern = text(child(numbers(locale), `percentFormats-${latin}`), 'standard');
  return [made(locale, pattern.replace(/[#,0]+/, `12${group}345${decimal}6`), '12345.6 %')];
}

/** Twelve of every power of ten that the locale has a word or a sign for; the signs with money, as they are used. */
export function compactNumbers(locale: string): Probe[] {
  const long = child(numbers(locale), `decimalFormats-${latin}`, 'long', 'decimalFormat');
  const short = child(numbers(locale), `currencyFormats-${latin}`, 'short', 'standard');
  return [long, short].flatMap((formats) =>
    Object.entries(formats).flatMap(([type, pattern]) => {
      const zeros = typeof pattern === 'string' && !type.includes('alpha') ? /0+/.exec(pattern)?.[0] : undefined;
      const size = Number(type.split('-', 1)[0]);
      // *0 millier* is for one alone, and a pattern of zeros alone leaves the number as it is.
      if (typeof pattern !== 'string' || !zeros || !/[^0¤\s]/.test(pattern) || type.endsWith('-one')) return [];
      const power = Math.round(Math.log10(size)) - (zeros.length - 1);
      const digits = '123'.slice(0, Math.min(zeros.length, 3));
      const written = pattern.replace(/0+/, digits).replace('¤', '€').replaceAll("'", '');
      const value = Exact.digits(digits, power).toString();
      return [made(locale, written, pattern.includes('¤') ? `${value} EUR` : value)];
    }),
  );
}

/** Every name of every currency with one or five of it, and its sign in the locale's own pattern. */
export function money(locale: string, codes: readonly string[]): Probe[] {
  const currencies = read(locale, 'numbers-full/main/*/currencies', ['numbers', 'currencies']);
  const pattern = text(child(numbers(locale), `currencyFormats-${latin}`), 'standard').split(';', 1)[0] as string;
  const { decimal } = separators(locale);
  const space = locale.startsWith('zh') ? '' : ' ';
  return codes.flatMap((code) => {
    const currency = child(currencies, code);
    const names = Object.entries(currency).filter(([key]) => key.startsWith('displayName'));
    const amount = (sign: string): string => {
      // A sign that ends in a letter keeps away from the digits.
      const spaced = /\p{L}$/u.test(sign) ? pattern.replace(/¤(?=#)/, '¤\u00a0') : pattern;
      return spaced.replace(/[#,0.]+/, `5${decimal}25`).replace('¤', sign);
    };
    return [
      ...names.map(([key, name]) => {
        const count = key.endsWith('-one') ? '1' : '5';
        return made(locale, `${count}${space}${name}`, `${count} ${code}`);
      }),
      // Without a sign of its own the code stands for it.
      made(locale, amount(typeof currency.symbol === 'string' ? currency.symbol : code), `5.25 ${code}`),
    ];
  });
}

/** One or five of each unit by its long name, in every plural form. `symbols` says what we call CLDR's units. */
export function measures(locale: string, symbols: Readonly<Record<string, string>>): Probe[] {
  const units = read(locale, 'units-full/main/*/units', ['units', 'long']);
  return Object.entries(symbols).flatMap(([id, symbol]) =>
    Object.entries(child(units, id))
      .filter(([key]) => key.startsWith('unitPattern'))
      .map(([key, pattern]) => {
        const count = key.endsWith('-one') ? '1' : '5';
        return made(locale, String(pattern).replace('{0}', count), `${count} ${symbol}`);
      }),
  );
}

/** The 20th of each month of 2025 in all four styles; then a week of March, which names every weekday. */
export function dates(locale: string): Probe[] {
  const calendar = read(locale, 'dates-full/main/*/ca-gregorian', ['dates', 'calendars', 'gregorian']);
  const patterns = child(calendar, 'dateFormats');
  const twentieths = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2025, month, 20)));
  const week = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2025, 2, 17 + day)));
  const all: Probe[] = [];
  for (const style of ['full', 'long', 'medium', 'short']) {
    for (const day of style === 'full' ? [...twentieths, ...week] : twentieths) {
      const written = formatted(day, text(patterns, style), calendar);
      const expected = day.toISOString().slice(0, 10);
      all.push(made(locale, written, style === 'full' ? `${expected} ${day.getUTCDay() || 7}` : expected));
    }
  }
  return all;
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function formatted(day: Date, pattern: string, calendar: Node): string {
  return pattern.replaceAll(/'([^']*)'|([EMLdy])\2*/g, (token, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted;
    const kind = token.startsWith('L') ? 'stand-alone' : 'format';
    const width = token.length === 3 ? 'abbreviated' : 'wide';
    const number =
      token[0] === 'd' ? day.getUTCDate() : token[0] === 'y' ? day.getUTCFullYear() : day.getUTCMonth() + 1;
    if (token[0] === 'E') return text(child(calendar, 'days', 'format', width), weekdays[day.getUTCDay()] as string);
    if (token.length >= 3) return text(child(calendar, 'months', kind, width), String(number));
    return String(number)
      .padStart(token.length, '0')
      .slice(token === 'yy' ? -2 : 0);
  });
}

/** Every name of a month, whatever it is for, between a day and a year. */
export function months(locale: string): Probe[] {
  const calendar = read(locale, 'dates-full/main/*/ca-gregorian', ['dates', 'calendars', 'gregorian']);
  return ['format', 'stand-alone'].flatMap((kind) =>
    ['wide', 'abbreviated'].flatMap((width) =>
      texts(child(calendar, 'months', kind, width)).map((name, index) => {
        const written = locale.startsWith('zh') ? `2025年${name}20日` : `20 ${name} 2025`;
        return made(locale, written, `2025-${String(index + 1).padStart(2, '0')}-20`);
      }),
    ),
  );
}

/** The quarters of 2025. */
export function quarters(locale: string): Probe[] {
  const calendar = read(locale, 'dates-full/main/*/ca-gregorian', ['dates', 'calendars', 'gregorian']);
  return ['wide', 'abbreviated'].flatMap((width) =>
    texts(child(calendar, 'quarters', 'format', width)).map((name, index) =>
      made(locale, locale.startsWith('zh') ? `2025年${name}` : `${name} 2025`, `2025-Q${index + 1}`),
    ),
  );
}
