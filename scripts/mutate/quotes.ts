/** Wrong quotes: one word replaced, taken out or put in, and sentences of other articles. */
import { quoteInMarks } from '../../src/records/quoting.ts';
import { sentences } from '../../src/text/sentences.ts';
import type { Span } from '../../src/text/span.ts';
import type { Claim, Ground, Maker, Mutant, Subject } from './mutant.ts';
import { some } from './mutant.ts';

/** Of each of the three changes so many are made. */
const changes = 3;

export const wordMutants: Maker<Claim> = (subject) =>
  subject.grounds.flatMap((ground) => {
    if (!ground.quote) return [];
    const quote = ground.quote.value;
    const own = wordsOf(quote, subject.language);
    const foreign = wordsOf(ground.article.text, subject.language).map(({ start, end }) =>
      ground.article.text.slice(start, end),
    );
    if (own.length < 3 || foreign.length === 0) return [];
    const { random } = subject;
    const inner = own.slice(1, -1);
    const gap = subject.language === 'zh' ? '' : ' ';
    const texts = [
      ...some(own, changes, random).map((word) => spliced(quote, word, random.one(foreign))),
      ...some(inner, changes, random).map((word) => spliced(quote, word, '').replace(/ {2,}/g, ' ')),
      ...some(inner, changes, random).map(({ start }) =>
        spliced(quote, { start, end: start }, random.one(foreign) + gap),
      ),
    ];
    return texts.flatMap((text) => mutant('word', ground, text, ['quote/inexact', 'quote/not-found']));
  });

export const nowhereMutants: Maker<Claim> = ({ grounds, elsewhere, random }: Subject) =>
  grounds.flatMap((ground) =>
    [0, 1].flatMap((): readonly Mutant[] => {
      if (!ground.quote || elsewhere.length === 0) return [];
      const text = random.one(elsewhere);
      const all = [...sentences(text)].filter(({ start, end }) => end - start >= 12 && end - start <= 400);
      if (all.length === 0) return [];
      const { start, end } = random.one(all);
      return mutant('nowhere', ground, text.slice(start, end).replace(/\s+/gu, ' '), ['quote/not-found']);
    }),
  );

function mutant(kind: 'word' | 'nowhere', ground: Ground, quote: string, rules: readonly string[]): readonly Mutant[] {
  if (!ground.quote || plain(quote) === plain(ground.quote.value)) return [];
  const { start, end, value } = ground.quote;
  return [
    {
      kind,
      what: `quote “${value}” → “${quote}”`,
      edit: { start, end, newText: quoteInMarks(quote) },
      rules,
      ...(standsIn(ground.article.text, quote) && { excused: 'the changed words stand in the article too' }),
    },
  ];
}

const spliced = (text: string, { start, end }: Span, by: string): string => text.slice(0, start) + by + text.slice(end);

/** Words and numbers without the signs around them. */
function wordsOf(text: string, language: string): readonly Span[] {
  if (language === 'zh') {
    const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)];
    return segments.flatMap(({ segment, index, isWordLike }) =>
      isWordLike ? [{ start: index, end: index + segment.length }] : [],
    );
  }
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** Without what never counts as a difference: white space, quotation marks, dashes and apostrophes. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'‘’“”„«»「」『』`´\-‐‑–—]+/gu, ' ')
    .trim();

/** Whether the pieces of a quote stand in one line of a text, one behind the other. */
function standsIn(text: string, quote: string): boolean {
  const pieces = quote.split(/\[(?:…|\.\.\.)\]/).map(plain);
  return text.split(/\n{2,}/).some((paragraph) => {
    const line = plain(paragraph);
    let at = 0;
    for (const piece of pieces) {
      const found = line.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return true;
  });
}
