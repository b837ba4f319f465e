/**
 * A plain look for numbers in a text, by which it is decided whether an article contradicts a wrong claim. It shares
 * nothing with the recogniser, which is what the mutants try, and rather sees a number too many than one too few.
 */
import { Exact } from '../../src/quantities/exact.ts';
import type { Span } from '../../src/text/span.ts';

/** What stands beside a number: a percent sign, points, money, some other word, or nothing. */
export type Tag = 'percent' | 'points' | 'money' | 'thing' | 'bare';

export interface PlainNumber extends Span {
  /** Where its digits or words end, before scale word and unit. */
  readonly digitsEnd: number;
  readonly value: Exact;
  readonly tag: Tag;
  /** A fraction in words. */
  readonly fraction?: boolean;
}

const digits = /\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*/g;

const scales: readonly (readonly [words: RegExp, power: number])[] = [
  [/^(?:万亿|萬億|兆)/, 12],
  [/^(?:千亿)/, 11],
  [/^(?:百亿)/, 10],
  [/^(?:十亿)/, 9],
  [/^(?:亿|億)/, 8],
  [/^(?:千万)/, 7],
  [/^(?:百万)/, 6],
  [/^(?:十万)/, 5],
  [/^(?:万|萬)/, 4],
  [/^(?:千)/, 3],
  [/^(?:milliards?|Milliarden?|Mrd\.?|Mds?|Md|bn|billions?(?=[^\p{L}]|$))(?!\p{L})/iu, 9],
  [/^(?:millions?|Millionen|Mio\.?|mn|M)(?!\p{L})/u, 6],
  [/^(?:mille|Tausend|tausend|thousand|k)(?!\p{L})/u, 3],
  [/^(?:trillions?|Billionen?|tn)(?!\p{L})/iu, 12],
];

const words: Readonly<Record<string, readonly (readonly [words: RegExp, value: number])[]>> = {
  fr: list('deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize', 2),
  de: list('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf', 2),
  en: list('two three four five six seven eight nine ten eleven twelve', 2),
  zh: [...'一二三四五六七八九十'].map((sign, index) => [new RegExp(sign, 'g'), index + 1] as const),
};

