import assert from 'node:assert/strict';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { bold, code, escaped, link, passage, table } from '../../src/service/markdown.ts';
import { Random } from '../text/random.ts';

/** As an editor renders it; HTML is let through, so that what was not escaped shows. */
const rendered = (markdown: string): string =>
  micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });

const tags = (html: string): string[] => [...html.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = '']) => name);

const hostile = [
  '<script>alert(1)</script>',
  '[click](command:workbench.action.terminal.new)',
  '![x](https://example.org/x.png)',
  '<img src=x onerror=alert(1)>',
  '$(trash) $(sync~spin)',
  'https://example.org/?a=b www.example.org a@example.org',
  '`'.repeat(100),
  '| a | b |\n| --- | --- |',
  '# Heading\n\n- item\n1. one\n> quote\n---\n===',
  '**bold** _em_ ~~gone~~ [^1] \\[x\\](y)',
  '&lt;b&gt; &#60;b&#62;',
  '1. first',
  '- item',
  '\u202Eesrever\u0000\u0007',
];

describe('Markdown of cards', () => {
  for (const text of hostile) {
    it(`keeps ${JSON.stringify(text.slice(0, 40))} text`, () => {
      assert.deepEqual(tags(rendered(escaped(text))), ['p']);
      assert.deepEqual([...new Set(tags(rendered(`x ${bold(text)} y`)))], ['p', 'strong']);
      assert.deepEqual(tags(rendered(code(text))), ['p', 'code']);
      assert.deepEqual(tags(rendered(`x ${link(text, 'https://example.org/x')}`)), ['p', 'a']);
      const cells = tags(rendered(table(['A'], [[escaped(text)]])));
      assert.deepEqual(cells, ['table', 'thead', 'tr', 'th', 'tbody', 'tr', 'td']);
      const quoted = rendered(passage(text, { start: 0, end: text.length }, []));
      assert.deepEqual(tags(quoted), ['blockquote', 'p']);
    });
  }

  it('keeps any run of signs text, and says the same words', () => {
    const random = new Random(20);
    const signs = '\\`*_{}[]()<>#+-.!|~$&@^:/= ab1\n';
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: 1 + random.below(14) }, () => random.one([...signs])).join('');
      const html = rendered(`x ${escaped(text)}`);
      assert.deepEqual(tags(html), ['p'], JSON.stringify(text));
    }
  });

  it('links to nothing but files and pages', () => {
    for (const target of ['command:x', 'javascript:alert(1)', 'vscode:extension/x', 'data:text/html,x'])
      assert.equal(link('words', target), 'words');
    assert.equal(link('a', 'file:///x/a b.txt#L3'), '[a](<file:///x/a%20b.txt#L3>)');
  });
});
