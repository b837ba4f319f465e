import { visible } from './display.ts';

/**
 * A text of others as it may stand in a cell of a Markdown table: whatever Markdown, HTML or GitHub could take for a sign
 * of theirs is escaped, so that no link, picture, element, mention, formula or further cell comes of it. Signs that mean
 * something at the start of a line only are left as they are.
 */
export const markdownText = (text: string): string =>
  visible(text)
    .replace(/[\\`*_[\]~$#]|:(?=\/|\w+:)|(?<=\bwww)\./giu, '\\$&')
    .replace(/[<>&|@]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A text as code: between more backticks than any run of them in it, a bar escaped as tables want it. */
export function markdownCode(text: string): string {
  const shown = visible(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = shown.startsWith('`') || shown.endsWith('`') || shown.trim() === '' ? ' ' : '';
  return `${fence}${blank}${shown}${blank}${fence}`;
}
