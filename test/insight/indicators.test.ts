import assert from 'node:assert/strict';
import type { ClaimRow } from '../../src/insight/claim-row.ts';
import { seriesOf } from '../../src/insight/indicators.ts';
import { Exact } from '../../src/quantities/exact.ts';
import { csvTable } from '../../src/reports/csv.ts';
import { withoutQuotingMark } from '../../src/sheets/marks.ts';
import { hostileTexts } from '../reports/hostile.ts';

const claim = (claim: string, value: number, more: Partial<ClaimRow> = {}): ClaimRow => ({
  record: 'a.policy.yaml',
  type: 'figure',
  claim,
  number: 1,
  label: claim,
  indicator: 'output',
  kind: 'actual',
  value: Exact.of(value),
  verdict: 'supported',
  evidence: [],
  ...more,
});

describe('indicators', () => {
  const rows = [
    claim('later', 3, { period: '2026', unit: 'TWh' }),
    claim('goal', 2, { period: '2025', unit: 'TWh', kind: 'target' }),
    claim('early', 1000, { period: '2023-Q4', unit: 'GWh' }),
    claim('own', 1, { period: '2025', unit: 'TWh' }),
    claim('money', 5, { period: '2025', unit: 'EUR' }),
    claim('elsewhere', 5, { period: '2025', unit: 'TWh', jurisdiction: 'FR' }),
    claim('none', 5, { indicator: undefined } as unknown as Partial<ClaimRow>),
  ];

  it('are the same in whatever order claims come', () => {
    assert.deepEqual(seriesOf([...rows].reverse(), {}), seriesOf(rows, {}));
  });

  it('put together what can be converted, by time, and nothing else', () => {
    const series = seriesOf(rows, {}).map(({ jurisdiction, unit, claims }) => [
      jurisdiction,
      unit,
      claims.map(({ row, low }) => `${row.claim} ${low.toString()}`),
    ]);
    assert.deepEqual(series, [
      [undefined, 'GWh', ['early 1000', 'own 1000', 'goal 2000', 'later 3000']],
      [undefined, 'EUR', ['money 5']],
      ['FR', 'TWh', ['elsewhere 5']],
    ]);
  });

  it('put beside a target the figure of its own period, else the last before it, and none that is denied', () => {
    const outcome = (...claims: readonly ClaimRow[]) => {
      const [first] = seriesOf(claims, {})[0]?.targets ?? [];
      return [first?.actual?.row.claim, first?.percent?.toString()];
    };
    const [later, goal, early, own] = rows as [ClaimRow, ClaimRow, ClaimRow, ClaimRow];
    assert.deepEqual(outcome(later, goal, early, own), ['own', '50']);
    assert.deepEqual(outcome(later, goal, early), ['early', '50']);
    assert.deepEqual(outcome(later, goal), [undefined, undefined]);
    assert.deepEqual(outcome(goal, early, { ...own, verdict: 'refuted' }), ['early', '50']);
    const { value: _, ...range } = own;
    assert.deepEqual(outcome(goal, { ...range, min: Exact.of(1), max: Exact.of(2) }), ['own', undefined]);
    assert.deepEqual(outcome({ ...goal, value: Exact.of(0) }, own), ['own', undefined]);
  });
});

describe('a table for spreadsheets', () => {
  /** As RFC 4180 says. */
  const cellsIn = (text: string): string[] =>
    [...text.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n)/g)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );

  it('holds no formula, and numbers as they are', () => {
    const texts = [...hostileTexts, '=1', '+1', '-1', '@x', ' =1', '\t=1', '＝1', "'=1", "''=1", '-', '1-1'];
    for (const text of texts) {
      const [cell = ''] = cellsIn(csvTable([[text]]));
      assert.doesNotMatch(cell, /^\s*[=+\-@＝＋－＠]/, text);
      assert.equal(
        withoutQuotingMark(cell),
        text.replace(/\p{Cs}/gu, '\ufffd').replaceAll('\u0000', '\ufffd'),
        'the text comes back',
      );
    }
    assert.equal(csvTable([[Exact.of(-5), -5, undefined, '']]), '-5,-5,,\r\n');
  });
});
