import { parse } from 'parse5';
import { openHtml } from '../../src/articles/html/open.ts';
import { readPages } from '../../src/articles/pdf/document.ts';
import { openPdf } from '../../src/articles/pdf/open.ts';
import { type Put, pdfFile } from '../../test/articles/pdf-file.ts';
import { type Row, speed } from './table.ts';
import { articlesIn, languages, textOf } from './texts.ts';

const rounds = 4;
const noMap = (): Promise<undefined> => Promise.resolve(undefined);

/** Reading pages of HTML, with their way back, against parse5 that makes their tree and nothing else. */
export function readingHtml(): Promise<Row> {
  const page = htmlOf(languages.map((language) => textOf(articlesIn(language), 400_000)).join('\n'));
  const bytes = new TextEncoder().encode(page);
  return compared(
    'the text of an HTML page, with places, against parse5 alone',
    bytes,
    async () => void openHtml(bytes, { name: 'page.html' }),
    async () => void parse(new TextDecoder().decode(bytes)),
    3,
  );
}

/** Reading a PDF file, put together to paragraphs, against pdf.js that finds the pieces of its text and nothing else. */
export function readingPdf(): Promise<Row> {
  const bytes = pdfFile(pagesOf(textOf(articlesIn('fr'), 400_000)));
  return compared(
    'the text of a PDF file, in paragraphs, against pdf.js alone',
    bytes,
    async () => void (await openPdf(bytes, { name: 'page.pdf', characterMap: noMap })),
    async () => void (await readPages(bytes, noMap)),
    1.5,
  );
}

type Reading = () => Promise<void>;

async function compared(what: string, bytes: Uint8Array, ours: Reading, theirs: Reading, atMost: number): Promise<Row> {
  const [own = 0, peer = 0] = await least([ours, theirs]);
  const size = bytes.length / 1e6;
  return { what, measured: speed(size, own), peer: speed(size, peer), ratio: own / peer, goal: { atMost } };
}

/** The least CPU time of each, in turns; the first round, in which code is compiled, does not count. */
async function least(runs: readonly Reading[]): Promise<number[]> {
  const times = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, run] of runs.entries()) {
      const before = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(before);
      if (round > 0) times[index] = Math.min(times[index] as number, (user + system) * 1000);
    }
  }
  return times;
}

/** A page as sites send it: every paragraph in two elements with attributes, every tenth word a link. */
function htmlOf(text: string): string {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  const marked = paragraphs.map((paragraph) => {
    const words = paragraph.replaceAll('&', '&amp;').replaceAll('<', '&lt;').split(' ');
    const linked = words.map((word, index) =>
      index % 10 === 9 ? `<a href="/topic/${index}" class="link">${word}</a>` : word,
    );
    return `<div class="article-body__block"><p class="text text--large">${linked.join(' ')}</p></div>`;
  });
  return `<!doctype html><html><body>${marked.join('\n')}</body></html>`;
}

/** Pages of forty lines of about eighty letters. */
function pagesOf(text: string): Put[][] {
  const letters = [...text.replace(/\s+/g, ' ')].filter((letter) => letter.charCodeAt(0) < 256).join('');
  const lines = letters.match(/.{1,80}(?: |$)/g) ?? [];
  const pages: Put[][] = [];
  for (const [index, line] of lines.entries()) {
    const at = index % 40;
    if (at === 0) pages.push([]);
    pages[pages.length - 1]?.push({ x: 72, y: 720 - at * 15, size: 11, text: line.trim() });
  }
  return pages;
}
