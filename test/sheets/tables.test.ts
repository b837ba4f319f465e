import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { claimRows } from '../../src/insight/claim-row.ts';
import type { FigureClaim, PolicyRecord } from '../../src/records/model.ts';
import { readRecord } from '../../src/records/read.ts';
import { claimsCsv, claimsHead } from '../../src/reports/claims-table.ts';
import { csvTable } from '../../src/reports/csv.ts';
import { decimalSignOf, numberCell, periodCell } from '../../src/sheets/cells.ts';
import { columnsOf } from '../../src/sheets/columns.ts';
import { decodeTable } from '../../src/sheets/decode.ts';
import { draftText } from '../../src/sheets/draft-text.ts';
import { Drafts } from '../../src/sheets/drafts.ts';
import { readTable, type Table } from '../../src/sheets/table.ts';
import { hostileTexts } from '../reports/hostile.ts';

const table = 'Bezeichnung;Wert\nWälder;1\n';

/** 森林 and 数值 as an older Chinese Windows writes them. */
const chinese = Uint8Array.from([
  0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xca, 0xfd, 0xd6, 0xb5, 0x0a, 0xc9, 0xad, 0xc1, 0xd6, 0x2c, 0x31, 0x0a,
]);

const bytesOf = {
  'utf-8': Buffer.from(table),
  'utf-8 with its mark': Buffer.from(`\ufeff${table}`),
  'utf-16le': Buffer.from(`\ufeff${table}`, 'utf16le'),
  'utf-16be': Buffer.from(`\ufeff${table}`, 'utf16le').swap16(),
  'windows-1252': Buffer.from(table, 'latin1'),
};

