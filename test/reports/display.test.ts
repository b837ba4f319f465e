import assert from 'node:assert/strict';
import { cellsOf, columnsOf, visible } from '../../src/reports/display.ts';
import { columnsOfRow, paint, piece, type Screen, wrapped } from '../../src/reports/row.ts';

const plain: Screen = { width: 80, color: false, ascii: false };

describe('text of others on a terminal', () => {
  const escapes: readonly (readonly [text: string, shown: string])[] = [
    ['\u001b[2J', '\\x1b[2J'],
    ['a\u0000b', 'a\\x00b'],
    ['\u009b31m', '\\x9b31m'],
    ['tab\there', 'tab\\there'],
    ['two\nlines\r', 'two\\nlines\\r'],
    ['350\u202e000', '350\\u202e000'],
    ['\u2066x\u2069', '\\u2066x\\u2069'],
    ['3\u200b50', '3\\u200b50'],
    ['3\u00ad50', '3\\xad50'],
    ['\ufeffid', '\\ufeffid'],
    ['\ud800', '\\ud800'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\u2028', '\\u2028'],
    ['می\u200cشود', 'می\u200cشود'],
    ['350 Mds €', '350 Mds €'],
    ['\u{1f30a}', '\u{1f30a}'],
  ];
  for (const [text, shown] of escapes) {
    it(`shows ${JSON.stringify(text)} as ${JSON.stringify(shown)}`, () => assert.equal(visible(text), shown));
  }

  it('writes an escape once, however often a text is made visible', () => {
    for (const [text] of escapes) assert.equal(visible(visible(text)), visible(text));
  });

  const widths: readonly (readonly [text: string, columns: number])[] = [
    ['', 0],
    ['Milliarden', 10],
    ['亿', 2],
    ['3500亿元', 8],
    ['「東京」', 8],
    ['한국', 4],
    ['ﾊﾝｶｸ', 4],
    ['３５０', 6],
    ['e\u0301', 1],
    ['é', 1],
    ['🌊', 2],
    ['\u001b', 4],
  ];
  for (const [text, columns] of widths) {
    it(`counts ${columns} columns in ${JSON.stringify(text)}`, () => assert.equal(columnsOf(text), columns));
  }

  it('writes ASCII alone where nothing else can be shown', () => {
    assert.equal(visible('« à près de 350 Mds € » → 亿', true), '" a pres de 350 Mds \\u20ac " -> \\u4ebf');
    assert.equal(visible('½', true), '\\xbd');
  });

  it('says of each cell where it stands in UTF-16 units', () => {
    assert.deepEqual(
      cellsOf('a🌊b').map((cell) => cell.offset),
      [0, 1, 3],
    );
  });
});

describe('rows', () => {
  const text = 'Die Behörde meldete 3500亿元，又说了很多其他的话，and a word-that-is-much-longer-than-the-row-is-wide.';

  it('are never wider than they may be, and lose nothing but blanks', () => {
    for (let columns = 8; columns < 60; columns += 1) {
      const rows = wrapped([piece(text, 'strong')], columns, plain);
      for (const row of rows) assert.ok(columnsOfRow(row, plain) <= columns + 1, `${columns}: ${paint(row, plain)}`);
      for (const row of rows) assert.ok(paint(row, plain).length === 0 || columnsOf(paint(row, plain)) <= columns);
      const joined = rows.map((row) => row.map((one) => one.text).join('')).join('');
      assert.equal(joined, text);
    }
  });

  it('do not begin with a closing sign', () => {
    for (let columns = 10; columns < 40; columns += 1) {
      for (const row of wrapped(
        [piece('据统计，去年全国共有一千二百家，占三分之一。'.repeat(3))],
        columns,
        plain,
      ).slice(1)) {
        assert.doesNotMatch(paint(row, plain), /^[，。]/);
      }
    }
  });

  it('carry colour only where it is wanted, and never that of their text', () => {
    const row = [piece('\u001b[31mred', 'error')];
    assert.equal(paint(row, plain), '\\x1b[31mred');
    assert.equal(paint(row, { ...plain, color: true }), '\u001b[31m\\x1b[31mred\u001b[0m');
  });
});
