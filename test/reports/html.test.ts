import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { escapeHtml, html, linkTo } from '../../src/reports/html/html.ts';
import { htmlReport } from '../../src/reports/html/page.ts';
import { hostileTexts } from './hostile.ts';
import { examplePages, hostilePage } from './pages.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

const facts = {
  name: 'Examples',
  version: '1.2.3',
  homepage: 'https://example.org',
  day: '2026-01-31',
  notChecked: [],
};

/** A page as browsers read it. */
class Page {
  readonly elements: readonly Element[];
  readonly errors: string[] = [];

  constructor(readonly code: string) {
    const document = parse(code, {
      onParseError: ({ code: error }) => this.errors.push(error),
      sourceCodeLocationInfo: true,
    });
    this.elements = [...elementsOf(document)];
  }

  all(...names: readonly string[]): Element[] {
    return this.elements.filter(({ tagName }) => names.includes(tagName));
  }

  ofClass(name: string): Element[] {
    return this.elements.filter((element) => attribute(element, 'class')?.split(' ').includes(name));
  }
}

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const has = (element: Element, name: string): boolean =>
  [...elementsOf(element)].some(({ tagName }) => tagName === name);

describe('the HTML report', () => {
  let page: Page;
  before(async () => {
    page = new Page(htmlReport(await examplePages(), facts));
  });

  it('is well formed', () => {
    assert.deepEqual(page.errors, []);
  });

  it('has every id once, and a target for every link within it', () => {
    const ids = page.elements.flatMap((element) => attribute(element, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length);
    const targets = page.elements.flatMap((element) => [
      ...(attribute(element, 'href')
        ?.match(/^#(.*)/)
        ?.slice(1) ?? []),
      ...(attribute(element, 'aria-labelledby')?.split(' ') ?? []),
    ]);
    assert.ok(targets.length > 20);
    assert.deepEqual(
      targets.filter((target) => !ids.includes(target)),
      [],
    );
  });

  it('has its headings in order, one title, and the landmarks that screen readers look for', () => {
    const levels = page.all('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tagName }) => Number(tagName[1]));
    assert.equal(levels.filter((level) => level === 1).length, 1);
    for (const [index, level] of levels.entries())
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `h${level} at ${index}`);
    for (const name of ['header', 'main', 'footer', 'title']) assert.equal(page.all(name).length, 1, name);
    assert.equal(attribute(page.all('html')[0] as Element, 'lang'), 'en');
  });

  it('has a scope on every heading of a table, and words for every drawing', () => {
    const headings = page.all('th');
    assert.ok(headings.length > 10);
    for (const heading of headings) assert.match(attribute(heading, 'scope') ?? '', /^(?:col|row)$/);
    const drawings = page.all('svg');
    assert.ok(drawings.length > 10);
    for (const drawing of drawings) {
      const isImage = attribute(drawing, 'role') === 'img' && (attribute(drawing, 'aria-label') ?? '').length > 10;
      assert.ok(isImage || attribute(drawing, 'aria-hidden') === 'true');
    }
  });

  it('says every verdict with a sign and a word', () => {
    const verdicts = page.ofClass('verdict');
    assert.ok(verdicts.length > 100);
    for (const verdict of verdicts)
      assert.match(textOf(verdict).trim(), /^(?:✓ supported|✗ refuted|\? not found|○ accepted|– unchecked)/);
  });

  it('loads nothing, holds no script, and forbids both', () => {
    refusesEverything(page);
    assert.doesNotMatch(page.code, /@import|url\(/);
    for (const link of page.all('a')) assert.match(attribute(link, 'href') ?? '', /^(?:#|https?:\/\/)/);
  });

  it('marks the number in a passage of its article, in the language of the article', () => {
    const marks = page.all('mark').map(textOf);
    assert.ok(marks.includes('350 Mrd. Yuan'));
    assert.ok(marks.includes('3500亿元'));
    const chinese = page.all('blockquote').find((quote) => textOf(quote).includes('3500亿元'));
    assert.equal(chinese && attribute(chinese, 'lang'), 'zh');
  });

  it('shows two sources of a claim side by side, with what each says', () => {
    const claim = page.elements.find((element) => attribute(element, 'id') === 'record-beijing-ai-2024:core-output');
    assert.ok(claim);
    assert.match(textOf(claim), /✓ supported by 2 sources/);
    assert.equal(textOf(claim).match(/says nearly 350 billion CNY/g)?.length, 2);
  });

  it('shows a target beside what came of it, in words, in a drawing and in a table', () => {
    const part = page.ofClass('indicator').find((element) => textOf(element).includes('ai-core-output'));
    assert.ok(part);
    assert.match(textOf(part), /Target for 2025: 300 billion CNY\. 2024: nearly 350 billion CNY, above the target\./);
    assert.match(
      textOf(part),
      /Target for 2027: more than 500 billion CNY\. 2024: nearly 350 billion CNY, below the target\./,
    );
    const drawn = [...elementsOf(part)].map((element) => attribute(element, 'class'));
    assert.deepEqual(
      ['actual', 'target', 'toward'].map((name) => drawn.filter((one) => one === name).length),
      [3, 2, 2],
    );
    assert.ok(has(part, 'table'));
  });

  it('has a tick for each number of an article, by its shape', () => {
    const strip = page.ofClass('strip').find((element) => /unclaimed/.test(attribute(element, 'aria-label') ?? ''));
    assert.ok(strip);
    const shapes = [...elementsOf(strip)].map((element) => attribute(element, 'class'));
    assert.deepEqual(shapes, ['strip', 'ground', 'claimed', 'ignored', 'unclaimed']);
  });
});

describe('hostile texts in the HTML report', () => {
  for (const text of hostileTexts) {
    it(`stay text: ${JSON.stringify(text).slice(0, 60)}`, () => {
      const page = new Page(htmlReport([hostilePage(text)], { ...facts, name: text, notChecked: [text] }));
      assert.deepEqual(page.errors, []);
      refusesEverything(page);
      for (const link of page.all('a')) assert.match(attribute(link, 'href') ?? '', /^(?:#|https?:\/\/)/);
      for (const { attrs, tagName } of page.elements)
        for (const { name } of attrs)
          assert.ok(!/^(?:on|style|src|srcset|action|ping)/.test(name), `${tagName} has ${name}`);
      const calm = new Page(htmlReport([hostilePage('calm')], { ...facts, name: 'calm', notChecked: ['calm'] }));
      // Whatever stands in the fields, the page has the elements that it has with plain words in them.
      assert.deepEqual(
        page.elements.map(({ tagName }) => tagName).filter((name) => name !== 'a'),
        calm.elements.map(({ tagName }) => tagName).filter((name) => name !== 'a'),
      );
    });
  }

  it('are escaped in templates, wherever they stand', () => {
    assert.equal(
      html`<p title="${'"><b>'}">${"<script>&'"}</p>`.code,
      '<p title="&quot;&gt;&lt;b&gt;">&lt;script&gt;&amp;&#39;</p>',
    );
    assert.equal(escapeHtml('1\u202e2\u0000\ud800'), '1&lt;U+202E&gt;2&lt;U+0000&gt;&lt;U+D800&gt;');
    assert.equal(escapeHtml('co\u00adop \u200c'), 'co\u00adop \u200c');
  });

  it('become no links but to the web', () => {
    for (const url of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://a b',
      '//example.org',
      'vscode://x',
      ' https://x',
    ])
      assert.equal(linkTo(url, 'words').code, 'words', url);
    assert.match(linkTo('https://example.org/a?b=1&c="', 'words').code, /^words$/);
    assert.match(
      linkTo('https://example.org/a?b=1&c', 'words').code,
      /^<a href="https:\/\/example\.org\/a\?b=1&amp;c" /,
    );
  });
});

/** No element loads or runs anything, and the policy of the page would not let it. */
function refusesEverything(page: Page): void {
  for (const name of [
    'script',
    'img',
    'iframe',
    'object',
    'embed',
    'link',
    'base',
    'form',
    'audio',
    'video',
    'use',
    'image',
    'foreignObject',
  ])
    assert.deepEqual(page.all(name), [], name);
  const [style = undefined, ...more] = page.all('style');
  assert.ok(style && more.length === 0);
  const hash = createHash('sha256').update(textOf(style)).digest('base64');
  const policy = page.all('meta').find((meta) => attribute(meta, 'http-equiv') === 'Content-Security-Policy');
  assert.equal(
    policy && attribute(policy, 'content'),
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
}
