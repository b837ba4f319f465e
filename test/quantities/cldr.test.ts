/** The language tables know the words of CLDR: whatever it names, the recogniser reads as what it is. */
import assert from 'node:assert/strict';
import { languages } from '../../src/quantities/languages/index.ts';
import type { Quantity } from '../../src/quantities/quantity.ts';
import { recognise } from '../../src/quantities/recognise.ts';
import {
  compactNumbers,
  dates,
  measures,
  money,
  months,
  type Probe,
  percentages,
  quarters,
  separators,
} from './cldr.ts';

const locales = ['fr', 'fr-CA', 'fr-CH', 'de', 'de-AT', 'de-CH', 'en', 'en-GB', 'en-IN', 'zh', 'zh-Hant'];

/** Those that policy texts of our languages speak of: the largest economies, and the neighbours of each country. */
const codes = (
  'AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES KRW KWD MAD MOP MXN MYR ' +
  'NGN NOK NZD PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VND XAF XOF ZAR'
).split(' ');

/** CLDR's unit → our symbol. */
const units: Readonly<Record<string, string>> = {
  'length-nanometer': 'nm',
  'length-micrometer': 'µm',
  'length-millimeter': 'mm',
  'length-centimeter': 'cm',
  'length-meter': 'm',
  'length-kilometer': 'km',
  'length-foot': 'ft',
  'length-inch': 'in',
  'length-yard': 'yd',
  'length-mile': 'mi',
  'length-nautical-mile': 'nmi',
  'area-square-meter': 'm2',
  'area-square-kilometer': 'km2',
  'area-hectare': 'ha',
  'area-acre': 'acre',
  'area-square-mile': 'mi2',
  'area-square-foot': 'ft2',
  'volume-cubic-meter': 'm3',
  'volume-cubic-kilometer': 'km3',
  'volume-liter': 'L',
  'volume-milliliter': 'mL',
  'volume-hectoliter': 'hL',
  'volume-megaliter': 'ML',
  'volume-gallon': 'gal',
  'volume-barrel': 'bbl',
  'mass-microgram': 'µg',
  'mass-milligram': 'mg',
  'mass-gram': 'g',
  'mass-kilogram': 'kg',
  'mass-tonne': 't',
  'mass-pound': 'lb',
  'mass-ounce': 'oz',
  'power-watt': 'W',
  'power-milliwatt': 'mW',
  'power-kilowatt': 'kW',
  'power-megawatt': 'MW',
  'power-gigawatt': 'GW',
  'energy-joule': 'J',
  'energy-kilojoule': 'kJ',
  'energy-kilowatt-hour': 'kWh',
  'energy-kilocalorie': 'kcal',
  'electric-volt': 'V',
  'electric-ampere': 'A',
  'electric-milliampere': 'mA',
  'frequency-hertz': 'Hz',
  'frequency-kilohertz': 'kHz',
  'frequency-megahertz': 'MHz',
  'frequency-gigahertz': 'GHz',
  'pressure-pascal': 'Pa',
  'pressure-hectopascal': 'hPa',
  'pressure-kilopascal': 'kPa',
  'pressure-megapascal': 'MPa',
  'pressure-bar': 'bar',
  'pressure-millibar': 'mbar',
  'digital-bit': 'bit',
  'digital-kilobit': 'kbit',
  'digital-megabit': 'Mbit',
  'digital-gigabit': 'Gbit',
  'digital-terabit': 'Tbit',
  'digital-byte': 'B',
  'digital-kilobyte': 'kB',
  'digital-megabyte': 'MB',
  'digital-gigabyte': 'GB',
  'digital-terabyte': 'TB',
  'digital-petabyte': 'PB',
  'temperature-celsius': '°C',
  'temperature-fahrenheit': '°F',
  'temperature-kelvin': 'K',
  'speed-kilometer-per-hour': 'km/h',
  'speed-meter-per-second': 'm/s',
  'speed-mile-per-hour': 'mph',
  'concentr-part-per-1e6': 'ppm',
  'concentr-part-per-1e9': 'ppb',
  'light-lumen': 'lm',
  'force-newton': 'N',
  'energy-becquerel': 'Bq',
  'energy-sievert': 'Sv',
  'duration-century': 'centuries',
  'duration-decade': 'decades',
  'duration-year': 'years',
  'duration-quarter': 'quarters',
  'duration-month': 'months',
  'duration-week': 'weeks',
  'duration-day': 'days',
  'duration-hour': 'hours',
  'duration-minute': 'minutes',
  'duration-second': 'seconds',
  'duration-millisecond': 'ms',
  'duration-microsecond': 'µs',
  'duration-nanosecond': 'ns',
};

/** Where a table says something else than CLDR on purpose: the reason, and what is then not read as CLDR means it. */
const departures: Readonly<Record<string, readonly string[]>> = {
};

const kinds: Readonly<Record<string, (locale: string) => Probe[]>> = {
  'grouped decimals and per cent': percentages,
  'compact numbers': compactNumbers,
  'names and signs of money': (locale) => money(locale, codes),
  'names of units': (locale) => measures(locale, units),
  months,
  'dates in all styles, with every weekday': dates,
  quarters,
};

const shown = (read: Quantity): string =>
  read.kind === 'date'
    ? `${read.date}${read.weekday === undefined ? '' : ` ${read.weekday}`}`
    : `${read.value}${read.unit === undefined ? '' : ` ${read.unit}`}`;

/** What is read in the text, if it is one thing and the whole text; else all that is read, in brackets. */
function got(probe: Probe, tag: string): string {
  const { quantities, periods } = recognise(probe.text, tag);
  const [first] = quantities;
  if (first && quantities.length === 1 && first.start === 0 && first.end === probe.text.length) return shown(first);
  const [period] = periods;
  if (!first && period && periods.length === 1 && period.start === 0) return period.period;
  return `(${quantities.map((one) => `‹${probe.text.slice(one.start, one.end)}› ${shown(one)}`).join(', ') || 'nothing'})`;
}

describe('words of CLDR', () => {
  const excepted = new Set(Object.values(departures).flat());
  const met = new Set<string>();

  for (const locale of locales) {
    const tag = locale.split('-', 1)[0] as string;
    describe(locale, () => {
      for (const [kind, probes] of Object.entries(kinds)) {
        it(kind, () => {
          const all = probes(locale);
          assert.ok(all.length > 0, 'CLDR has none');
          const wrong: string[] = [];
          for (const probe of all) {
            const read = got(probe, tag);
            if (read === probe.expected) continue;
            if (excepted.has(probe.key)) met.add(probe.key);
            else wrong.push(`'${probe.key}' is ${read}, not ${probe.expected}`);
          }
          assert.equal([...new Set(wrong)].join('\n'), '', `${wrong.length} of ${all.length} are misread`);
        });
      }
    });
  }

  for (const table of languages) {
    it(`${table.tag}: separators`, () => {
      const { decimal, group } = separators(table.tag);
      assert.equal(table.separators.decimal, decimal);
      assert.ok(/\s/.test(group) || (table.separators.group as readonly string[]).includes(group), `"${group}"`);
    });
  }

  it('every departure is one', () => {
    assert.deepEqual(
      [...excepted].filter((key) => !met.has(key)),
      [],
      'these are read as CLDR means them by now: strike them from the list',
    );
  });
});
