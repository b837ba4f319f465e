/** The pure comparisons, row by row. */
import assert from 'node:assert/strict';
import { daysBetween, daysMeet, daysOf, weekdayOf } from '../../src/checks/calendar.ts';
import { compareDates } from '../../src/checks/compare-dates.ts';
import { compareQualifiers, type QualifierAgreement } from '../../src/checks/compare-qualifiers.ts';
import { NamedText } from '../../src/checks/named-text.ts';
import { slipBetween } from '../../src/checks/slip.ts';
import { verdictOn, worst } from '../../src/checks/verdict.ts';
import { readable, written } from '../../src/checks/wording.ts';
import { Exact } from '../../src/quantities/exact.ts';
import type { Qualifier } from '../../src/quantities/quantity.ts';

const exact = (text: string): Exact => {
  const value = Exact.parse(text);
  assert.ok(value, text);
  return value;
};

describe('qualifiers', () => {
  const all = ['exact', 'about', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most'] as const;
  // One row each, in the order above: = agree, x differ, ! opposite.
  const matrix = ['=xxxxxx', 'x==xxxx', 'x==!!=x', 'xx!==!!', 'xx!==!!', 'xx=!!==', 'xxx!!=='];
  const signs: Readonly<Record<QualifierAgreement, string>> = { agree: '=', differ: 'x', opposite: '!' };
  const of = (name: (typeof all)[number]): Qualifier | undefined => (name === 'exact' ? undefined : name);

  // The contract: nearly is the opposite direction of more-than and at-least, and agrees with less-than; nearly against
  // at-most is any other pair.
  for (const [index, left] of all.entries()) {
    it(left, () => {
      assert.equal(all.map((right) => signs[compareQualifiers(of(left), of(right))]).join(''), matrix[index]);
      assert.equal(all.map((right) => signs[compareQualifiers(of(right), of(left))]).join(''), matrix[index]);
    });
  }
});

describe('spans of time', () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ['2024', '2024-03', true],
    ['2024', '2023', false],
    ['2013/2021', '2021', true],
    ['2013/2021', '2022', false],
    ['2024-Q1', '2024-03-31', true],
    ['2024-Q1', '2024-04', false],
    ['2024-H2', '2024-07-01', true],
    ['2024-02', '2024-02-29', true],
  ];
  for (const [a, b, meet] of rows) {
    it(`${a} and ${b}`, () => {
      const [left, right] = [daysOf(a), daysOf(b)];
      assert.ok(left && right);
      assert.equal(daysMeet(left, right), meet);
      assert.equal(daysBetween(left, right) === 0, meet);
    });
  }
  it('knows what is none', () => {
    for (const text of ['', '24', '2024-13', '2021/2013', 'spring', '2024-Q5'])
      assert.equal(daysOf(text), undefined, text);
  });
  it('knows weekdays', () => {
    assert.equal(weekdayOf(daysOf('2025-03-20')?.first ?? 0), 4);
    assert.equal(weekdayOf(daysOf('1969-12-29')?.first ?? 0), 1);
    assert.equal(weekdayOf(daysOf('2026-11-22')?.first ?? 0), 7);
  });
});

describe('dates', () => {
  const open = { sentence: [], published: undefined };
  const rows: readonly (readonly [string, string, string])[] = [
    ['2025-03-20', '2025-03-20', 'same'],
    ['2025-03-20', '--03-20', 'same'],
    ['2025-03', '2025-03-20', 'same'],
    ['2025', '2025-03', 'same'],
    ['2025-03-20', '2025-03', 'coarser'],
    ['2025-03-20', '2025', 'coarser'],
    ['2025', '--03-20', 'coarser'],
    ['2025-03-20', '2024-03-20', 'other'],
    ['2025-03-20', '--03-21', 'other'],
    ['2025-03', '--04', 'other'],
    ['2025-03-20', '2024', 'other'],
  ];
  for (const [claimed, printed, agreement] of rows) {
    it(`${claimed} beside ${printed}`, () => assert.equal(compareDates(claimed, printed, open), agreement));
  }
  it('takes the year from sentence and publication', () => {
    const year = (text: string) => daysOf(text) ?? assert.fail();
    const published = year('2025-03');
    assert.equal(compareDates('2024-03-20', '--03-20', { sentence: [], published }), 'excluded');
    assert.equal(compareDates('2024-11-20', '--11-20', { sentence: [], published }), 'same');
    assert.equal(compareDates('2024-03-20', '--03-20', { sentence: [year('2024')], published }), 'same');
    assert.equal(compareDates('2025-03-20', '--03-20', { sentence: [year('2024')], published }), 'excluded');
    // A year to come is a plan, and tells nothing of the date.
    assert.equal(compareDates('2025-03-20', '--03-20', { sentence: [year('2030')], published }), 'same');
  });
});

