/**
 * Addresses as editors write them. An editor may escape other characters than we would (`file:///c%3A/…`), so that
 * addresses are compared by what they mean, never as text.
 */
export interface Address {
  /** With its colon and, where there is one, the authority: `file://`, `vscode-vfs://github`. */
  readonly origin: string;
  /** Unescaped, with `/` at its beginning. */
  readonly path: string;
}

export function parseAddress(uri: string): Address | undefined {
  const match = /^([a-z][a-z\d+.-]*:(?:\/\/[^/?#]*)?)([^?#]*)/i.exec(uri);
  if (!match) return undefined;
  const [, origin = '', escaped = ''] = match;
  try {
    return { origin: origin.toLowerCase(), path: decodeURIComponent(escaped) };
  } catch (error) {
    if (error instanceof URIError) return undefined; // a percent sign that escapes nothing
    throw error;
  }
}

/** An address as editors take it; a colon after a drive's letter stays as it is, which they all understand. */
export const formatAddress = ({ origin, path }: Address): string =>
  `${origin}${path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^\/([a-z])%3A(?=\/|$)/i, '/$1:')}`;

/**
 * The address under which an editor shows the text of a file that is none itself (PDF, DOCX): the file's own address stands in
 * its query, and its path ends in `.txt`, so that it is coloured and named as a text.
 */
const textOrigin = 'policy-records-text:';

export const textAddress = (uri: string): string =>
  `${textOrigin}${formatAddress({ origin: '', path: `${parseAddress(uri)?.path ?? ''}.txt` })}?${encodeURIComponent(uri)}`;

/** The address of the file whose text stands under an address; any other address is its own. */
export function fileAddress(uri: string): string {
  if (!uri.startsWith(textOrigin)) return uri;
  try {
    return decodeURIComponent(uri.slice(uri.indexOf('?') + 1));
  } catch (error) {
    if (error instanceof URIError) return uri; // a percent sign that escapes nothing
    throw error;
  }
}

/** The path of an address below a folder; undefined where it lies elsewhere. Empty for the folder itself. */
export function pathBelow(folder: Address, address: Address): string | undefined {
  if (folder.origin !== address.origin) return undefined;
  const root = folder.path.replace(/\/+$/, '');
  if (address.path === root || address.path === `${root}/`) return '';
  return address.path.startsWith(`${root}/`) ? address.path.slice(root.length + 1) : undefined;
}

/** The path of a file on the disk of this machine, as its system writes it; undefined for any other address. */
export function diskPath({ origin, path }: Address): string | undefined {
  if (!origin.startsWith('file:')) return undefined;
  const authority = origin.slice('file://'.length);
  const isDrive = /^\/[a-z]:/i.test(path);
  if (authority !== '' && authority !== 'localhost') return `\\\\${authority}${path.split('/').join('\\')}`;
  return isDrive ? path.slice(1).split('/').join('\\') : path;
}
