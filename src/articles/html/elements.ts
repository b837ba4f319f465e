/**
 * What elements of HTML are for a reader of the page, by their names in lower case. Sources: HTML Living Standard,
 * §15.3 (what browsers display, and how) and §4 (what elements mean).
 */

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/**
 * What is not on the page: code, metadata, what stands in for something that browsers can show, controls, and the
 * pronunciation over Chinese characters. What is struck out (`s`, `del`) is marked as no longer true, and is not read.
 */
export const unread = setOf(
  'head script style template noscript noframes noembed iframe object embed applet audio video canvas picture map ' +
    'select datalist rp rt s strike del title desc metadata defs annotation annotation-xml',
);

/** What stands in a paragraph of its own. */
export const blocks = setOf(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre ' +
    'search section summary table ul xmp textarea option optgroup',
);

/** What keeps its white space. */
export const preformatted = setOf('pre listing xmp plaintext textarea');

const hidingStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0)(?![\w.])/i;
const blockStyle = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|flow-root|list-item|table)(?![\w-])/i;

/** The attributes of an element that say how it is displayed. */
export interface Display {
  readonly hidden?: string;
  readonly style?: string;
  readonly open?: string;
}

/** Whether an element of this name is not on the page, with all that is in it. Style sheets are not looked at. */
export const isHidden = (name: string, { hidden, style, open }: Display): boolean =>
  unread.has(name) ||
  hidden !== undefined ||
  (name === 'dialog' && open === undefined) ||
  (style !== undefined && hidingStyle.test(style));

export const isBlock = (name: string, { style }: Display): boolean =>
  blocks.has(name) || (style !== undefined && blockStyle.test(style));
