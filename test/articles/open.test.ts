import assert from 'node:assert/strict';
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
      return { quantities: [], periods: [] };
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

  it('says why it cannot', () => {
    const result = openArticle(bytes, { name: 'a.pdf' }, readers());
    assert.equal('failure' in result && result.failure.rule, 'source/unreadable');
  });
});