describe('slips', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['350e6', '350e9', 'scale -3'],
    ['24000', '2400', 'scale 1'],
    ['-7', '7', 'sign'],
    ['76456', '74656', 'swapped'],
    ['5996', '596', 'doubled'],
    ['5396', '596', 'added'],
    ['56', '596', 'omitted'],
    ['2789', '2389', 'changed'],
    ['12.4', '12.6', 'changed'],
    ['17', '93', 'none'],
    ['0', '5', 'none'],
  ];
  for (const [claimed, printed, expected] of rows) {
    it(`${claimed} for ${printed}`, () => {
      const slip = slipBetween({ value: exact(claimed), text: claimed }, { value: exact(printed), text: printed });
      assert.equal(slip === undefined ? 'none' : slip.kind === 'scale' ? `scale ${slip.power}` : slip.kind, expected);
    });
  }
  it('tells rounding', () => {
    const printed = { value: exact('352.4'), text: '352.4' };
    assert.deepEqual(slipBetween({ value: exact('352'), text: '352', precision: 0 }, printed), { kind: 'rounded' });
    const half = { value: exact('0.6'), text: '0.6' };
    assert.equal(slipBetween({ value: exact('1'), text: '1', precision: 0 }, half), undefined);
  });
  it('tells separators from scales', () => {
    const one = { value: exact('1.048'), text: '1.048' };
    assert.deepEqual(slipBetween(one, { value: exact('1048'), text: '1.048' }), { kind: 'separators' });
    assert.deepEqual(slipBetween(one, { value: exact('1048'), text: '1 048' }), { kind: 'separators' });
    assert.deepEqual(slipBetween(one, { value: exact('1048'), text: '1,048 thousand' }), { kind: 'scale', power: -3 });
  });
});

describe('numbers in English', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    ['350e9', '350 billion', '350 billion'],
    ['2400', '2,400', '2400'],
    ['48.10', '48.1', '48.1'],
    ['1234567', '1,234,567', '1234567'],
    ['1.25e6', '1.25 million', '1.25 million'],
    ['7e12', '7 trillion', '7 trillion'],
    ['-1500', '-1,500', '-1500'],
    ['0', '0', '0'],
  ];
  for (const [text, english, record] of rows) {
    it(text, () => {
      assert.equal(readable(exact(text)), english);
      assert.equal(written(exact(text)), record);
    });
  }
  it('fractions', () => {
    assert.equal(readable(Exact.ratio(1, 3)), '1/3');
    assert.equal(readable(Exact.ratio(100, 3)), '33.33…');
    assert.equal(written(Exact.ratio(100, 3)), '33.33');
  });
});

describe('names of agencies', () => {
  const rows: readonly (readonly [text: string, name: string, ...found: readonly string[]])[] = [
    ['Selon l’ADEME, tout va bien', 'Ademe', 'ADEME'],
    ['le ministère de l’Économie', "Ministere de l'economie", 'ministère de l’Économie'],
    ['die Bundesnetzagentur', 'Netzagentur'],
    ['a BAAIX model', 'BAAI'],
    ['由BAAI发布', 'BAAI', 'BAAI'],
    ['国家科技部发布', '科技部', '科技部'],
    ['Straßenbau-Amt Köln', 'Strassenbau Amt Koln', 'Straßenbau-Amt Köln'],
    ['ＡＢＣ said', 'ABC', 'ＡＢＣ'],
    ['Cafe\u0301 -  Rat, café rat', 'Café-Rat', 'Cafe\u0301 -  Rat', 'café rat'],
    ['anything', ' '],
    ['the U.S. Department and the US Department', 'US Department', 'U.S. Department', 'US Department'],
    ['the US Department', 'U.S. Department', 'US Department'],
    ['for us, the U.S. and the US', 'US', 'U.S.', 'US'],
    ['those who ask the WHO, 由WHO发布', 'WHO', 'WHO', 'WHO'],
    ['It is IT', 'IT', 'IT'],
    ['unesco and Unesco', 'UNESCO', 'Unesco'],
    ['𝐀BC 😀 ABC', 'ABC', '𝐀BC', 'ABC'],
  ];
  for (const [text, name, ...found] of rows) {
    it(`${name} in ${text}`, () => {
      const named = new NamedText(text);
      assert.deepEqual(
        [...named.places(name)].map(({ start, end }) => text.slice(start, end)),
        found,
      );
      assert.equal(named.names(name), found.length > 0);
    });
  }
});

describe('verdicts', () => {
  it('the worst counts', () => {
    assert.equal(worst(['supported', 'unchecked', 'refuted', 'not-found']), 'refuted');
    assert.equal(worst(['supported', 'unchecked', 'not-found']), 'not-found');
    assert.equal(worst(['supported', 'unchecked']), 'unchecked');
    assert.equal(worst(['supported']), 'supported');
  });
  it('nothing is not supported', () => assert.equal(worst([]), 'unchecked'));
  it('silence of the rules does not support', () => {
    assert.equal(verdictOn([], false), 'unchecked');
    assert.equal(verdictOn([], true), 'supported');
    assert.equal(verdictOn(['refuted'], true), 'refuted');
  });
});
