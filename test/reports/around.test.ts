import assert from 'node:assert/strict';
import { wordsAround } from '../../src/reports/around.ts';
import { columnsOfRow } from '../../src/reports/row.ts';

const screen = { width: 80, color: false, ascii: false };

const around = (text: string, number: string, columns: number): string => {
  const start = text.indexOf(number);
  const row = wordsAround(text, { start, end: start + number.length }, columns, screen);
  assert.ok(columnsOfRow(row, screen) <= columns);
  return row.map((piece) => piece.text).join('');
};

describe('the words around a number', () => {
  it('are the whole line where it fits', () =>
    assert.equal(around('First.\n  It cost  310 million.\nLast.', '310', 40), 'It cost 310 million.'));

  it('are cut between words', () =>
    assert.equal(
      around('The city opens a line that cost 310 million euros, more than planned.', '310', 40),
      '…a line that cost 310 million euros,…',
    ));

  it('take two columns a letter in Chinese, and are cut anywhere', () =>
    assert.equal(
      around('人工智能核心产业产值接近三千五百亿元达到3500亿元同比增长百分之十二', '3500', 24),
      '…亿元达到3500亿元同比…',
    ));

  it('never cut a letter in two', () =>
    assert.match(around(`${'🚲'.repeat(30)}12${'🚲'.repeat(30)}`, '12', 21), /^…?🚲+12🚲*…?$/u));

  it('are none where there is no room', () => assert.equal(around('It cost 310 million.', '310', 19), ''));
});
