/** PDF files as programs print them (Chromium, WeasyPrint, groff): their text and their numbers are those of the texts. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import { openerFor } from '../../src/node/open-article.ts';
import { findQuote } from '../../src/text/quote.ts';
import { sentences } from '../../src/text/sentences.ts';

const folder = 'test/articles/printed';
const files = readdirSync(folder).filter((name) => name.endsWith('.pdf'));

describe('a printed PDF file', () => {
  const open = openerFor({ units: {}, nouns: {} });
  async function article(name: string, language: string): Promise<Article> {
    const result = await open(readFileSync(join(folder, name)), { name, language });
    assert.ok('article' in result, 'failure' in result ? result.failure.message : '');
    return result.article;
  }
  const numbersOf = ({ reading }: Article): string[] =>
    reading()
      .quantities.map(({ kind, value, min, max, date, unit, noun, qualifier }) =>
        [kind, value, min, max, date, unit, noun, qualifier].join(' '),
      )
      .sort();

  it('is there in each language', () =>
    assert.deepEqual(files.map((name) => name.split('.')[1]).sort(), ['de', 'en', 'fr', 'zh']));

  for (const name of files) {
    const [, language = ''] = name.split('.');
    it(`${name} has the numbers of its text, and no others`, async () => {
      const printed = await article(name, language);
      const text = await article(`${language}.txt`, language);
      assert.ok(numbersOf(text).length >= 6);
      assert.deepEqual(numbersOf(printed), numbersOf(text));
    });

    it(`${name} has every sentence of its text as a quote`, async () => {
      const printed = await article(name, language);
      const text = readFileSync(join(folder, `${language}.txt`), 'utf8');
      const missing = [...sentences(text)]
        .map(({ start, end }) => text.slice(start, end).trim())
        .filter((sentence) => sentence !== '' && findQuote(printed.folded(), sentence).length === 0);
      assert.deepEqual(missing, [], printed.text);
    });
  }
});
