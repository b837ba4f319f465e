/**
 * HTML that is safe by the way it is made: the code of a page stands in templates of ours, and whatever is put into them
 * is escaped unless it came out of a template itself.
 */
export class Html {
  /** @param code Written as it is: only for code of our own, which holds no text of others. */
  constructor(readonly code: string) {}
}

/** What may stand in a template; nothing is written for what is absent. */
export type Insert = Html | string | number | undefined | readonly Insert[];

/** html`<p>${words}</p>`: texts are escaped, pieces of HTML are not, and of a list every item is written. */
export function html(parts: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  let code = parts[0] ?? '';
  for (const [index, insert] of inserts.entries()) code += codeOf(insert) + (parts[index + 1] ?? '');
  return new Html(code);
}

function codeOf(insert: Insert): string {
  if (insert === undefined) return '';
  if (insert instanceof Html) return insert.code;
  if (typeof insert === 'object') return insert.map(codeOf).join('');
  return typeof insert === 'number' ? String(insert) : escapeHtml(insert);
}

/**
 * What no page may hold, what turns the reading order, and what hides inside numbers and names. White space, soft hyphens
 * and the joiners of Persian and Hindi are part of how words are written.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is the purpose
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}\p{Cs}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in an element or in an attribute in quotation marks. */
export const escapeHtml = (text: string): string =>
  text
    .replace(unseen, (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`)
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A link to a web page; any other address, and one that is none, leaves the words alone. */
export const linkTo = (url: string | undefined, words: Insert): Html =>
  url !== undefined && /^https?:\/\/[^\s<>"'\\]+$/i.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>`
    : html`${words}`;

/** Items with something between them; absent ones leave no gap. */
export const joined = (items: readonly Insert[], between: string): Insert[] =>
  items.filter((item) => item !== undefined).flatMap((item, index) => (index === 0 ? [item] : [between, item]));
