const marks = /\p{M}+/gu;
const gaps = /[\s\p{Pd}'’‘ʼ`´‐‑]+/gu;
const letters: Readonly<Record<string, string>> = { ß: 'ss', œ: 'oe', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' };

/**
 * A text for looking up names: without case and accents, compatibility forms (full-width, ligatures) as plain ones, and
 * every run of spaces, hyphens and apostrophes as one space.
 */
export const foldNames = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[ßœæøłđ]/g, (letter) => letters[letter] ?? letter)
    .replace(gaps, ' ');

const initials = /(?<![\p{L}\p{N}.])\p{L}(?:\.\p{L})+\.?(?![\p{L}\p{N}])/gu;

/** The points of *U.S.* and *E.P.A.* taken out; a text longer or shorter than before. */
export const withoutPoints = (text: string): string => text.replace(initials, (found) => found.replaceAll('.', ''));

/** How many letters an abbreviation has at the most that words in running text look like: *IT*, *WHO*. */
const wordLike = 3;

/**
 * Whether a text holds an abbreviation in capitals (*WHO*, *UNESCO*): a short one in capitals too, where *who* is a word, and
 * a longer one with a capital at least (*Unesco*). Undefined where the name is none.
 */
export function holdsAbbreviation(text: string, name: string): boolean | undefined {
  const wanted = withoutPoints(name.trim());
  if (!/^\p{Lu}{2,}$/u.test(wanted)) return undefined;
  const kept = withoutPoints(text.normalize('NFKD').replace(marks, ''));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${wanted.normalize('NFKD').replace(marks, '')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
  for (const [found] of kept.matchAll(pattern))
    if (wanted.length > wordLike ? /^\p{Lu}/u.test(found) : found === found.toUpperCase()) return true;
  return false;
}

/** Scripts that are written without spaces between words, so that a name may stand between any characters. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Whether a folded text holds a folded name; a name in letters only as whole words, a Chinese one anywhere. */
export function holdsName(folded: string, name: string): boolean {
  const wanted = name.trim();
  if (wanted === '') return false;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (isBorder(folded[at - 1], wanted[0]) && isBorder(wanted.at(-1), folded[end])) return true;
  }
  return false;
}

const isBorder = (left: string | undefined, right: string | undefined): boolean =>
  left === undefined ||
  right === undefined ||
  !wordCharacter.test(left) ||
  !wordCharacter.test(right) ||
  unspaced.test(left) ||
  unspaced.test(right);
