import type * as Core from './core.ts';
import { leastTimes, repeated, repeatsFor, warmed } from './measure.ts';
import { type Row, speed } from './table.ts';
import { articlesIn, languages, megabytes, textOf } from './texts.ts';

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
