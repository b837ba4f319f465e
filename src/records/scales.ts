import { isCurrencyCode } from '../quantities/money.ts';

/** Scale words that are not English, and English short forms that are no symbol of a unit (m, t, g are). */
const scales: readonly (readonly [words: RegExp, power: number])[] = [
  [/^(?:milliards?|milliarden?|mrd\.?|mds?|mld\.?|miliardi|miliardo|bn|b|billions|bln)$/i, 9],
  [/^(?:millionen|million[es]?s?|mio\.?|mill\.?|mn|mln|milioni|milione|millones|millón)$/i, 6],
  [/^(?:mille|mil|tausend|tsd\.?|thousands|k|千)$/i, 3],
  [/^(?:billionen|bio\.?|trillions|tn|trn|万亿|萬億|兆)$/i, 12],
  [/^(?:万|萬)$/, 4],
  [/^(?:亿|億)$/, 8],
  [/^(?:百万)$/, 6],
  [/^(?:千万)$/, 7],
  [/^(?:十亿)$/, 9],
  [/^lakhs?$/i, 5],
  [/^crores?$/i, 7],
  [/^thousand$/i, 3],
  [/^million$/i, 6],
  [/^billion$/i, 9],
  [/^trillion$/i, 12],
];

/** The power of ten that a scale word of any language stands for; undefined for other words. */
export const scalePower = (word: string): number | undefined => scales.find(([words]) => words.test(word))?.[1];

/** A unit that begins with a scale word, taken apart: `billion EUR`, `Mio. t`, `亿元`. */
export interface ScaledUnit {
  readonly word: string;
  readonly power: number;
  /** What is left of it; empty where the scale word stands alone. */
  readonly unit: string;
}

const isMoney = (text: string): boolean => text.length === 1 || isCurrencyCode(text);

/** Letters that stand for a scale before money: `M€`, `kEUR`, `Mds €`. */
const beforeMoney: Readonly<Record<string, number>> = { k: 3, m: 6, mio: 6, mn: 6, md: 9, mds: 9, mrd: 9, bn: 9, g: 9 };

/** Takes a unit apart where it begins with a scale word. One letter is none, and neither is 千 (千瓦 is a kilowatt). */
export function scaledUnit(written: string): ScaledUnit | undefined {
  const text = written.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const [, letters = '', money = ''] = /^(k|m|mio|mn|mds?|mrd|bn|g)\.? ?([€$£¥]|[A-Z]{3})$/iu.exec(text) ?? [];
  const scale = beforeMoney[letters.toLowerCase()];
  if (scale !== undefined && isMoney(money)) return { word: letters, power: scale, unit: money };
  const match =
    /^(百万|千万|十亿|万亿|萬億|[万萬亿億])(.*)$/u.exec(text) ??
    /^(\p{L}{2,}\.?)(?: (?:of |d['’]|de |von )?(.+))?$/u.exec(text);
  const [, word = '', unit = ''] = match ?? [];
  const standsAlone = /^(?:(?:thousand|million|billion|trillion)s?|\p{Script=Han}+)$/iu.test(word);
  const power = unit !== '' || standsAlone ? scalePower(word) : undefined;
  return power === undefined ? undefined : { word, power, unit: unit.trim() };
}
