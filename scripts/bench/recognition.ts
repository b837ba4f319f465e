import * as suite from '@microsoft/recognizers-text-suite';
import type * as Core from './core.ts';
import { cpuTime, leastTimes, repeated, repeatsFor } from './measure.ts';
import { number, type Row } from './table.ts';
import { articlesIn, type Language, languages, megabytes, piecesOf, textOf } from './texts.ts';

const { recognizeAge, recognizeCurrency, recognizeDateTime, recognizeDimension, recognizeNumber, recognizeOrdinal } =
  suite;
const { recognizePercentage, recognizeTemperature } = suite;

/** All models of the suite that read what is read here. */
const models = [
  recognizeNumber,
  recognizeOrdinal,
  recognizePercentage,
  recognizeAge,
  recognizeCurrency,
  recognizeDimension,
  recognizeTemperature,
  recognizeDateTime,
];

/** Its tables; it has none for German, for which it takes the English ones. */
const cultures: Readonly<Record<Language, string>> = { fr: 'fr-fr', de: 'en-us', en: 'en-us', zh: 'zh-cn' };

/** Recognition against the suite, on the same pieces of at most a kilobyte. */
export function againstSuite({ recognise }: typeof Core): Row[] {
  return languages.map((language) => {
    const pieces = piecesOf(articlesIn(language).join('\n\n'), 1000).slice(0, 6);
    const ours = (): void => pieces.forEach((piece) => recognise(piece, language));
    const theirs = (): void =>
      pieces.forEach((piece) => {
        for (const model of models) model(piece, cultures[language]);
      });
    const times = repeatsFor(warmed(ours));
    const [own = 0, peer = 0] = leastTimes([repeated(times, ours), theirs], 4);
    const size = megabytes(pieces.join(''));
    return {
      what: `recognition, ${language}, against recognizers-text-suite`,
      measured: speed(size * times, own),
      peer: speed(size, peer),
      ratio: (peer * times) / own,
      goal: { atLeast: 1000 },
    };
  });
}

/** Recognition against looking for digits and nothing else. */
export function againstDigits({ recognise }: typeof Core): Row[] {
  return languages.map((language) => {
    const text = textOf(articlesIn(language), 100_000);
    const ours = (): void => void recognise(text, language);
    const theirs = (): void => void countDigits(text);
    const times = [repeatsFor(warmed(ours)), repeatsFor(warmed(theirs))] as const;
    const [own = 0, peer = 0] = leastTimes([repeated(times[0], ours), repeated(times[1], theirs)], 12);
    const ratio = own / times[0] / (peer / times[1]);
    const size = megabytes(text);
    return {
      what: `recognition, ${language}, against a scan for digits`,
      measured: speed(size * times[0], own),
      peer: speed(size * times[1], peer),
      ratio,
      goal: { atMost: 15 },
    };
  });
}

/** Time for a byte of a long text against a short one. */
export function longAgainstShort({ recognise }: typeof Core): Row[] {
  return languages.map((language) => {
    const articles = articlesIn(language);
    const long = textOf(articles, 10_000_000 / (language === 'zh' ? 3 : 1));
    const short = textOf(articles, long.length / 1000);
    const times = 200;
    const [own = 0, peer = 0] = leastTimes(
      [() => void recognise(long, language), repeated(times, () => void recognise(short, language))],
      5,
    );
    return {
      what: `recognition, ${language}, a byte of 10 MB against one of 10 KB`,
      measured: speed(megabytes(long), own),
      peer: speed(megabytes(short) * times, peer),
      ratio: own / megabytes(long) / (peer / megabytes(short) / times),
      goal: { atMost: 1.3 },
    };
  });
}

function countDigits(text: string): number {
  const digits = /\d+/g;
  let count = 0;
  while (digits.exec(text) !== null) count++;
  return count;
}

/** CPU time of a call that is not the first ones. */
function warmed(run: () => void): number {
  for (let i = 0; i < 20; i++) run();
  return Math.max(1000, cpuTime(repeated(20, run)) / 20);
}

const speed = (size: number, time: number): string => `${number(size / (time / 1e9))} MB/s`;
