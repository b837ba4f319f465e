import { OffsetMap } from '../text/offsets.ts';

/**
 * Characters that a reader does not see (soft hyphens, zero-width, bidi controls), and letters whose accents stand
 * apart. A number is what is seen, so these are taken out before reading, with a map back to the text as it is.
 */
const any = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\u0300-\u036f]/;
const each = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\P{M}\p{M}+/gu;

export interface CleanText {
  readonly text: string;
  /** Absent where nothing was changed. */
  readonly map?: OffsetMap;
}

export function clean(text: string): CleanText {
  if (!any.test(text)) return { text };
  const map = new OffsetMap();
  let out = '';
  let from = 0;
  for (const match of text.matchAll(each)) {
    const { index } = match;
    const end = index + match[0].length;
    out += text.slice(from, index);
    const composed = match[0].length === 1 ? '' : match[0].normalize('NFC');
    if (composed !== '') map.block(out.length, index, end);
    out += composed;
    map.linear(out.length, end);
    from = end;
  }
  return { text: out + text.slice(from), map };
}
