import type { About } from '../about.ts';
import type { FileFacts } from '../decode.ts';
import { decodeMarkup } from '../encoding.ts';
import { placeThrough } from '../flow.ts';
import type { FormatReading } from '../reader.ts';
import { aboutPage } from './about.ts';
import { readHtml } from './read.ts';

/** The visible text of an HTML page. */
export function openHtml(bytes: Uint8Array, facts: FileFacts): FormatReading {
  const decoded = decodeMarkup(bytes, facts.encoding);
  if ('failure' in decoded) return decoded;
  const read = readHtml(decoded.text);
  if ('failure' in read) return { failure: `${read.failure}; save its text as a .txt file, and name that file.` };
  const { text, map } = read;
  if (text === '')
    return {
      failure:
        'shows no text without its scripts; open it in a browser, and save the text that you see as a .txt file.',
    };
  return { text, view: { kind: 'markup', file: decoded.text, toFile: (place) => placeThrough(map, place) } };
}

/** What the page says of itself; nothing where its encoding is not known. */
export function aboutHtml(bytes: Uint8Array, { encoding }: FileFacts): About {
  const decoded = decodeMarkup(bytes, encoding);
  return 'failure' in decoded ? {} : aboutPage(decoded.text);
}
