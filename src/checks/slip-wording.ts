import type { Slip } from './slip.ts';

const factors: Readonly<Record<number, string>> = {
  1: 'ten times',
  2: 'a hundred times',
  3: 'a thousand times',
  4: 'ten thousand times',
  5: 'a hundred thousand times',
  6: 'a million times',
  7: 'ten million times',
  8: 'a hundred million times',
  9: 'a billion times',
  12: 'a trillion times',
};

const texts: Readonly<Record<Exclude<Slip['kind'], 'scale'>, string>> = {
  separators: 'the same digits, with a separator of thousands taken for a decimal point or the other way round',
  sign: 'the sign is the other one',
  rounded: 'it is rounded, which only the qualifier “about” allows',
  swapped: 'two digits are swapped',
  omitted: 'a digit is missing',
  doubled: 'a digit stands twice',
  added: 'there is a digit too many',
  changed: 'one digit differs',
};

/** What happened, in words that complete a sentence: `a thousand times less`, `two digits are swapped`. */
export function slipText(slip: Slip): string {
  if (slip.kind !== 'scale') return texts[slip.kind];
  const factor = factors[Math.abs(slip.power)] ?? `10^${Math.abs(slip.power)} times`;
  return `${factor} ${slip.power > 0 ? 'more' : 'less'}`;
}

/** Scale words that are often taken for others: pattern, languages (none for all), and what they stand for. */
const traps: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/万亿/, [], '万亿 is a trillion'],
  [/亿/, [], '亿 is a hundred million'],
  [/万|萬/, [], '万 is ten thousand'],
  [/billion/i, ['fr', 'de', 'es', 'it', 'pt', 'nl'], 'a “billion” in this language is an English trillion'],
  [/milliard|Mrd|Mds|mil millones|miljard|miliard/i, [], 'a milliard is an English billion'],
];

/** Says what a scale word that misleads stands for; undefined where the words hold none. */
export const scaleHint = (words: string, language: string): string | undefined =>
  traps.find(
    ([pattern, languages]) => pattern.test(words) && (languages.length === 0 || languages.includes(language)),
  )?.[2];
