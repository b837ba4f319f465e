/** What of capturing needs no network: addresses, what pages say of themselves, sources in records, quotes in new pages. */
import assert from 'node:assert/strict';
import { dayOf } from '../../src/articles/about.ts';
import { aboutPage } from '../../src/articles/html/about.ts';
import { isPublic } from '../../src/capture/addresses.ts';
import { type CapturedSource, sourceEntry } from '../../src/capture/entry.ts';
import { insertSource } from '../../src/capture/insert.ts';
import { quoteChanges } from '../../src/capture/moves.ts';
import { checkUrl, samePage } from '../../src/capture/urls.ts';
import { relativePath } from '../../src/records/layout.ts';
import { readRecord } from '../../src/records/read.ts';
import { slugOf } from '../../src/text/slug.ts';
import { openText } from '../checks/harness.ts';

describe('addresses', () => {
  const open = ['93.184.216.34', '8.8.8.8', '172.15.255.255', '172.32.0.0', '100.63.255.255', '100.128.0.0', '1.0.0.1'];
  const open6 = ['2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4001:81b::200e', '64:ff9b::8.8.8.8', '2400::'];
  for (const address of [...open, ...open6]) it(`${address} is public`, () => assert.equal(isPublic(address), true));

  const closed = [
    ...[
      '0.0.0.0',
      '0.1.2.3',
      '10.0.0.1',
      '100.64.0.1',
      '100.127.255.255',
      '127.0.0.1',
      '127.255.255.255',
      '169.254.169.254',
    ],
    ...[
      '172.16.0.1',
      '172.31.255.255',
      '192.0.0.1',
      '192.168.1.1',
      '198.18.0.1',
      '198.19.255.255',
      '224.0.0.1',
      '240.0.0.1',
    ],
    ...['255.255.255.255', '192.0.2.1', '198.51.100.1', '203.0.113.1'],
    ...[
      '::',
      '::1',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      '64:ff9b::127.0.0.1',
      '64:ff9b::a9fe:a9fe',
    ],
    ...[
      '64:ff9b:1::1',
      'fc00::1',
      'fd00:ec2::254',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'ff02::1',
      '2001:db8::1',
      '2002:7f00:1::',
    ],
    ...['2001:0:7f00:1::', '100::1', '3fff::1', '5f00::1'],
    ...[
      '',
      'localhost',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '1.2.3',
      '1.2.3.256',
      ':::',
      '1::2::3',
      '12345::',
      'g::',
    ],
  ];
  for (const address of closed) it(`${address || 'nothing'} is not`, () => assert.equal(isPublic(address), false));
});

describe('addresses of pages', () => {
  const fine = ['https://example.org/plan', 'http://example.org:8080/a?b=1', 'HTTPS://EXAMPLE.org', 'https://例え.jp/'];
  for (const url of fine) it(`${url} may be asked for`, () => assert.ok('url' in checkUrl(url)));
  const refused: readonly [string, RegExp][] = [
    ['file:///etc/passwd', /Only pages of the web/],
    ['ftp://example.org/', /Only pages of the web/],
    ['javascript:alert(1)', /Only pages of the web/],
    ['data:text/html,x', /Only pages of the web/],
    ['https://user:secret@example.org/', /user name or a password/],
    ['https://user@example.org/', /user name or a password/],
    ['example.org/plan', /is no address of a page/],
    ['https://', /is no address of a page/],
    ['', /is no address of a page/],
    [`https://example.org/${'a'.repeat(3000)}`, /too long/],
  ];
  for (const [url, message] of refused) {
    it(`${url.slice(0, 40) || 'nothing'} may not`, () => {
      const checked = checkUrl(url);
      assert.match('failure' in checked ? checked.failure : 'passed', message);
    });
  }

  it('are one page with and without the last slash and the place in it', () => {
    assert.ok(samePage('https://example.org/plan/#top', 'http://example.org/plan'));
    assert.ok(!samePage('https://example.org/plan', 'https://example.org/plan?page=2'));
  });

  it('of numbers in other forms are what they stand for', () => {
    const checked = checkUrl('http://0x7f.1/');
    assert.ok('url' in checked && checked.url.hostname === '127.0.0.1' && !isPublic(checked.url.hostname));
  });
});

