import { CJK, COMPATIBLE, classAt, LETTER, MARK, PUNCTUATION } from './classes.ts';

/** Longest run of combining marks that is taken as one character (UAX #15, stream-safe text: 30). */
const longestCluster = 32;

/** Class of the unit at `at` of a folded character. */
export function classOfFolded(plain: string, at: number): number {
  const kind = classAt(plain, at);
  return kind >= COMPATIBLE ? LETTER : kind <= CJK ? kind : PUNCTUATION;
}

/** End of the character at `start` with the marks behind it. */
export function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end - start < longestCluster && classAt(text, end) === MARK) end += 1;
  const isJamo = (offset: number): boolean => (text.charCodeAt(offset) & 0xff00) === 0x1100;
  if (isJamo(start)) while (end - start < longestCluster && isJamo(end)) end += 1;
  return end;
}

/** NFKC; but NFC where NFKC would make a digit of what is none, or break the character up. */
export function normalised(cluster: string): string {
  const plain = cluster.normalize('NFKC');
  const makesDigit = /\p{Nd}/u.test(plain) && !/\p{Nd}/u.test(cluster);
  return makesDigit || / /.test(plain) ? cluster.normalize('NFC') : plain;
}
