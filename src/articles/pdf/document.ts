import { getDocument, unpacking } from '../../generated/pdfjs.js';
import { type About, cleanValue, languageOf } from '../about.ts';
import type { ReaderFacts } from '../reader.ts';
import type { Glyphs } from './lines.ts';
import { withoutRadicals } from './radicals.ts';

export const maxPages = 2000;
/** Pieces of text on a page; a page of small print has a few thousand. */
const maxPieces = 200_000;

type CharacterMap = ReaderFacts['characterMap'];

export type PagesReading = { readonly pages: readonly (readonly Glyphs[])[] } | { readonly failure: string };

/** What pdf.js finds on each page, in the order in which the file draws it. */
export async function readPages(bytes: Uint8Array, characterMap: CharacterMap): Promise<PagesReading> {
  const missing = new Set<string>();
  const task = opened(bytes, mapsFrom(characterMap, missing));
  try {
    const document = await task.promise;
    if (document.numPages > maxPages)
      return {
        failure: `has ${document.numPages} pages, and no more than ${maxPages} are read; cut it to those you quote.`,
      };
    const pages: Glyphs[][] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const { transform } = page.getViewport({ scale: 1 });
      if (unpacking.bytes > unpacking.most) return { failure: tooMuch };
      if (items.length > maxPieces) return { failure: `has too much on page ${number}; ${asText}` };
      pages.push(items.flatMap((item) => ('str' in item ? glyphsOf(item, transform) : [])));
      page.cleanup();
    }
    const [map] = missing;
    if (map !== undefined)
      return {
        failure: `has letters that are read with the table "${map}", which is not part of this program; ${asText}`,
      };
    return { pages };
  } catch (error) {
    return { failure: reasonOf(error) };
  } finally {
    await task.destroy();
  }
}

/** What the document says of itself; of its dates none is that of its publication. */
export async function describePdf(bytes: Uint8Array): Promise<About> {
  const task = opened(
    bytes,
    mapsFrom(() => Promise.resolve(undefined), new Set()),
  );
  try {
    const { info } = await (await task.promise).getMetadata();
    const said = info as Readonly<Record<string, unknown>>;
    const title = cleanValue(said.Title);
    const language = languageOf(said.Language);
    return {
      ...(title !== undefined && !isFileName.test(title) && { title }),
      ...(language !== undefined && { language }),
    };
  } catch {
    return {}; // a file that cannot be read says nothing of itself; opening it tells why
  } finally {
    await task.destroy();
  }
}

/** Titles that a program wrote and nobody read. */
const isFileName = /^(?:Microsoft Word|untitled|PowerPoint)|\.(?:docx?|odt|rtf|indd|qxd|pptx?|pdf|html?)$/i;

type DataFactory = ReturnType<typeof mapsFrom>;

const opened = (bytes: Uint8Array, BinaryDataFactory: DataFactory): ReturnType<typeof getDocument> =>
  getDocument({
    // Its buffer is given away, and so has to be a copy.
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    BinaryDataFactory,
  });

const asText = 'save its text as a .txt file, and name that file.';
const tooMuch = `unpacks to more than ${unpacking.most / 1e6} MB, which no article does; ${asText}`;

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** A piece of text in the page as it is shown: y grows downward. */
function glyphsOf({ str, transform, width }: TextItem, view: readonly number[]): Glyphs[] {
  if (str.trim() === '') return [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [va = 1, vb = 0, vc = 0, vd = 1, ve = 0, vf = 0] = view;
  const right = [va * a + vc * b, vb * a + vd * b] as const;
  const length = Math.hypot(...right) || 1;
  const size = Math.hypot(va * c + vc * d, vb * c + vd * d);
  const [cos, sin] = [right[0] / length, right[1] / length];
  const isUpright = Math.abs(sin) < 0.05 && cos > 0;
  const x = va * e + vc * f + ve;
  const y = vb * e + vd * f + vf;
  // Turned text is laid out as if the page were turned for reading it.
  const place = isUpright ? { x, y } : { x: x * cos + y * sin, y: y * cos - x * sin };
  const angle = isUpright ? 0 : Math.round((Math.atan2(sin, cos) * 180) / Math.PI);
  return [{ text: withoutRadicals(str.replaceAll('\0', '\ufffd')), ...place, width: Math.abs(width), size, angle }];
}

function mapsFrom(characterMap: CharacterMap, missing: Set<string>) {
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      const name = filename.replace(/\.bcmap$/, '');
      const bytes = kind === 'cMapUrl' ? await characterMap(name) : undefined;
      if (kind === 'cMapUrl' && !bytes) missing.add(name);
      if (!bytes) throw new Error(`${kind} ${filename} is not there`);
      return bytes;
    }
  };
}

/** pdf.js tells its errors by their names, as the classes may be loaded twice. */
function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'is locked with a password; save a copy without one, and name that file.';
  if (unpacking.bytes > unpacking.most) return tooMuch;
  return 'is damaged, or no PDF file; download it again, or save its text as a .txt file.';
}
