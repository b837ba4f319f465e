import { classAt, IGNORED, LETTER, MARK } from './classes.ts';

/** Whether the unit at `offset` is a decimal digit, ASCII or full-width. */
export function isDigitAt(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset); // NaN outside of the text, which no comparison holds for
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

/** Whether the unit is a space or an apostrophe such as group digits: `2 400`, `2'400`. */
export function groupsDigits(code: number): boolean {
  if (code === 0x20 || code === 0x27 || code === 0xa0 || code === 0x2019 || code === 0x202f) return true;
  return (code >= 0x2000 && code <= 0x200a) || code === 0x205f || code === 0x3000 || (code >= 0x09 && code <= 0x0d);
}

/**
 * Whether [start, end) stands inside one number: one to three digits that belong to no word before it, exactly three
 * behind it, and only such spaces in it as group digits. `2 400` is one number, `2024 350` and `Q3 200` are two.
 */
export function isGroupBreak(text: string, start: number, end: number): boolean {
  if (!isDigitAt(text, start - 1) || !isDigitAt(text, end + 2) || !isDigitAt(text, end + 1)) return false;
  if (!isDigitAt(text, end) || isDigitAt(text, end + 3)) return false;
  let first = start - 1;
  while (isDigitAt(text, first - 1) && start - first <= 3) first -= 1;
  const before = classAt(text, first - 1);
  if (start - first > 3 || before === LETTER || before === MARK) return false;
  for (let at = start; at < end; at += 1) {
    if (!groupsDigits(text.charCodeAt(at)) && classAt(text, at) !== IGNORED) return false;
  }
  return true;
}