describe('what a page says of itself', () => {
  const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const cases: readonly [string, string, object][] = [
    [
      'in JSON-LD, before everything else',
      `<html lang=fr><title>X</title><meta property=og:title content=Y>${ld({
        '@graph': [
          { '@type': 'WebPage', name: 'W' },
          {
            '@type': ['NewsArticle'],
            headline: 'Le plan',
            datePublished: '2025-03-04T23:30:00+01:00',
            publisher: { name: 'Journal' },
          },
        ],
      })}`,
      { title: 'Le plan', publisher: 'Journal', published: '2025-03-04', language: 'fr' },
    ],
    [
      'in OpenGraph',
      '<html lang="zh-Hans"><title>y</title><meta property="og:title" content="规划"><meta property="og:site_name" content="新华社"><meta property="article:published_time" content="2025-06-01">',
      { title: '规划', publisher: '新华社', published: '2025-06-01', language: 'zh-Hans' },
    ],
    [
      'in Dublin Core',
      '<meta name="DC.title" content="Der Plan"><meta name="DC.publisher" content="Amt"><meta name="DCTERMS.issued" content="2024-11"><meta http-equiv="content-language" content="de">',
      { title: 'Der Plan', publisher: 'Amt', published: '2024-11', language: 'de' },
    ],
    [
      'in its title alone, without the name of its site',
      '<title> The plan |  Monitor </title><meta property="og:site_name" content="Monitor">',
      { title: 'The plan', publisher: 'Monitor' },
    ],
    ['nowhere', '<p>text', {}],
    [
      'in data that is broken',
      `<title>T</title><script type="application/ld+json">{"@type": </script>`,
      { title: 'T' },
    ],
    [
      'with tricks',
      `<title>a\u202eb\u0007\n\n${'x'.repeat(1000)}</title><html lang="'; DROP"><meta name=date content="2026-02-30">${ld({ '@type': 'Article', headline: { a: 1 }, publisher: [[]], __proto__: null, datePublished: 5 })}`,
      { title: `ab ${'x'.repeat(297)}…` },
    ],
  ];
  for (const [name, page, expected] of cases) {
    it(name, () => assert.deepEqual(aboutPage(page), expected));
  }

  it('of a date counts the day that is written, whatever the zone', () => {
    const days: readonly [unknown, string | undefined][] = [
      ['2025-03-04T23:30:00+01:00', '2025-03-04'],
      ['2025/3/4', '2025-03-04'],
      ['2025', '2025'],
      ['2025-02-30', undefined],
      ['20250304', undefined],
      ['4 March 2025', undefined],
      [undefined, undefined],
    ];
    for (const [written, day] of days) assert.equal(dayOf(written), day, String(written));
  });
});

const source: CapturedSource = {
  id: 'journal',
  title: 'Plan: "A" # 1',
  path: 'articles/plan.html',
  url: 'https://example.org/plan',
  language: 'fr',
  retrieved: '2025-03-05',
  sha256: '46b4e83484f1d9683937a977d32564731bb2182e02b351cfc66683f1446dc611',
};

