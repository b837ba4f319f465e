/** What must hold whatever a record, an article, or the program itself does. */
import assert from 'node:assert/strict';
import type { Article } from '../../src/articles/article.ts';
import { collect } from '../../src/checks/collect.ts';
import type { CheckInput } from '../../src/checks/context.ts';
import { maxFindings } from '../../src/checks/limit.ts';
import { checkRecord } from '../../src/checks/run.ts';
import { readRecord } from '../../src/records/read.ts';
import { check, openText } from './harness.ts';

const english = (text: string) => [{ id: 'article', language: 'en', text }];

describe('a fault of the program', () => {
  const record =
    'id: x\ntitle: X\njurisdiction: EU\nstatus: adopted\ndate: 2025\nsources:\n  - id: article\n    file: article.txt\nfigures:\n  - label: Schools\n    value: 10\n    quote: has 10 schools\n';

  function inputWith(article: Article): CheckInput {
    const reading = readRecord('x.policy.yaml', record);
    assert.ok(reading.record);
    return {
      record: reading.record,
      problems: reading.problems,
      articles: () => ({ article }),
      agency: () => undefined,
      agencyIds: () => [],
      variants: () => [],
      recordsWithId: () => [],
      units: {},
      severities: { 'check/failed': 'error' },
    };
  }

  it('while an article is read is an error, and leaves the claim unchecked', () => {
    const article = {
      ...openText({ id: 'article', language: 'en', text: 'The town has 10 schools.' }),
      reading: () => {
        throw new Error('zounds');
      },
    };
    const { claims, findings } = checkRecord(inputWith(article));
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      ['unchecked'],
    );
    assert.deepEqual(
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
      ['check/failed error'],
    );
    assert.ok(!findings[0]?.message.includes('zounds'), 'no words of the error itself');
  });

  it('in a rule is an error that names the rule, and leaves the claim unchecked', () => {
    const rule = { id: 'figure/value', severity: 'error', verdict: 'refuted', title: '' } as const;
    const found = collect(rule, { claim: 'x' }, { start: 1, end: 2 }, () => {
      throw new TypeError('undefined is not a function');
    });
    assert.deepEqual(
      found.map(({ effect }) => effect),
      ['unchecked'],
    );
    assert.equal(found[0]?.finding.rule, 'figure/value');
    assert.equal(found[0]?.finding.severity, 'error');
    assert.doesNotMatch(found[0]?.finding.message ?? '', /undefined is not/);
  });
});

describe('bounds', () => {
  it('more findings than a person would read are cut, with one finding that says so', () => {
    const figures = Array.from(
      { length: maxFindings + 20 },
      () => '  - label: Schools\n    value: 11\n    quote: has 10 schools\n',
    );
    const { result } = check({
      articles: english('The town has 10 schools.'),
      record: `figures:\n${figures.join('')}`,
    });
    assert.equal(result.findings.length, maxFindings + 1);
    assert.deepEqual(result.findings.filter(({ rule }) => rule === 'check/limit').length, 1);
    assert.ok(result.claims.every(({ verdict }) => verdict === 'refuted'));
  });

  it('what could not be read is told, however many findings stand before it', () => {
    const wrong = '  - label: Schools\n    value: 11\n    quote: has 10 schools\n';
    const { result } = check({
      articles: english('The town has 10 schools.'),
      record: `figures:\n${wrong.repeat(maxFindings + 20)}  - label: Schools\n    value: ten\n`,
    });
    assert.equal(result.findings.length, maxFindings + 1);
    assert.equal(result.findings.filter(({ rule }) => rule === 'record/schema').length, 1);
  });

  it('a long chain of computed figures, from the wrong end', () => {
    const length = 4000;
    const figures = Array.from({ length }, (_, index) => {
      const id = `f${length - index}`;
      const body = index === length - 1 ? 'quote: has 10 schools' : `derived: {sum: [f${length - index - 1}]}`;
      return `  - id: ${id}\n    label: Schools\n    value: 10\n    ${body}\n`;
    });
    const { result } = check({
      articles: english('The town has 10 schools.'),
      record: `figures:\n${figures.join('')}`,
    });
    assert.ok(result.claims.every(({ verdict }) => verdict === 'supported'));
  });

  it('thousands of figures without a quote beside thousands of numbers', function () {
    this.timeout(20_000);
    const count = 3000;
    const text = Array.from(
      { length: count },
      (_, index) => `District ${'abcdefghij'[index % 10]} has ${index * 7 + 30101} schools.`,
    );
    const figures = Array.from(
      { length: count },
      (_, index) => `  - label: Schools\n    value: ${index * 7 + 30101}\n    unit: schools\n`,
    );
    const started = performance.now();
    const { result } = check({ articles: english(text.join(' ')), record: `figures:\n${figures.join('')}` });
    assert.ok(result.claims.every(({ verdict }) => verdict === 'supported'));
    assert.ok(performance.now() - started < 15_000, 'quadratic in the numbers of the article');
  });
});

describe('hostile records', () => {
  const article = english('The town has 10 schools and constructor 5 parks.');
  const records: Readonly<Record<string, string>> = {
    'names of the prototype as ids':
      'figures:\n  - id: constructor\n    label: a\n    value: 10\n    quote: has 10 schools\n  - label: b\n    value: 10\n    derived: {sum: [__proto__]}\n',
    'names of the prototype as sources, agencies and rules':
      'agencies: [__proto__, toString]\nfigures:\n  - label: a\n    value: 10\n    source: constructor\n    quote: has 10 schools\n    accept: [{rule: __proto__, reason: x}]\n',
    'a quote of one sign': 'figures:\n  - label: a\n    value: 10\n    quote: "1"\n',
    'a quote of spaces': 'figures:\n  - label: a\n    value: 10\n    quote: "   "\n',
    'a long quote': `figures:\n  - label: a\n    value: 10\n    quote: ${'schools and parks '.repeat(5000)}\n`,
    'huge and tiny values':
      'figures:\n  - label: a\n    value: 1e300\n  - label: b\n    value: 1e-300\n  - label: c\n    value: -0\n  - label: d\n    value: 123456789012345678901234567890\n',
    'division by zero':
      'figures:\n  - id: z\n    label: a\n    value: 0\n  - label: b\n    value: 1\n    derived: {ratio: [z, z]}\n',
  };
  for (const [name, record] of Object.entries(records)) {
    it(name, () => {
      const { result } = check({ articles: article, record });
      const text = JSON.stringify(result);
      assert.ok(text.length > 0);
      for (const { rule, message } of result.findings) {
        assert.notEqual(rule, 'check/failed', message);
        assert.doesNotMatch(message, /a fault of its own/);
      }
      for (const { id, verdict } of result.claims) {
        const speaks = result.findings.some(({ claim, severity }) => claim === id && severity !== 'info');
        assert.ok(verdict === 'supported' || speaks, `${id} is ${verdict}, and no finding says why`);
      }
    });
  }
});