function list(text: string, first: number): readonly (readonly [RegExp, number])[] {
  return text
    .split(' ')
    .map((word, index) => [new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'), first + index] as const);
}

const ones = /(?<!\p{L})(?:une?|eine?|an?|one)(?= (?:milli|Milli|billion|Billion|trillion|thousand|mille|Tausend))/giu;

const fractions: readonly (readonly [words: RegExp, top: number, bottom: number])[] = [
  [/(?<!\p{L})(?:moitié|half|Hälfte|halbe\p{L}*)(?!\p{L})|一半|半/giu, 1, 2],
  [/(?<!\p{L})(?:deux|two|zwei)[ -](?:tiers|thirds?|Drittel)(?!\p{L})|三分之二/giu, 2, 3],
  [/(?<!\p{L})(?:tiers|thirds?|Drittel)(?!\p{L})|三分之一/giu, 1, 3],
  [/(?<!\p{L})(?:trois|three|drei)[ -](?:quarts?|quarters?|Viertel)(?!\p{L})|四分之三/giu, 3, 4],
  [/(?<!\p{L})(?:quarts?|quarters?|Viertel)(?!\p{L})|四分之一/giu, 1, 4],
  [/(?<!\p{L})(?:cinquième|fifth|Fünftel)(?!\p{L})|五分之一/giu, 1, 5],
  [/(?<!\p{L})(?:dixième|tenth|Zehntel)(?!\p{L})|十分之一|一成/giu, 1, 10],
];

/** Every number that plainly stands in a text, in no order. */
export function plainNumbers(text: string, language: string): readonly PlainNumber[] {
  const found: PlainNumber[] = [];
  for (const match of text.matchAll(digits)) {
    const value = readDigits(match[0], language);
    if (value) found.push(...scaled(text, match.index, match.index + match[0].length, value));
  }
  for (const [pattern, value] of words[language] ?? []) {
    for (const { index, 0: word } of text.matchAll(pattern))
      found.push(...scaled(text, index, index + word.length, Exact.of(value)));
  }
  for (const { index, 0: word } of text.matchAll(ones))
    found.push(...scaled(text, index, index + word.length, Exact.of(1)));
  for (const [pattern, top, bottom] of fractions) {
    for (const { index, 0: word } of text.matchAll(pattern)) {
      const end = index + word.length;
      found.push({ start: index, end, digitsEnd: end, value: Exact.ratio(top, bottom), tag: 'bare', fraction: true });
    }
  }
  return found;
}

/** A comma is decimal in French and German and groups threes elsewhere, and a point the other way round. */
export const decimalSign = (language: string): ',' | '.' => (language === 'fr' || language === 'de' ? ',' : '.');

function readDigits(printed: string, language: string): Exact | undefined {
  const plain = printed.replace(/[^\d.,]/g, '');
  const decimal = decimalSign(language);
  const group = decimal === ',' ? '.' : ',';
  const grouped = plain.split(group);
  const isGrouped = grouped.slice(1).every((part) => /^\d{3}(?!\d)/.test(part));
  const ungrouped = isGrouped ? grouped.join('') : plain.replaceAll(group, decimal);
  return Exact.parse(ungrouped.replace(decimal, '.'));
}

/** With the scale word behind it; where one stands behind a second number, it may belong to both. */
function scaled(text: string, start: number, digitsEnd: number, value: Exact): readonly PlainNumber[] {
  const own = scaleAt(text, digitsEnd);
  const tag = tagOf(text, start, own.end);
  const numbers = [{ start, end: own.end, digitsEnd, value: value.times10(own.power), tag }];
  const second = /^[ \u00a0]?(?:à|et|ou|bis|und|oder|to|and|or|-|–|到|至|—)[ \u00a0]?\d[\d., \u00a0]*/.exec(
    text.slice(digitsEnd, digitsEnd + 40),
  );
  if (own.power === 0 && second) {
    const at = digitsEnd + second[0].trimEnd().length;
    const shared = scaleAt(text, at);
    const sharedTag = tagOf(text, start, shared.end);
    if (sharedTag !== tag) numbers.push({ start, end: digitsEnd, digitsEnd, value, tag: sharedTag });
    if (shared.power !== 0)
      numbers.push({ start, end: digitsEnd, digitsEnd, value: value.times10(shared.power), tag: sharedTag });
  }
  return numbers;
}

function scaleAt(text: string, from: number): { readonly power: number; readonly end: number } {
  let end = from;
  let power = 0;
  for (;;) {
    const gap = /^[ \u00a0\u202f\n]?/.exec(text.slice(end, end + 1))?.[0].length ?? 0;
    const rest = text.slice(end + gap, end + gap + 24);
    const scale = scales.find(([pattern]) => pattern.test(rest));
    if (!scale) return { power, end };
    end += gap + (scale[0].exec(rest)?.[0].length ?? 0);
    power += scale[1];
  }
}

const points = /^[\s\u00a0]*(?:points? de pourcentage|Prozentpunkt|percentage[ -]points?|个百分点|百分点)/iu;
const percent = /^[\s\u00a0]*(?:%|％|pour cent|Prozent|per cent|percent)/iu;
const money =
  /^[\s\u00a0]*(?:de |d'|d’)?(?:€|\$|£|¥|EUR|USD|CNY|RMB|euros?|Euro|dollars?|Dollar|yuans?|Yuan|pounds?|Pfund|元|美元|欧元|人民币)/iu;
const moneyBefore = /(?:€|\$|£|¥|EUR|USD|CNY|RMB|Euro)[\s\u00a0]*$/u;

/** Words that go on with the sentence and name nothing that is counted. */
export const passing =
  /^[\s\u00a0]*(?:$|[.,;:!?)\]»”"。，；：！？）、\n]|(?:à|au|aux|en|dans|par|sur|pour|et|ou|contre|soit|im|in|auf|bis|und|oder|an|am|bei|to|by|at|on|for|and|or|from|as|against|davon|dont|of (?:the|them|which|these)|d['’]entre)(?!\p{L}))/iu;

function tagOf(text: string, start: number, end: number): Tag {
  const after = text.slice(end, end + 40);
  if (points.test(after)) return 'points';
  if (percent.test(after) || /百分之$/.test(text.slice(Math.max(0, start - 4), start))) return 'percent';
  if (money.test(after) || moneyBefore.test(text.slice(Math.max(0, start - 5), start))) return 'money';
  return passing.test(after) ? 'bare' : 'thing';
}
