/** Active codes of ISO 4217 (list one of 2024), in one string to keep the table short. */
const codes =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNH ' +
  'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS ' +
  'INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU ' +
  'MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK ' +
  'SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD ' +
  'XDR XOF XPF YER ZAR ZMW ZWG DEM FRF ITL';

/** Every code, in the order of the alphabet but for those of the past. */
export const currencyCodes: readonly string[] = codes.split(' ');

const known: ReadonlySet<string> = new Set(currencyCodes);

/** Whether the word is a currency code; they are written in capitals. */
export const isCurrencyCode = (word: string): boolean => known.has(word);

/** Codes that are words or names when they stand before a number: *TOP 50*, *COP 28*, *CUP 2024*, *ALL 4*. */
export const misleadingCodes: ReadonlySet<string> = new Set(
  'ALL COP CUP SDG GEL LAK MAD MOP PEN RON SOS TOP TRY WST STN BAM CLF MUR'.split(' '),
);

/** Signs in every language, and the codes they may stand for, the likeliest first. */
export const currencySigns: readonly (readonly [sign: string, codes: readonly string[]])[] = [
  ['€', ['EUR']],
  ['£', ['GBP', 'EGP']],
  [
    '$',
    [
      'USD',
      'CAD',
      'AUD',
      'NZD',
      'HKD',
      'SGD',
      'TWD',
      'MXN',
      'ARS',
      'CLP',
      'COP',
      'JMD',
      'BND',
      'FJD',
      'XCD',
      'LRD',
      'NAD',
    ],
  ],
  ['¥', ['CNY', 'JPY']],
  ['￥', ['CNY', 'JPY']],
  ['₹', ['INR']],
  ['₽', ['RUB']],
  ['₩', ['KRW', 'KPW']],
  ['₺', ['TRY']],
  ['₴', ['UAH']],
  ['₫', ['VND']],
  ['₱', ['PHP']],
  ['₦', ['NGN']],
  ['₪', ['ILS']],
  ['₸', ['KZT']],
  ['₡', ['CRC']],
  ['₵', ['GHS']],
  ['฿', ['THB']],
  ['US$', ['USD']],
  ['U.S.$', ['USD']],
  ['$US', ['USD']],
  ['$CA', ['CAD']],
  ['C$', ['CAD']],
  ['CA$', ['CAD']],
  ['A$', ['AUD']],
  ['AU$', ['AUD']],
  ['NZ$', ['NZD']],
  ['HK$', ['HKD']],
  ['NT$', ['TWD']],
  ['S$', ['SGD']],
  ['R$', ['BRL']],
  ['RMB¥', ['CNY']],
  ['RMB', ['CNY']],
  ['zł', ['PLN']],
  ['Kč', ['CZK']],
  ['CHF', ['CHF']],
  ['kr', ['SEK', 'NOK', 'DKK', 'ISK']],
  ['kr.', ['SEK', 'NOK', 'DKK', 'ISK']],
];

/** Codes that stand for money before a number: *CNY 300 billion*, not *TOP 50*. */
export const opensAmount = (code: string): boolean => isCurrencyCode(code) && !misleadingCodes.has(code);