describe('tables', () => {
  for (const [name, bytes] of Object.entries(bytesOf))
    it(`are read in ${name}`, () => assert.equal(decodeTable(bytes)?.text, table));

  it('are read in the encoding of a Chinese Windows, and as what the caller says', () => {
    assert.deepEqual(decodeTable(chinese), { text: '名称,数值\n森林,1\n', encoding: 'gb18030', guessed: true });
    assert.equal(decodeTable(chinese, 'gbk')?.text, '名称,数值\n森林,1\n');
    assert.equal(decodeTable(chinese, 'utf-8'), undefined);
    assert.equal(decodeTable(chinese, 'klingon'), undefined);
    assert.equal(decodeTable(Uint8Array.of(0x61, 0, 0x62)), undefined);
  });

  it('keep the signs of Windows', () =>
    assert.equal(decodeTable(Uint8Array.of(0x80, 0x20, 0x96, 0x20, 0xe9, 0x92))?.text, '€ – é’'));

  it('tell their separator, also by the line that Excel writes', () => {
    for (const separator of [',', ';', '\t', '|']) {
      const text = [
        ['label', 'value'],
        ['a b', '1'],
        ['"c\nd"', '2'],
      ]
        .map((row) => row.join(separator))
        .join('\n');
      for (const declared of ['', `sep=${separator}\r\n`]) {
        const read = tableIn(`${declared}${text}`);
        assert.deepEqual(read.header, ['label', 'value']);
        assert.deepEqual(
          read.rows.map(({ cells }) => cells),
          [
            ['a b', '1'],
            ['c\nd', '2'],
          ],
        );
        assert.equal(read.rows[0]?.number, declared === '' ? 2 : 3);
      }
    }
    assert.equal(readTable(' \n\n'), undefined);
  });

  it('begin below the title of the sheet', () => {
    const read = tableIn('My figures;;\n;;\nlabel;value;\na;1;\n', (cells) => cells.includes('value'));
    assert.deepEqual(read.header, ['label', 'value', '']);
    assert.deepEqual(read.above, [{ number: 1, cells: ['My figures', '', ''] }]);
    assert.deepEqual(read.rows, [{ number: 4, cells: ['a', '1', ''] }]);
    assert.deepEqual(tableIn('a;b\n1;2\n', () => false).header, ['a', 'b']);
  });

  it('are parted where only two columns, few rows, empty lines or a title say how', () => {
    assert.deepEqual(tableIn('label;value\nAnteil;12,5\n').header, ['label', 'value']);
    assert.deepEqual(tableIn('label;value\n\nKosten, netto;12,5\n\n').rows[0]?.cells, ['Kosten, netto', '12,5']);
    assert.deepEqual(tableIn('label,value\n"a;b",1\n').header, ['label', 'value']);
    assert.deepEqual(tableIn('Figures, 2024\nlabel;value\na;1\nb;2\n').separator, ';');
    assert.deepEqual(tableIn('label\na\n').header, ['label']);
  });

  it('are not read where a quotation mark leaves open which cell is which', () => {
    assert.deepEqual(readTable('label,value\na,1\n"never closed,2\nb,3\n'), { brokenRow: 3 });
    assert.deepEqual(readTable('sep=,\nlabel,value\n"a "b" c",1\n'), { brokenRow: 3 });
    assert.equal(tableIn('label,value\na "b",1\n').rows[0]?.cells[0], 'a "b"');
  });

  for (const [cell, value, unit, qualifier] of [
    ['1 250 000,00 €', '1250000.00', 'EUR'],
    ['€3,5', '3.5', 'EUR'],
    ['1,2 Md€', '1.2 billion', 'EUR'],
    ['CHF 40', '40', 'CHF'],
    ['40 USD', '40', 'USD'],
    ['12,5%', '12.5', '%'],
    ['-3,5 %', '-3.5', '%'],
    ['(1.234)', '-1234'],
    ['5–10', '[5, 10]'],
    ['3-5', '[3, 5]'],
    ['5 à 10 %', '[5, 10]', '%'],
    ['ca. 12 Mio.', '12 million', undefined, 'about'],
    ['2400多', '2400', undefined, 'more-than'],
    ['300余', '300', undefined, 'more-than'],
    ['50以上', '50', undefined, 'at-least'],
    ['约12%', '12', '%', 'about'],
    ['近3500', '3500', undefined, 'nearly'],
    ['1,5万亿', '1.5 trillion'],
    ['１２３', '123'],
  ] as const)
    it(`have a number in the cell ${cell}`, () => {
      const wanted = { value, ...(unit && { unit }), ...(qualifier && { qualifier }) };
      assert.deepEqual(numberCell(cell, 'comma'), wanted);
    });

  for (const cell of [
    'k. A.',
    '-',
    '#REF!',
    '#DIV/0!',
    '=SUM(A1:A3)',
    '10-5',
    '(x)',
    '()',
    '€',
    '40 XYZ',
    '1-2-3',
    '12 € 50 %',
  ])
    it(`have none in the cell ${cell}`, () => assert.ok('problem' in numberCell(cell, 'comma')));

  it('have a year that was taken for a number', () => {
    const years = ['2024.0', '2024,00', '2,024', '2.024', '2 024', '2024'];
    assert.deepEqual(
      years.map((cell) => periodCell(cell)),
      years.map(() => ({ value: '2024' })),
    );
    for (const cell of ['45356', 'FY2024']) assert.ok('problem' in periodCell(cell), cell);
  });

  it('say by one number how the others are written', () => {
    assert.equal(decimalSignOf(['1.300', '12,5']), 'comma');
    assert.equal(decimalSignOf(['1,300', '12.5']), 'point');
    assert.equal(decimalSignOf(['1.300', '7']), 'unknown');
    assert.equal(decimalSignOf(['1.5', '1,5']), 'unknown', 'a table that writes both ways says nothing');
    const read = (cell: string, sign: 'comma' | 'point' | 'unknown') => {
      const reading = numberCell(cell, sign);
      return 'value' in reading ? reading.value : '';
    };
    assert.deepEqual(
      ['1.300', '1.300,5', '-2', '1 300', '12,5'].map((cell) => read(cell, 'comma')),
      ['1300', '1300.5', '-2', '1300', '12.5'],
    );
    assert.deepEqual(
      ['1,300', '1,300.5', '3.5E+11'].map((cell) => read(cell, 'point')),
      ['1300', '1300.5', '3.5E+11'],
    );
    assert.deepEqual(
      ['1.300', '1,300'].map((cell) => read(cell, 'unknown')),
      ['', ''],
    );
    for (const cell of ['12.5', '3.4.25', '1.30', '0.300', '1 300.000,5']) assert.equal(read(cell, 'comma'), '', cell);
    assert.deepEqual(numberCell('45 %', 'unknown'), { value: '45', unit: '%' });
    assert.deepEqual(numberCell('> 45', 'unknown'), { value: '45', qualifier: 'more-than' });
  });
});

