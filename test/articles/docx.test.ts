/** Word documents: those of `test/cases/articles/*.docx.case`, and hostile ones. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocx } from '../../src/articles/docx/open.ts';
import { docxFile, zipFile } from './docx-file.ts';

const folder = 'test/cases/articles';

async function read(bytes: Uint8Array): Promise<string> {
  const result = await openDocx(bytes);
  return 'failure' in result ? `! ${result.failure}` : result.text;
}

describe('Word documents', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.docx.case'));
  it('have cases', () => assert.ok(names.length > 0));

  for (const name of names) {
    const [head = '', text, ...more] = readFileSync(join(folder, name), 'utf8').split('--- text\n');
    const [body = '', notes] = head.split('--- notes\n');
    const [title = '', ...xml] = body.split('\n');
    if (!title.startsWith('# ') || text === undefined || more.length > 0)
      throw new Error(`${name}: a title and a text are expected`);
    it(`${name}: ${title.slice(2)}`, async () =>
      assert.equal(await read(docxFile(xml.join('\n'), notes)), text.trimEnd()));
  }

  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const document = docxFile(paragraph('2 400 entreprises'));
  it('are read where they are not packed', async () => {
    const xml = '<d xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><p><r><t>12 ponts</t></r></p></d>';
    assert.equal(await read(zipFile({ 'word/document.xml': xml }, { method: 0 })), '12 ponts');
  });

  const part = (bytes: Uint8Array | string, options = {}) => zipFile({ 'word/document.xml': bytes }, options);
  const refused: readonly [string, Uint8Array, RegExp][] = [
    ['cut off', document.slice(0, document.length - 30), /^! breaks off before its end/],
    ['that are other zipped files', zipFile({ 'content.xml': '<a/>' }), /^! is a zipped file and no Word document/],
    ['that are locked', part('<a/>', { isLocked: true }), /^! is locked with a password/],
    ['packed in an unknown way', part('<a/>', { method: 99 }), /^! is damaged/],
    ['of broken XML', docxFile('<w:p><w:r>'), /^! is damaged/],
    ['with an entity of their own', part('<!DOCTYPE a [<!ENTITY x "1">]><a>&x;</a>'), /^! is damaged/],
    [
      'nested deeply',
      docxFile('<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000)),
      /^! nests its parts more than 2000 deep/,
    ],
    ['that unpack to hundreds of megabytes', part(new Uint8Array(110_000_000)), /^! unpacks to more than 100 MB/],
    ['without text', docxFile('<w:p/>'), /^! holds no text/],
    ['of rubbish', new Uint8Array(1000).fill(0x50), /^! breaks off before its end/],
  ];
  for (const [name, bytes, message] of refused) {
    it(`${name} are refused with a sentence`, async () => assert.match(await read(bytes), message));
  }

  it('that are damaged anywhere are read rightly or not at all', async () => {
    for (let at = 0; at < document.length; at += 3) {
      const bytes = document.slice();
      bytes[at] = (bytes[at] as number) ^ 0x01;
      assert.match(await read(bytes), /^2 400 entreprises$|^! /);
    }
  });
});
