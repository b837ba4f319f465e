import { readdirSync, readFileSync } from 'node:fs';

/** Languages that are measured. */
export const languages = ['fr', 'de', 'en', 'zh'] as const;
export type Language = (typeof languages)[number];

const root = new URL('../../', import.meta.url);

/** What the recogniser is measured on: articles of the examples, and sentences of the corpora where there are none. */
export function articlesIn(language: Language): string[] {
  const folder = new URL('examples/articles/', root);
  const files = readdirSync(folder).filter((name) => new RegExp(`\\.${language}\\.(?:txt|md)$`).test(name));
  const texts = files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return texts.length > 0 ? texts : [sentencesIn(language).join('\n\n')];
}

/** Sentences of the corpus of a language, without what is expected of them. */
function sentencesIn(language: Language): string[] {
  const file = new URL(`test/cases/quantities/${language}/sentences.txt`, root);
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[^\s#]/.test(line));
}

/** A generator of numbers below `limit` that gives the same ones in every run (Lehmer's, with Park and Miller's factor). */
export function numbersFrom(seed: number): (limit: number) => number {
  let state = (seed % 0x7ffffffe) + 1;
  return (limit) => {
    state = (state * 48271) % 0x7fffffff;
    return state % limit;
  };
}

/** The text with other digits; years and single digits stay, so that what stands round them reads the same. */
export function varied(text: string, seed: number): string {
  const next = numbersFrom(seed);
  return text.replace(/\d+/g, (digits) => {
    if (digits.length === 1 || /^(?:19|20)\d\d$/.test(digits) || digits.startsWith('0')) return digits;
    return Array.from(digits, (digit, i) => (i === 0 || digits.length === 2 ? digit : String(next(10)))).join('');
  });
}

/** Articles one after the other, each time with other digits, until there are so many units of text. */
export function textOf(articles: readonly string[], length: number): string {
  const parts: string[] = [];
  let size = 0;
  for (let i = 0; size < length; i++) {
    const part = varied(articles[i % articles.length] as string, i);
    parts.push(part);
    size += part.length + 2;
  }
  // Made flat: what is joined is read from many places otherwise.
  return Buffer.from(parts.join('\n\n').slice(0, length)).toString();
}

/** The text cut behind what looks like the end of a sentence. */
export const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]\s)|(?<=[。！？\n])/);

/** The text in pieces of whole sentences, none longer than `limit` bytes. */
export function piecesOf(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const sentence of sentencesOf(text)) {
    if (piece !== '' && Buffer.byteLength(piece + sentence) > limit) {
      pieces.push(piece.trim());
      piece = '';
    }
    piece += sentence;
  }
  return [...pieces, piece.trim()].filter((each) => each !== '' && Buffer.byteLength(each) <= limit);
}

export const megabytes = (text: string): number => Buffer.byteLength(text) / 1e6;
