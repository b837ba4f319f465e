/** The pages of `test/cases/articles`; its README tells how they are written. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleView } from '../../src/articles/article.ts';
import { openHtml } from '../../src/articles/html/open.ts';

const folder = 'test/cases/articles';
const marker = '--- places\n';

interface Expected {
  readonly text: string;
  readonly places: readonly (readonly [piece: string, source: string])[];
}

function expectedIn(name: string): Expected {
  const content = readFileSync(join(folder, name), 'utf8');
  const at = content.indexOf(marker);
  const text = (at < 0 ? content : content.slice(0, at)).replace(/\n$/, '');
  const lines =
    at < 0
      ? []
      : content
          .slice(at + marker.length)
          .trimEnd()
          .split('\n');
  const places = lines.map((line): readonly [string, string] => {
    const [piece, source, ...more] = line.split(' <= ').map((part) => part.replaceAll('\\n', '\n'));
    if (piece === undefined || source === undefined || more.length > 0)
      throw new Error(`${name}: "${line}" is no place`);
    return [piece, source];
  });
  return { text, places };
}

const read = (name: string): { readonly text: string; readonly view?: ArticleView } => {
  const result = openHtml(readFileSync(join(folder, name)), { name });
  if (result instanceof Promise) throw new Error('a page is read at once');
  return 'failure' in result ? { text: `! ${result.failure}` } : result;
};

describe('pages', () => {
  const files = readdirSync(folder).filter((name) => name !== 'README.md' && !name.endsWith('.case'));
  const pages = files.filter((name) => name.endsWith('.html'));

  it('are there, each with its text', () => {
    assert.ok(pages.length >= 7);
    assert.deepEqual(files.toSorted(), pages.flatMap((name) => [name, name.replace(/html$/, 'txt')]).toSorted());
  });

  for (const name of pages) {
    const expected = expectedIn(name.replace(/html$/, 'txt'));
    it(`${name} is read as it is seen`, () => assert.equal(read(name).text, expected.text));

    for (const [piece, source] of expected.places) {
      it(`${name}: “${piece}” leads back to the page`, () => {
        const { text, view } = read(name);
        const start = text.indexOf(piece);
        assert.ok(start >= 0 && view?.kind === 'markup');
        const page = readFileSync(join(folder, name), 'utf8');
        const place = view.toFile({ start, end: start + piece.length });
        assert.equal(page.slice(place.start, place.end), source);
      });
    }
  }
});
