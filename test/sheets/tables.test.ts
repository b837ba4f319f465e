import assert from 'node:assert/strict';
import { claimRows } from '../../src/insight/claim-row.ts';
import { Exact } from '../../src/quantities/exact.ts';
import type { FigureClaim } from '../../src/records/model.ts';
import { readRecord } from '../../src/records/read.ts';
import { claimsCsv, claimsHead } from '../../src/reports/claims-table.ts';
import { csvTable } from '../../src/reports/csv.ts';
import { decimalSignOf, numberCell } from '../../src/sheets/cells.ts';
import { columnsOf } from '../../src/sheets/columns.ts';
import { decodeTable } from '../../src/sheets/decode.ts';
import { draftText } from '../../src/sheets/draft-text.ts';
import { Drafts } from '../../src/sheets/drafts.ts';
import { readTable } from '../../src/sheets/table.ts';
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
        const read = readTable(`${declared}${text}`);
        assert.deepEqual(read?.header, ['label', 'value']);
        assert.deepEqual(
          read?.rows.map(({ cells }) => cells),
          [
            ['a b', '1'],
            ['c\nd', '2'],
          ],
        );
        assert.equal(read?.rows[0]?.number, declared === '' ? 2 : 3);
      }
    }
    assert.equal(readTable(' \n\n'), undefined);
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

function imported(text: string) {
  const read = readTable(text);
  assert.ok(read);
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
    const tableOf = (text: string): string => {
      const { record } = readRecord(path, text);
      assert.ok(record);
      const claims = [...record.figures, ...record.dates].map(({ type, id }) => ({
        type,
        id: id.value,
        verdict: 'unchecked' as const,
        evidence: [{ source: 'press', verdict: 'unchecked' as const }],
        places: [],
      }));
      return claimsHead() + claimsCsv(claimRows(record, { path, claims, findings: [] }));
    };
    const first = tableOf(source);
    const drafts = imported(first);
    assert.deepEqual(drafts.unplaced, []);
    const [draft] = drafts.drafts();
    assert.ok(draft);
    assert.equal(tableOf(draftText(draft, path)), first);
  });

  it('lists how a figure is computed and what was accepted, which no row of a table holds', () => {
    const head = { record: 'records/a.policy.yaml', type: 'figure' as const, kind: 'actual' as const, evidence: [] };
    const rows = [
      { ...head, claim: 'a', number: 1, label: 'A', value: Exact.of(3), verdict: 'supported' as const },
      {
        ...head,
        ...{ claim: 'b', number: 2, label: 'B', value: Exact.of(6), verdict: 'accepted' as const },
        ...{ derived: { sum: ['a', 'a'] }, accept: [{ rule: 'figure/derived', reason: 'rounded' }] },
      },
    ];
    const { unplaced } = imported(claimsHead() + claimsCsv(rows));
    assert.deepEqual(
      unplaced.map(({ row, column, cell, reason }) => [row, column, cell, reason]),
      [
        [
          3,
          'derived',
          '{"sum":["a","a"]}',
          'how a figure is computed is not taken: write it under `derived` of the figure',
        ],
        [
          3,
          'accept',
          '[{"rule":"figure/derived","reason":"rounded"}]',
          'acceptances are not taken: write them under `accept` of the claim',
        ],
      ],
    );
  });

  it('lists the evidence that a row cannot hold, where a claim was exported with several pieces', () => {
    const evidence = [
      { source: 'press', verdict: 'supported' as const, quote: 'costs 3' },
      { source: 'gazette', verdict: 'supported' as const, quote: 'coûte 3' },
    ];
    const head = { record: 'records/a.policy.yaml', type: 'figure' as const, kind: 'actual' as const };
    const verdict = 'supported' as const;
    const rows = [
      { ...head, claim: 'a', number: 1, label: 'A', value: Exact.of(3), verdict, evidence },
      { ...head, claim: 'b', number: 2, label: 'B', value: Exact.of(4), verdict, evidence: evidence.slice(0, 1) },
    ];
    const { unplaced } = imported(claimsHead() + claimsCsv(rows));
    assert.deepEqual(
      unplaced.map(({ row, column, reason }) => [row, column, reason]),
      [[2, 'evidence', 'only the first piece of evidence is taken: write the others under `evidence` of the figure']],
    );
    assert.match(unplaced[0]?.cell ?? '', /"quote":"coûte 3"/);
  });
});
