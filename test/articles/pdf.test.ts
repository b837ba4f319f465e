/** PDF files: those of `test/cases/articles/*.pdf.case`, and hostile ones. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPdf } from '../../src/articles/pdf/open.ts';
import type { FormatReading } from '../../src/articles/reader.ts';
import { unpacking } from '../../src/generated/pdfjs.js';
import { characterMap } from '../../src/node/character-maps.ts';
import { type PdfOptions, type Put, pdfFile } from './pdf-file.ts';

const folder = 'test/cases/articles';

interface PdfCase {
  readonly title: string;
  readonly pages: readonly (readonly Put[])[];
  readonly text: string;
  readonly places: readonly (readonly [piece: string, place: string])[];
}

function parse(name: string): PdfCase {
  const [head = '', text, places = '', ...more] = readFileSync(join(folder, name), 'utf8').split(
    /^--- (?:text|places)\n/m,
  );
  const [first = '', ...rest] = head.split('\n');
  if (!first.startsWith('# ') || text === undefined || more.length > 0)
    throw new Error(`${name}: a title, a text and places are expected`);
  const putOf = (line: string): Put => {
    const [, x, y, size, shown] = /^(\d+) (\d+) (\d+) (.+)$/.exec(line) ?? [];
    if (shown === undefined) throw new Error(`${name}: "${line}" is no text at a place`);
    return { x: Number(x), y: Number(y), size: Number(size), text: shown };
  };
  const linesOf = (part: string) => part.split('\n').filter((line) => line !== '');
  return {
    title: first.slice(2),
    pages: rest
      .join('\n')
      .split(/^---- page\n/m)
      .map((page) => linesOf(page).map(putOf)),
    text: text.trimEnd().replaceAll('~', '\u00ad'),
    places: linesOf(places).map((line) => {
      const [piece, place] = line.split(' <= ');
      if (piece === undefined || !/^\d+:\d+$/.test(place ?? '')) throw new Error(`${name}: "${line}" is no place`);
      return [piece, place ?? ''];
    }),
  };
}

const read = async (bytes: Uint8Array): Promise<FormatReading> =>
  openPdf(bytes, { name: 'a.pdf', characterMap: async () => undefined });

async function failure(bytes: Uint8Array): Promise<string> {
  const result = await read(bytes);
  return 'failure' in result ? result.failure : `read: ${result.text.slice(0, 200)}`;
}

const line = (text: string): Put => ({ x: 72, y: 700, size: 12, text });
const onePage = (text: string, options?: PdfOptions): Uint8Array => pdfFile([[line(text)]], options);

describe('PDF files', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf.case'));
  it('have cases', () => assert.ok(names.length >= 3));

  for (const name of names) {
    const { title, pages, text, places } = parse(name);
    it(`${name}: ${title}`, async () => {
      const result = await read(pdfFile(pages));
      assert.ok('text' in result, 'failure' in result ? result.failure : '');
      assert.equal(result.text, text);
      for (const [piece, place] of places) {
        assert.ok(result.view.kind === 'pages' && result.view.pageAt);
        const at = result.view.pageAt(result.text.indexOf(piece));
        assert.equal(`${at.page}:${at.line}`, place, piece);
      }
    });
  }

  for (const rotate of [90, 180, 270]) {
    it(`are read when their pages are turned by ${rotate} degrees`, async () => {
      const result = await read(pdfFile([[line('More than 2'), { ...line('400 firms.'), y: 686 }]], { rotate }));
      assert.ok('text' in result);
      assert.equal(result.text, 'More than 2 400 firms.');
    });
  }

  it('that forbid changes, and have no password, are read', async () => {
    const result = await read(onePage('There are 2 400 firms.', { password: '' }));
    assert.equal('text' in result && result.text, 'There are 2 400 firms.');
  });

  it('in Chinese are read by their character map', async () => {
    const bytes = onePage('53174eac67090032003400300030', { characterMap: 'UniGB-UCS2-H' });
    const result = await openPdf(bytes, { name: 'a.pdf', characterMap });
    assert.equal('text' in result && result.text, '北京有2400');
    assert.equal(await characterMap('../../package'), undefined);
  });

  it('leave the bytes as they are, whose hash is still to be taken', async () => {
    const bytes = onePage('There are 2 400 firms.');
    const before = bytes.slice();
    await read(bytes);
    assert.deepEqual(bytes, before);
  });

  const whole = onePage('There are 2 400 firms.');
  const refused: readonly [string, Uint8Array, RegExp][] = [
    [
      'locked',
      onePage('There are 2 400 firms.', { password: 'secret' }),
      /^is locked with a password; save a copy without/,
    ],
    ['empty', new Uint8Array(0), /^is empty; download it again/],
    ['cut off', whole.slice(0, whole.length - 60), /^breaks off before its end/],
    [
      'without text, as a scan is',
      pdfFile([[], []]),
      /^holds no text, only pictures of its pages; run a text recognition/,
    ],
    [
      'of rubbish',
      new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5000)}\nstartxref\n9\n%%EOF`),
      /^is damaged, or no PDF file/,
    ],
    [
      'of too many pages',
      pdfFile(Array.from({ length: 2001 }, () => [line('1')])),
      /^has 2001 pages, and no more than 2000/,
    ],
    [
      'that need a table of letters',
      onePage('b1b1', { characterMap: 'UniGB-UCS2-H' }),
      /table "UniGB-UCS2-H", which is not part/,
    ],
  ];
  for (const [name, bytes, message] of refused) {
    it(`${name} are refused with a sentence`, async () => assert.match(await failure(bytes), message));
  }

  describe('that unpack to more than is allowed', () => {
    const most = unpacking.most;
    // What a file of gigabytes comes to, in less time.
    before(() => {
      unpacking.most = 10_000_000;
    });
    after(() => {
      unpacking.most = most;
    });
    const bytes = new Uint8Array(12_000_000).fill(0x20);
    const bombs: readonly [string, PdfOptions][] = [
      ['once', { content: { bytes, packed: 1 } }],
      ['twice', { content: { bytes, packed: 2 } }],
      ['behind a lock', { content: { bytes, packed: 1 }, password: '' }],
    ];
    for (const [name, options] of bombs) {
      it(`${name} are refused`, async () =>
        assert.match(await failure(onePage('', options)), /^unpacks to more than 400 MB/));
    }

    it('from many small streams are refused', async () => {
      const content = { bytes: bytes.subarray(0, 600_000), packed: 1 };
      assert.match(
        await failure(
          pdfFile(
            Array.from({ length: 20 }, () => []),
            { content },
          ),
        ),
        /^unpacks to more than/,
      );
    });
  });
});
