import type { ClaimResult, Finding } from '../../src/checks/finding.ts';
import type { CheckedRecord } from '../../src/reports/report.ts';
import { LineIndex } from '../../src/text/lines.ts';
import type { Span } from '../../src/text/span.ts';

export const record = `id: wind
title: Wind power
figures:
  - id: output
    label: Output of the wind parks
    value: 350 million
    unit: EUR
    quote: >-
      der Wert der Erzeugung erreichte rund 350 Milliarden Euro,
      wie die Behörde am Montag bekannt gab
  - label: Parks
    value: 1200
    unit: laboratories
    quote: 全国共有风电场一千二百家
`;

export const german = `Windkraft

Nach Angaben der Behörde wuchs die Branche schneller als erwartet; der Wert der Erzeugung erreichte rund 350 Milliarden Euro, wie die Behörde am Montag bekannt gab. An der Küste wurden darüber hinaus neue Anlagen errichtet, deren Leistung die der alten weit übertrifft.
`;

export const chinese = '据统计，去年全国共有风电场一千二百家，其中海上风电场占三分之一，发电量创历史新高。';

/** The place of a part of a text, which must stand in it. */
export function placeOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" does not stand in the text`);
  return { start, end: start + part.length };
}

export const slipOfScale: Finding = {
  rule: 'figure/value',
  severity: 'error',
  claim: 'output',
  message: 'The source says 350 Milliarden (350 billion); the record says 350 million: a thousand times less.',
  expected: '350 billion',
  found: '350 million',
  ...placeOf(record, '350 million'),
  related: [{ source: 'bund', ...placeOf(german, '350 Milliarden') }],
  fix: {
    title: 'write 350 billion',
    safe: false,
    edits: [{ ...placeOf(record, '350 million'), newText: '350 billion' }],
  },
};

export const otherThing: Finding = {
  rule: 'figure/unit',
  severity: 'warning',
  claim: 'figure-2',
  message: 'The source counts 家; the record counts laboratories.',
  ...placeOf(record, 'laboratories'),
  related: [{ source: 'zh', ...placeOf(chinese, '一千二百家') }],
};

const supported: ClaimResult = {
  type: 'figure',
  id: 'figure-2',
  verdict: 'supported',
  evidence: [{ source: 'zh', verdict: 'supported', place: placeOf(chinese, '一千二百家'), text: '一千二百家' }],
  places: [{ source: 'zh', ...placeOf(chinese, '一千二百家') }],
};

/** A record with the findings given; its first figure is refuted where there is one. */
export function checked(findings: readonly Finding[], path = 'records/wind.policy.yaml'): CheckedRecord {
  const first: ClaimResult = {
    ...supported,
    id: 'output',
    verdict: findings.length > 0 ? 'refuted' : 'supported',
    evidence: [],
    places: [],
  };
  return {
    result: { path, id: 'wind', claims: [first, supported, { ...supported, type: 'date', id: 'date-1' }], findings },
    text: record,
    article: (source) => ({ bund: german, zh: chinese })[source],
    articlePlace: ({ source, start, end }) => {
      const text = { bund: german, zh: chinese }[source];
      if (text === undefined) return undefined;
      const lines = new LineIndex(text);
      const path = `articles/${source}.txt`;
      return { path, lines: { start: lines.positionAt(start), end: lines.positionAt(end) } };
    },
  };
}
