import type { PagePlace } from '../article.ts';
import { Flow } from '../flow.ts';
import type { FormatReading, ReaderFacts } from '../reader.ts';
import { furniture, inColumns } from './columns.ts';
import { describePdf, readPages } from './document.ts';
import { type Line, linesOf, textOf } from './lines.ts';
import { hyphenatedWords, type NumberedLine, writeParagraphs } from './paragraphs.ts';

export const aboutPdf = describePdf;

const noText =
  'holds no text, only pictures of its pages; run a text recognition (OCR) over it, or type what you quote into a .txt file.';

/** The text of a PDF file: lines put together to paragraphs, words and numbers across the ends of lines and pages. */
export async function openPdf(bytes: Uint8Array, { characterMap }: ReaderFacts): Promise<FormatReading> {
  if (bytes.length === 0) return { failure: 'is empty; download it again.' };
  if (!hasEnd(bytes)) return { failure: 'breaks off before its end; download it again.' };
  const read = await readPages(bytes, characterMap);
  if ('failure' in read) return read;
  const pages = read.pages.map((pieces) => inColumns(linesOf(pieces)));
  const lines = pages.flat();
  if (lines.length === 0) return { failure: noText };
  if (isGarbled(lines))
    return {
      failure:
        'is made with fonts that do not say which letters they draw; save its text as a .txt file from a PDF reader, or type what you quote.',
    };
  const places = pages.flatMap((page, index) => page.map((_, at): PagePlace => ({ page: index + 1, line: at + 1 })));
  const flow = flowOf(lines, furniture(pages));
  const { map } = flow;
  const pageAt = (offset: number): PagePlace =>
    places[map.toOriginal(offset, offset + 1).start] ?? { page: 1, line: 1 };
  return { text: flow.text(), view: { kind: 'pages', pageAt } };
}

/** The running text, and behind all of it the numbers and titles of the pages, which no sentence may be cut by. */
function flowOf(lines: readonly Line[], aside: ReadonlySet<Line>): Flow {
  const flow = new Flow();
  const numbered = lines.map((line, number): NumberedLine => ({ line, number }));
  const words = hyphenatedWords(lines);
  writeParagraphs(
    numbered.filter(({ line }) => !aside.has(line)),
    flow,
    words,
  );
  for (const one of numbered.filter(({ line }) => aside.has(line) && !isPageNumber.test(textOf(line))))
    writeParagraphs([one], flow, words);
  return flow;
}

/** The number of a page between dashes counts nothing; one without them is told from a quantity by the recogniser. */
const isPageNumber = /^[-–—]\s*\d{1,4}\s*[-–—]$/;

/** How far from its end a PDF file says where its parts are. */
const endBytes = 4096;

const hasEnd = (bytes: Uint8Array): boolean =>
  /%%EOF|startxref/.test(new TextDecoder('latin1').decode(bytes.subarray(-endBytes)));

/** Letters that a font gives no meaning: of a text that is read properly there are hardly any. */
function isGarbled(lines: readonly Line[]): boolean {
  let letters = 0;
  let unknown = 0;
  for (const { cells } of lines) {
    for (const cell of cells) {
      letters += cell.length;
      unknown += cell.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
    }
  }
  return unknown > letters * 0.1;
}
