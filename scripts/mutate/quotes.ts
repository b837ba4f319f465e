/** Wrong quotes: one word replaced, taken out or put in, one digit changed, and sentences of other articles. */
import { quoteInMarks } from '../../src/records/quoting.ts';
import type { Span } from '../../src/text/span.ts';
import { type Claim, type Ground, type Maker, type Mutant, type Subject, some } from './mutant.ts';
import { plainText, wordsOf } from './plain-article.ts';

/** Of each of the three changes so many are made. */
const changes = 3;

/** Sentences of other articles that are tried as a quote. */
const sentencesTried = 2;

export const wordMutants: Maker<Claim> = ({ grounds, random }) =>
  grounds.flatMap((ground) => {
    const { quote, article } = ground;
    const own = quote ? wordsOf(quote.value, article.language) : [];
    if (!quote || own.length < 3) return [];
    const foreign = () => random.one(article.words);
    const inner = own.slice(1, -1);
    const gap = article.language === 'zh' ? '' : ' ';
    const texts = [
      ...some(own, changes, random).map((word) => spliced(quote.value, word, foreign())),
      ...some(digitsIn(quote.value), 1, random).map((digit) => spliced(quote.value, digit, String(random.below(10)))),
      ...some(inner, changes, random).map((word) => spliced(quote.value, word, '').replace(/ {2,}/g, ' ')),
      ...some(inner, changes, random).map(({ start }) => spliced(quote.value, { start, end: start }, foreign() + gap)),
    ];
    return texts.flatMap((text) => mutant('word', ground, text, ['quote/inexact', 'quote/not-found']));
  });

export const nowhereMutants: Maker<Claim> = ({ grounds, elsewhere, random }: Subject) =>
  grounds.flatMap((ground) => {
    if (!ground.quote || elsewhere.length === 0) return [];
    const tried = Array.from({ length: sentencesTried }, () => random.one(elsewhere));
    return tried.flatMap((sentence) => mutant('nowhere', ground, sentence, ['quote/not-found']));
  });

function mutant(kind: 'word' | 'nowhere', ground: Ground, quote: string, rules: readonly string[]): readonly Mutant[] {
  if (!ground.quote || plainText(quote) === plainText(ground.quote.value)) return [];
  const { start, end, value } = ground.quote;
  return [
    {
      kind,
      what: `quote “${value}” → “${quote}”`,
      edit: { start, end, newText: quoteInMarks(quote) },
      rules,
      ...(standsIn(ground.article.paragraphs, quote) && { excused: 'the changed words stand in the article too' }),
    },
  ];
}

const digitsIn = (text: string): readonly Span[] =>
  [...text.matchAll(/\d/g)].map(({ index }) => ({ start: index, end: index + 1 }));

const spliced = (text: string, { start, end }: Span, by: string): string => text.slice(0, start) + by + text.slice(end);

/** Whether the pieces of a quote stand in one paragraph, one behind the other. */
function standsIn(paragraphs: readonly string[], quote: string): boolean {
  const pieces = quote.split(/\[(?:…|\.\.\.)\]/).map(plainText);
  return paragraphs.some((paragraph) => {
    let at = 0;
    for (const piece of pieces) {
      const found = paragraph.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return true;
  });
}
