import assert from 'node:assert/strict';
import { maxArticleBytes } from '../../src/articles/decode.ts';
import { type ArticleReaders, openArticle } from '../../src/articles/open.ts';

const bytes = new TextEncoder().encode('La ville compte « 21 » laboratoires et des écoles dans la région.');

/** Readers that note down what they are asked for. */
function readers(): ArticleReaders & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    sha256: (given) => {
      calls.push(`sha256 of ${given.length} bytes`);
      return 'digest';
    },
    recognise: (text, language) => {
      calls.push(`recognise ${text.length} units of ${language}`);
      const nothing = { quantities: [], periods: [] };
      return () => nothing;
    },
    tables: [{ tag: 'fr', frequent: ['la', 'et', 'des', 'dans'] }],
  };
}

function opened(facts: { readonly name: string; readonly language?: string }, used = readers()) {
  const result = openArticle(bytes, facts, used);
  if (result instanceof Promise || 'failure' in result) throw new Error('plain text is opened at once');
  return result.article;
}

describe('opening an article', () => {
  it('does nothing before it is asked, and everything once', () => {
    const used = readers();
    const article = opened({ name: 'a.txt' }, used);
    assert.deepEqual(used.calls, []);
    assert.equal(article.sha256(), 'digest');
    assert.equal(article.reading(), article.reading());
    assert.equal(article.folded(), article.folded());
    assert.equal(article.sha256(), 'digest');
    assert.deepEqual(used.calls, [`sha256 of ${bytes.length} bytes`, `recognise ${article.text.length} units of fr`]);
    assert.match(article.folded().folded, /^La ville compte 21 laboratoires/);
  });

  const languages: readonly [string | undefined, string][] = [
    [undefined, 'fr'],
    ['fr', 'fr'],
    ['FR-ca', 'fr'],
    ['zh-Hans-CN', 'zh'],
    ['und', 'fr'],
    [' ', 'fr'],
  ];
  for (const [declared, language] of languages) {
    it(`takes the language ${declared ?? '(none)'} for ${language}`, () => {
      assert.equal(opened({ name: 'a.txt', ...(declared !== undefined && { language: declared }) }).language, language);
    });
  }

  const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
  const page = '<p>La ville compte 2<b> </b>400 écoles.</p>';
  const utf16 = Uint8Array.from(
    [...`\ufeff<html>${page}`].flatMap((letter) => [letter.charCodeAt(0) >> 8, letter.charCodeAt(0)]),
  );

  const pages: readonly [string, string, Uint8Array][] = [
    ['by its name', 'x.htm', utf8(page)],
    ['by its type', 'x.txt', utf8(`\n<!DOCTYPE html>\n${page}`)],
    ['without a type', 'x', utf8(`<html lang="fr">${page}`)],
    ['in UTF-16', 'x.txt', utf16],
  ];
  for (const [name, file, given] of pages) {
    it(`reads a page that is known ${name}`, async () => {
      const result = await openArticle(given, { name: file }, readers());
      assert.ok('article' in result);
      assert.equal(result.article.text, 'La ville compte 2 400 écoles.');
      assert.equal(result.article.view.kind, 'markup');
    });
  }

  it('leaves Markdown as it is that begins with a tag', () => {
    assert.equal(opened({ name: 'x.md' }).view.kind, 'text');
    const result = openArticle(utf8('<html> begins a page.'), { name: 'x.md' }, readers());
    assert.ok('article' in result && result.article.text === '<html> begins a page.');
  });

  const refused: readonly [string, Uint8Array, string, RegExp][] = [
    ['an RTF document', utf8('{\\rtf1\\ansi}'), 'a.rtf', /is an RTF document; save its text as a \.txt file/],
    ['an old Word document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'a.doc', /an old or a locked Word/],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d), 'a.png', /a picture/],
    ['a page without text', utf8('<!doctype html><div id=root></div>'), 'a.html', /without its scripts/],
    [
      'a page of 100,000 nested elements',
      utf8('<div>'.repeat(100_000)),
      'a.html',
      /nests its elements more than 1000 deep/,
    ],
    ['an empty page', utf8(''), 'a.html', /shows no text/],
    [
      'a file that is too large',
      new Uint8Array(maxArticleBytes + 100_000),
      'a.txt',
      /has 20\.1 MB, and no more than 20 MB are read/,
    ],
  ];
  for (const [name, given, file, message] of refused) {
    it(`refuses ${name}`, async () => {
      const result = await openArticle(given, { name: file }, readers());
      assert.ok('failure' in result);
      assert.equal(result.failure.rule, 'source/unreadable');
      assert.match(result.failure.message, message);
      assert.match(result.failure.message, /\.$/);
    });
  }
});
