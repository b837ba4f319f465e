/** Marks of words left out: `[…]`, `[...]`, `(…)`, also with spaces inside and in full width. */
const elision = /[[(［（【]\s{0,3}(?:…{1,2}|\.\s?\.\s?\.)\s{0,3}[\])］）】]/g;

/** The pieces of a quote between its marks of elision; those without a letter or a number are left out. */
export function piecesOf(quote: string): string[] {
  return quote.split(elision).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}
