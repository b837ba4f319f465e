import * as suite from '@microsoft/recognizers-text-suite';
import type * as Core from './core.ts';
import { leastTimes, repeated, repeatsFor, warmed } from './measure.ts';
import { type Row, speed } from './table.ts';
import { articlesIn, type Language, languages, megabytes, piecesOf } from './texts.ts';

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
    const ours = (): void => {
      for (const piece of pieces) recognise(piece, language);
    };
    const theirs = (): void => {
      for (const piece of pieces) for (const model of models) model(piece, cultures[language]);
    };
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
