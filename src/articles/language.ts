/** What of a language's table tells a text in it: see `LanguageTable.frequent`. */
export interface FrequentWords {
  /** BCP 47, primary subtag. */
  readonly tag: string;
  readonly frequent: readonly string[];
}

/** Units looked at from the beginning, and again from the middle, where a translator's note has ended. */
const sampleLength = 8_000;

/** Of the words of a running text at least so many are frequent ones (in the languages of Europe about a third is). */
const leastShare = 0.12;

/** The same of Chinese characters, which are many more than words are forms. */
const leastShareOfHan = 0.03;

/**
 * Of a language's frequent words so many different ones stand in a text for each word of the text, up to a share of
 * them all. A Spanish text holds *la*, *de* and *en* as often as a French one, but hardly any other of its words.
 */
const leastVariety = { perWord: 1 / 25, ofAll: 0.3 };

/** The best language has so many times more of them than the next one. */
const leastLead = 1.25;

/** From this share of Chinese characters among the letters on a text is Chinese or Japanese. */
const leastHan = 0.3;

/** From this share of kana among those a text is Japanese. */
const leastKana = 0.1;

/**
 * The language of a text, told from its script and from its frequent words; `und` where it is not sure. Tables whose
 * words are Chinese characters are asked for texts in Chinese characters, the others for the rest.
 */
export function tellLanguage(text: string, tables: readonly FrequentWords[]): string {
  const sample = sampleOf(text);
  const letters = count(sample, /\p{L}/gu);
  if (letters === 0) return 'und';
  const han = count(sample, /\p{Script=Han}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const isHan = (han + kana) / letters >= leastHan;
  if (isHan && kana / (han + kana) >= leastKana) return 'ja';
  if (count(sample, /\p{Script=Hangul}/gu) / letters >= leastHan) return 'ko';
  const asked = tables.filter((table) => inHan(table) === isHan);
  const told = byFrequentWords(wordsOf(sample), asked, isHan ? leastShareOfHan : leastShare);
  // A line of Chinese characters without kana is Chinese, however few of the frequent ones it holds.
  return told === 'und' && isHan && kana === 0 && asked.length === 1 ? (asked[0] as FrequentWords).tag : told;
}

function byFrequentWords(words: readonly string[], tables: readonly FrequentWords[], least: number): string {
  if (words.length === 0) return 'und';
  const shares = tables
    .map(({ tag, frequent }) => {
      const known = new Set(frequent.flatMap((word) => wordsOf(word)));
      const found = words.filter((word) => known.has(word));
      const variety = Math.min(words.length * leastVariety.perWord, known.size * leastVariety.ofAll);
      return { tag, share: new Set(found).size < variety ? 0 : found.length / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [best, next] = shares;
  if (best === undefined || best.share < least) return 'und';
  return next !== undefined && best.share < next.share * leastLead ? 'und' : best.tag;
}

function sampleOf(text: string): string {
  if (text.length <= 2 * sampleLength) return text;
  const middle = (text.length - sampleLength) >> 1;
  return `${text.slice(0, sampleLength)} ${text.slice(Math.max(middle, sampleLength), middle + sampleLength)}`;
}

const inHan = (table: FrequentWords): boolean => table.frequent.some((word) => /\p{Script=Han}/u.test(word));

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}]+/gu) ?? [];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
