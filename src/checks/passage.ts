import { sentenceAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

const longestPassage = 280;

/** A piece of an article, and whether its sentence goes on before or behind it. */
export interface CutPassage extends Span {
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** The sentence round a place, or of a long one the words round it: as much as people read to see what a number says. */
export function passageAround(text: string, place: Span): CutPassage {
  const sentence = sentenceAt(text, place.start);
  const end = Math.max(sentence.end, place.end);
  if (end - sentence.start <= longestPassage)
    return { start: Math.min(sentence.start, place.start), end, cutBefore: false, cutAfter: false };
  const room = Math.max(0, (longestPassage - (place.end - place.start)) >> 1);
  const from = wordBorder(text, Math.max(sentence.start, place.start - room), place.start);
  const to = place.end + lastBorder(text.slice(place.end, Math.min(end, place.end + room)));
  return { start: from, end: to, cutBefore: from > sentence.start, cutAfter: to < end };
}

const wordBorder = (text: string, from: number, to: number): number => {
  const gap = text.slice(from, to).search(/\s/);
  return gap < 0 || from === 0 ? from : from + gap + 1;
};

const lastBorder = (text: string): number => {
  const gap = text.search(/\s\S*$/);
  return gap <= 0 ? text.length : gap;
};
