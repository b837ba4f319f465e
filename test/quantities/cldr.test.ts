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

const locales = [
  'fr',
  'fr-CA',
  'fr-CH',
  'de',
  'de-AT',
  'de-CH',
  'en',
  'en-GB',
  'en-IN',
  'zh',
  'zh-Hant',
  'es',
  'es-MX',
];

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
  'A pound is money in a policy text': [
    ...[
      'fr: 1 livre',
      'fr: 5 livres',
      'de: 1 Pfund',
      'de: 5 Pfund',
      'en: 1 pound',
      'en: 5 pounds',
      'es: 1 libra',
      'es: 5 libras',
    ],
  ],
  'Bn in a French paper is the English billion': ['fr: 1 Bn €', 'fr: 12 Bn €', 'fr: 123 Bn €'],
  'T and L before a sign of money are read in Canada and India alone; elsewhere 5T and 5L are other things': [
    ...['fr: 1 T €', 'fr: 12 T €', 'fr: 123 T €', 'en: €1L', 'en: €12L'],
  ],
  'The central bank in brackets is no part of the name; both CFA francs are offered': [
    ...['fr: 1 franc CFA (BEAC)', 'fr: 5 franc CFA (BEAC)', 'fr: 5 francs CFA (BEAC)', 'fr: 1 franc CFA (BCEAO)'],
    ...['fr: 5 franc CFA (BCEAO)', 'fr: 5 francs CFA (BCEAO)', 'de: 5 CFA-Franc (BEAC)', 'de: 5 CFA-Franc (BCEAO)'],
    ...['de: 1 CFA-Franc (BCEAO)', 'de: 5 CFA-Francs (BCEAO)'],
  ],
  'Before a number these codes are words and names (COP 28, MAD Magazine)': [
    ...['COP', 'MAD', 'MOP', 'RON', 'TRY'].flatMap((code) => [
      ...[`de: ${code} 5,25`, `de: ${code} 5.25`, `en: ${code} 5.25`, `zh: ${code} 5.25`, `es: ${code} 5.25`],
    ]),
  ],
  'A joule has the name of a month': ['es: 1 julio'],
  'The word alone is no unit': ['es: kelvin', 'es: kilowatt-hora'],
  'A mile is a thousand in French': ['fr: 1 mille', 'fr: 5 milles'],
  'Bits are what a line carries in a second': ['de: 1 Megabit', 'de: 5 Megabit', 'de: 1 Gigabit', 'de: 5 Gigabit'],
  'The same share, as the fraction that is written': [
    ...['de: 1 Millionstel', 'de: 5 Millionstel', 'de: 1 Milliardstel', 'de: 5 Milliardstel', 'zh: 百万分之5'],
  ],
  'The point ends the sentence, and is left to it': [
    ...['de: € 1 Mio.', 'de: € 12 Mio.', 'de: € 123 Mio.', 'de: € 1 Mrd.', 'de: € 12 Mrd.', 'de: € 123 Mrd.'],
  ],
  'People meet in bars': ['en: 5 bars'],
  'A quarter is a fourth': ['en: 1 quarter', 'en: 5 quarters'],
  'Two numbers of one digit with slashes are no date for sure': [
    ...Array.from({ length: 9 }, (_, index) => `en: ${index + 1}/20/25`),
  ],
  'Words of other meanings: a code, a season, a carving': ['zh: 5码', 'zh: 5 碼', 'zh: 5季', 'zh: 5 刻'],
  'CLDR counts ten years where it has no word for a decade': ['zh: 50 年'],
  'In small letters kb and tb are bytes as often': ['zh: 5 kb', 'zh: 5 Tb'],
  'A scale stands before the number': ['zh: 攝氏 5 度', 'zh: 華氏 5 度'],
  'Not read yet': [...['zh: 十亿分之5', 'zh: 5 十億分點濃度']],
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

const shown = (read: Quantity, unit: string | undefined = read.unit): string =>
  read.kind === 'date'
    ? `${read.date}${read.weekday === undefined ? '' : ` ${read.weekday}`}`
    : `${read.value}${unit === undefined ? '' : ` ${unit}`}`;

/**
 * What is read in the text, if it is one thing and the whole text; else all that is read, in brackets. Of a sign that
 * stands for several units the one that is asked for counts.
 */
function got(probe: Probe, tag: string): string {
  const { quantities, periods } = recognise(probe.text, tag);
  const [first] = quantities;
  if (first && quantities.length === 1 && first.start === 0 && first.end === probe.text.length) {
    const choice = first.unitChoices?.find((unit) => shown(first, unit) === probe.expected);
    return shown(first, choice);
  }
  const [period] = periods;
  if (!first && period && periods.length === 1 && period.start === 0) return period.period;
  return `(${quantities.map((one) => `‹${probe.text.slice(one.start, one.end)}› ${shown(one)}`).join(', ') || 'nothing'})`;
}

/** The probes that are misread. */
const misread = (probes: readonly Probe[], tag: string): Probe[] =>
  probes.filter((probe) => got(probe, tag) !== probe.expected);
const tagOf = (locale: string): string => locale.split('-', 1)[0] as string;

describe('words of CLDR', () => {
  const excepted = new Set(Object.values(departures).flat());

  for (const locale of locales) {
    const tag = tagOf(locale);
    describe(locale, () => {
      for (const [kind, probes] of Object.entries(kinds)) {
        it(kind, () => {
          const all = probes(locale);
          assert.ok(all.length > 0, 'CLDR has none');
          const wrong = misread(all, tag).filter((probe) => !excepted.has(probe.key));
          const lines = wrong.map((probe) => `'${probe.key}' is ${got(probe, tag)}, not ${probe.expected}`);
          assert.equal([...new Set(lines)].join('\n'), '', `${wrong.length} of ${all.length} are misread`);
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
    const met = locales.flatMap((locale) =>
      Object.values(kinds).flatMap((probes) => misread(probes(locale), tagOf(locale)).map((probe) => probe.key)),
    );
    const over = [...excepted].filter((key) => !met.includes(key));
    assert.deepEqual(over, [], 'these are read as CLDR means them by now, or stand there no more: strike them');
  }).timeout(30_000);
});