function tableIn(text: string, isHeader?: (cells: readonly string[]) => boolean): Table {
  const read = readTable(text, isHeader);
  assert.ok(read && !('brokenRow' in read));
  return read;
}

function imported(text: string) {
  const read = tableIn(text);
  const columns = columnsOf(read.header, new Map());
  assert.ok('at' in columns);
  return new Drafts(read, columns, 'unknown', 'table');
}

const textOf = ({ value }: { value: string } = { value: '' }): string => value;

describe('an imported record', () => {
  it('holds every text as it stood in its cell', () => {
    const texts = [
      ...hostileTexts,
      'yes',
      '12',
      '-',
      '2024-01-01',
      'a: b',
      'a #b',
      '"x"',
      '- x',
      'null',
      '[x]',
      '%',
      '>-',
      "it's",
      'a,b',
      'x\ny',
    ];
    const rows = texts.map((text) => [text, '1', text, text, text]);
    const drafts = imported(csvTable([['label', 'value', 'unit', 'quote', 'note'], ...rows]));
    assert.deepEqual(drafts.unplaced, []);
    const [draft] = drafts.drafts();
    assert.ok(draft);
    const { record, problems } = readRecord('records/table.policy.yaml', draftText(draft, 'records/table.policy.yaml'));
    assert.deepEqual(
      problems.filter(({ severity = 'error' }) => severity === 'error'),
      [],
    );
    const figures = record?.figures ?? [];
    assert.equal(figures.length, texts.length);
    for (const [index, text] of texts.entries()) {
      const figure = figures[index] as FigureClaim;
      // A table keeps no half characters, and no blanks at the ends of a cell.
      const kept = text
        .replace(/\p{Cs}/gu, '\ufffd')
        .replaceAll('\u0000', '\ufffd')
        .trim();
      assert.deepEqual(
        [figure.label.value, textOf(figure.unit), textOf(figure.evidence[0]?.quote), textOf(figure.note)],
        [kept, kept, kept, kept],
        JSON.stringify(text),
      );
    }
    assert.equal(new Set(figures.map(({ id }) => id.value)).size, texts.length, 'no id stands twice');
  });

  it('is exported and imported to the same claims', () => {
    const source = `id: plan
jurisdiction: FR
sources:
  - id: press
    title: "=Press: the paper"
    file: ../articles/a.txt
    language: fr
dates:
  - event: adopted
    date: 2025-03-04
    quote: mardi
figures:
  - {id: a, label: "A: one", value: 1.2 billion, unit: EUR, kind: target, period: 2020/2030, qualifier: about, indicator: funds, quote: "=a, b"}
  - {id: b, label: B, value: [5, 10], unit: "%"}
`;
    const path = 'records/plan.policy.yaml';
    const read = (text: string): PolicyRecord => {
      const { record } = readRecord(path, text);
      assert.ok(record);
      return record;
    };
    const first = tableOf(read(source));
    const drafts = imported(first);
    assert.deepEqual(drafts.unplaced, []);
    const [draft] = drafts.drafts();
    assert.ok(draft);
    assert.equal(tableOf(read(draftText(draft, path))), first);
  });

  it('come back whole from an export of the examples: computed figures, acceptances, several pieces of evidence', () => {
    // One of them has an id twice on purpose.
    const records = readdirSync('examples/records').filter((name) => /^(?!typical).*\.policy\.yaml$/.test(name));
    const counts = { derived: 0, accept: 0, evidence: 0 };
    for (const name of records) {
      const from = `records/${name}`;
      const { record } = readRecord(from, readFileSync(`examples/${from}`, 'utf8'));
      assert.ok(record);
      const table = tableOf(record);
      const drafts = imported(table);
      const left = drafts.unplaced.map(({ row, column, reason }) => `${row} ${column} ${reason}`);
      assert.deepEqual(left, [], name);
      const [draft] = drafts.drafts();
      assert.ok(draft);
      const again = readRecord(from, draftText(draft, from));
      assert.deepEqual(again.problems, [], name);
      assert.ok(again.record);
      assert.deepEqual(claimsOf(again.record), claimsOf(record), name);
      for (const { derived, accept, evidence } of claimsOf(record)) {
        if (derived) counts.derived += 1;
        if (accept.length > 0) counts.accept += 1;
        if (evidence.length > 1) counts.evidence += 1;
      }
    }
    for (const [key, count] of Object.entries(counts)) assert.ok(count > 0, `no example has ${key}`);
  });

  it('holds the scale of its unit in its value, and merged cells of a record in one', () => {
    const drafts = imported(
      'record;label;value;unit\nplan;a;3500;亿元\n;b;1–2;Mio. EUR\n;c;7;million\n;d;2 billion;Mio. EUR\nother;e;1;k€\n',
    );
    assert.equal(drafts.filledDown, 3);
    assert.deepEqual(
      drafts
        .drafts()
        .map(({ id, claims }) => [id, ...claims.map(({ keys }) => `${keys.get('value')} ${keys.get('unit')}`)]),
      [
        ['plan', '350 billion 元', '[1 million, 2 million] EUR', '7 million undefined', '2 billion Mio. EUR'],
        ['other', '1000 €'],
      ],
    );
  });

  const rowsOf = (...rows: readonly Partial<Record<string, string>>[]) => {
    const header = ['claim', 'label', 'value', 'quote', 'source', 'evidence', 'derived', 'accept'];
    return imported(csvTable([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]));
  };

  it('name the figures of a computation as the record does, whatever row they stand in', () => {
    const drafts = rowsOf(
      { claim: 'All of it', label: 'A', value: '3', derived: '{"sum":["Part 1","part-2"]}' },
      { claim: 'Part 1', label: 'B', value: '1' },
      { claim: 'part-2', label: 'C', value: '2' },
    );
    assert.deepEqual(drafts.unplaced, []);
    const [draft] = drafts.drafts();
    assert.match(draft ? draftText(draft, 'a.policy.yaml') : '', /\n {4}derived:\n {6}sum: \[part-1, part-2\]\n/);
  });

  for (const [what, row, column, reason] of [
    ['a figure that was left out', { derived: '{"sum":["b"]}' }, 'derived', /made of a row with the id b,/],
    ['no operation', { derived: '{"mean":["b"]}' }, 'derived', /^it is not a computation as export writes it/],
    ['JSON that is cut off', { derived: '{"sum":["b"' }, 'derived', /^it is not a computation/],
    ['a quote beside a computation', { derived: '{"sum":["a"]}', quote: 'q' }, 'quote', /no evidence of its own/],
    ['an acceptance without a reason', { accept: '[{"rule":"figure/value"}]' }, 'accept', /list of accepted findings/],
    ['evidence without a source', { evidence: '[{"quote":"q"}]' }, 'evidence', /list of evidence/],
    ["words in another table's column", { evidence: 'strong' }, 'evidence', /^no key of a record is known/],
  ] as const)
    it(`list what no key can take: ${what}`, () => {
      const { unplaced } = rowsOf(
        { claim: 'a', label: 'A', value: '3', ...row },
        { claim: 'b', label: 'B', value: 'many' },
      );
      assert.match(unplaced.find((one) => one.column === column)?.reason ?? '', reason);
      assert.equal(unplaced.length, 2);
    });
});

