/** Quotes and articles of sizes and signs that nobody writes by mistake alone. */
import assert from 'node:assert/strict';
import { check } from './harness.ts';

interface Told {
  readonly verdicts: readonly string[];
  readonly findings: readonly string[];
}

/** @param claims value, unit, quote in YAML; without a quote the number is looked for. */
function told(text: string, claims: readonly (readonly [value: string, unit: string, quote?: string])[]): Told {
  const figures = claims.map(
    ([value, unit, quote]) =>
      `  - label: Number of ${unit}\n    value: ${value}\n    unit: ${unit}\n${quote === undefined ? '' : `    quote: ${quote}\n`}`,
  );
  const articles = [{ id: 'article', language: 'en', text }];
  const { result } = check({ articles, record: `figures:\n${figures.join('')}` });
  return {
    verdicts: result.claims.map(({ verdict }) => verdict),
    findings: result.findings.map(({ claim, rule, message }) => `${claim ?? ''} ${rule} ${message}`),
  };
}

const words = Array.from({ length: 25_000 }, (_, index) => `word${index}`).join(' ');

describe('a quote', function () {
  this.timeout(60_000);

  it('of one character, of spaces, of nothing that is seen, or of an omission alone supports nothing', () => {
    const quotes = ['"5"', '" "', '"\\u200b\\u00ad"', '"[…]"', '"."'];
    const { verdicts, findings } = told(
      'The town has 15 schools and 25 mills.',
      quotes.map((quote) => ['15', 'schools', quote] as const),
    );
    assert.ok(!verdicts.includes('supported'), verdicts.join());
    assert.equal(new Set(findings.map((finding) => finding.split(' ')[0])).size, quotes.length, 'each is told');
  });

  it('of 200 KB is found word for word, and told from one that differs in a letter', () => {
    const { verdicts, findings } = told(`Here ${words} and 77 schools.`, [
      ['77', 'schools', `${words} and 77 schools`],
      ['77', 'schools', `${words.replace('word500 ', 'word5OO ')} and 77 schools`],
    ]);
    assert.deepEqual(verdicts, ['supported', 'not-found']);
    assert.match(findings.join('\n'), /quote\/inexact .*“word500”, the quote “word5OO”/);
  });

  it('with ten thousand occurrences is told to be too short where they read differently', () => {
    const text = 'It has 12 mills and 12 barns.\n\n'.repeat(10_000);
    const { verdicts, findings } = told(text, [
      ['12', 'mills', 'It has 12 mills'],
      ['12', 'barns', '"12"'],
    ]);
    assert.equal(verdicts[0], 'supported');
    assert.match(findings.join('\n'), /^figure-2 quote\/too-short The quote stands in 100 or more places /m);
    assert.ok(!findings.some((finding) => finding.startsWith('figure-1')));
  });
});

describe('an article', function () {
  this.timeout(120_000);

  it('of a hundred thousand numbers is searched for each that is claimed', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `There are ${index} mills in it.`);
    const text = lines.join('\n\n');
    const { verdicts } = told(text, [
      ['99999', 'mills', 'There are 99999 mills'],
      ['500', 'mills'],
      ['5000001', 'mills'],
    ]);
    assert.deepEqual(verdicts, ['supported', 'supported', 'not-found']);
  });

  it('is read in the digits of every script, and with signs in a number that nobody sees', () => {
    const { verdicts } = told(
      'The town has ١٥ schools. The shire has １６ mills. The hamlet has 1\u20607 barns. It counts 1\u00ad8 farms, 1\u200b9 inns.',
      [
        ['15', 'schools', 'The town has ١٥ schools'],
        ['16', 'mills', 'The shire has 16 mills'],
        ['17', 'barns', 'The hamlet has 17 barns'],
        ['18', 'farms', 'It counts 18 farms'],
        ['19', 'inns', '19 inns'],
        ['51', 'schools', 'The town has ١٥ schools'],
      ],
    );
    assert.deepEqual(verdicts, [...Array(5).fill('supported'), 'refuted']);
  });

  it('in which letters look like digits, or like letters of another alphabet, is quoted as it is or not at all', () => {
    const { verdicts, findings } = told('The hamlet has 2O pumps and l2 wells. In \u0420aris there are 33 gates.', [
      ['20', 'pumps', 'The hamlet has 20 pumps'],
      ['12', 'wells', '12 wells'],
      ['33', 'gates', 'In Paris there are 33 gates'],
    ]);
    assert.ok(!verdicts.includes('supported'), verdicts.join());
    assert.match(
      findings.join('\n'),
      /“\u0420aris”, the quote “Paris”, with letters of another alphabet that look alike/,
    );
  });
});