describe('a captured source', () => {
  it('is written so that YAML reads it back, whatever it holds', () => {
    const hostile = [
      'a: b',
      '- x',
      '#',
      '"',
      "'",
      'null',
      'yes',
      '12',
      '1e3',
      '@x',
      '%x',
      '*a',
      '&a',
      '!x',
      '{a}',
      '[a]',
      'a #b',
      '…',
      '> x',
      '| x',
      '`x`',
      '2025-01-01',
      '人工智能：规划',
      'a\\b',
      '~',
    ];
    for (const title of hostile) {
      const text = `id: a\nsources:\n${sourceEntry({ ...source, title }, 'records/a.policy.yaml')}`;
      const { record, problems } = readRecord('records/a.policy.yaml', text);
      assert.deepEqual(
        problems.filter(({ severity }) => severity !== 'info'),
        [],
        text,
      );
      assert.equal(record?.sources[0]?.title?.value, title);
      assert.equal(record?.sources[0]?.file?.value, '../articles/plan.html');
      assert.equal(record?.sources[0]?.retrieved?.value, '2025-03-05');
    }
  });

  it('has a path as seen from the record', () => {
    assert.equal(relativePath('', 'articles/x.html'), 'articles/x.html');
    assert.equal(relativePath('articles', 'articles/x.html'), 'x.html');
    assert.equal(relativePath('r/2024', 'articles/fr/x.html'), '../../articles/fr/x.html');
  });

  it('has a name of letters and digits alone', () => {
    assert.equal(slugOf('  Le plan vélo : « 2 400 km » / ../..\\x\0 '), 'le-plan-velo-2-400-km-x');
    assert.equal(slugOf('北京人工智能'), '北京人工智能');
    assert.equal(slugOf('a '.repeat(100)).length, 59);
    assert.equal(slugOf('...'), '');
  });

  const inserted: readonly [string, string, RegExp][] = [
    [
      'behind the last one',
      'id: a\nsources:\n  - id: x\n    file: x.txt\n# remark\nfigures:\n  - {label: A, value: 1}\n',
      /file: x\.txt\n {2}- id: journal\n {4}title: .*\n[\s\S]*sha256: 46b4[\da-f]+\n# remark\nfigures:/,
    ],
    [
      'at its indentation',
      'id: a\nsources:\n- id: x\n  file: x.txt\nfigures: []\n',
      /file: x\.txt\n- id: journal\n {2}title:/,
    ],
    [
      'before the claims',
      'id: a\nfigures:\n  - {label: A, value: 1}\n',
      /^id: a\nsources:\n {2}- id: journal\n[\s\S]*figures:/,
    ],
    ['at the end', 'id: a', /^id: a\nsources:\n {2}- id: journal\n/],
    ['with an id of its own', 'id: a\nsources:\n  - id: journal\n    file: x.txt\n', /- id: journal-2\n/],
    [
      'behind a block',
      'id: a\nsources:\n  - id: x\n    ignore:\n      - quote: >-\n          a b\n        reason: >-\n          c\n\nfigures: []\n',
      /c\n(?:\n)? {2}- id: journal\n/,
    ],
    [
      'with line ends as they are',
      'id: a\r\nsources:\r\n  - id: x\r\n    file: x.txt\r\n',
      /file: x\.txt\r\n {2}- id: journal\r\n(?:.*\r\n)*$/,
    ],
  ];
  for (const [name, text, expected] of inserted) {
    it(`is inserted ${name}`, () => {
      const result = insertSource('a.policy.yaml', text, source);
      assert.ok('text' in result, 'failure' in result ? result.failure : '');
      assert.match(result.text, expected);
      // Every byte that was there is there still, in its order.
      const entry = result.text.length - text.length;
      const at = [...text].findIndex((unit, index) => result.text[index] !== unit);
      const start = at < 0 ? text.length : at;
      assert.ok(
        Array.from({ length: start + 1 }, (_, back) => start - back).some(
          (cut) => result.text.slice(0, cut) + result.text.slice(cut + entry) === text,
        ),
      );
    });
  }

  for (const text of ['id: a\nsources: [{id: x, file: x.txt}]\n', 'id: [', 'id: a\nsources: []\n']) {
    it(`is not inserted into ${JSON.stringify(text)}`, () =>
      assert.ok('failure' in insertSource('a.policy.yaml', text, source)));
  }
});

describe('quotes in a page that was captured anew', () => {
  it('stand as before, moved, changed or vanished', () => {
    const old =
      'The city has 12 bridges. It counts 2 400 firms. There are 35 parks in all. Nobody lives in the 7 towers.';
    const now = 'The city has 12 bridges. There are 35 parks in all. It counts 2 500 firms.';
    const figure = (id: string, quote: string) => `  - {id: ${id}, label: L, value: 1, quote: "${quote}"}\n`;
    const text = `id: a\nsources:\n  - {id: s, file: s.txt}\nfigures:\n${figure('bridges', 'has 12 bridges')}${figure('firms', 'It counts 2 400 firms')}${figure('parks', 'There are 35 parks in all')}${figure('towers', 'Nobody lives in the 7 towers')}${figure('never', 'It was never there')}`;
    const { record } = readRecord('a.policy.yaml', text);
    assert.ok(record);
    const article = (words: string) => openText({ id: 's', language: 'en', text: words });
    const changes = quoteChanges(record, 's', article(old), article(now));
    assert.deepEqual(
      changes.map(({ claim, fate }) => [claim, fate]),
      [
        ['bridges', 'same'],
        ['firms', 'changed'],
        ['parks', 'moved'],
        ['towers', 'vanished'],
      ],
    );
    assert.equal(changes[1]?.now, 'It counts 2 500 firms');
  });
});