/** The table that `export` writes of a record, as if nothing of it had been checked. */
function tableOf(record: PolicyRecord): string {
  const claims = [...record.figures, ...record.dates].map(({ type, id, evidence }) => ({
    type,
    id: id.value,
    verdict: 'unchecked' as const,
    evidence: evidence.map(({ source }) => ({
      source: source?.value ?? record.sources[0]?.id.value ?? '',
      verdict: 'unchecked' as const,
    })),
    places: [],
  }));
  return claimsHead() + claimsCsv(claimRows(record, { path: record.path, claims, findings: [] }));
}

const numbersOf = ({ value }: FigureClaim['value']): string =>
  value.kind === 'number' ? `${value.number.value}` : `${value.min.value} to ${value.max.value}`;

/** The claims of a record without their places in its text. */
function claimsOf(record: PolicyRecord) {
  return [...record.figures, ...record.dates].map((claim) => ({
    id: claim.type === 'figure' ? claim.id.value : claim.event?.value,
    value: claim.type === 'figure' ? numbersOf(claim.value) : claim.date.value,
    note: claim.note?.value,
    derived: claim.type === 'figure' &&
      claim.derived && [claim.derived.value.operation, ...claim.derived.value.operands.map(({ value }) => value)],
    accept: claim.accept.map(({ rule, reason }) => [rule.value, reason.value]),
    evidence: claim.evidence.map(({ source, quote }) => [source?.value ?? record.sources[0]?.id.value, quote?.value]),
  }));
}
