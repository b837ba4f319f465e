export const marks = /\p{M}+/gu;
const gaps = /[\s\p{Pd}'’‘ʼ`´‐‑]+/gu;
const letters: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd', ς: 'σ' };

/**
 * A text for looking up names: without case and accents, compatibility forms (full-width, ligatures) as plain ones, and
 * every run of spaces, hyphens and apostrophes as one space.
 */
export const foldNames = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßœæøłđς]/g, (letter) => letters[letter] ?? letter)
    .replace(gaps, ' ');

/** Letters with points between them: *U.S.*, *E.P.A.* */
export const initials = /(?<![\p{L}\p{N}.])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu;

/** The same without their points. */
export const withoutPoints = (text: string): string => text.replace(initials, (found) => found.replaceAll('.', ''));

/** Scripts that are written without spaces between words, so that a name may stand between any characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a name may end, or begin, between two characters: not within a word. */
export const isBorder = (left: string | undefined, right: string | undefined): boolean =>
  left === undefined ||
  right === undefined ||
  !wordCharacter.test(left) ||
  !wordCharacter.test(right) ||
  unspaced.test(left) ||
  unspaced.test(right);
