import { Flow } from '../flow.ts';
import type { FormatReading } from '../reader.ts';
import { writePart } from './part.ts';
import { damaged, Unreadable, ZipFile } from './zip.ts';

/** Parts with text, in the order in which they are read: the document, its notes, what stands on every page. */
const parts = [
  /^word\/document\d*\.xml$/,
  /^word\/(?:footnotes|endnotes)\d*\.xml$/,
  /^word\/(?:header|footer)\d*\.xml$/,
];

const noWord = 'is a zipped file and no Word document; save its text as a .txt file, and name that file.';

/** The text of a Word document. */
export async function openDocx(bytes: Uint8Array): Promise<FormatReading> {
  try {
    const zip = new ZipFile(bytes);
    const names = [...zip.names].sort();
    const wanted = parts.flatMap((pattern) => names.filter((name) => pattern.test(name)));
    if (!wanted.some((name) => name.startsWith('word/document'))) return { failure: noWord };
    const flow = new Flow();
    for (const name of wanted) {
      writePart(xmlOf(await zip.part(name)), flow);
      flow.row();
    }
    const text = flow.text();
    if (text === '')
      return { failure: 'holds no text; if it holds pictures of text, type what you quote into a .txt file.' };
    return { text, view: { kind: 'pages' } };
  } catch (error) {
    if (error instanceof Unreadable) return { failure: error.message };
    throw error;
  }
}

/** XML is UTF-8, or UTF-16 with its mark (XML 1.0, §4.3.3); Word writes the first. */
function xmlOf(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(mark, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new Unreadable(damaged); // what the Encoding Standard throws for a wrong byte
    throw error;
  }
}
