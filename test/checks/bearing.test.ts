import assert from 'node:assert/strict';
import { bearings, isBorneBySeveral, verdictSentence } from '../../src/checks/bearing.ts';
import type { EvidenceResult, Verdict } from '../../src/checks/finding.ts';

const names: Readonly<Record<string, string>> = { a: 'Gazette', b: 'Rapport', c: '公报' };

const piece = (source: string, verdict: Verdict, says?: string): EvidenceResult => ({
  source,
  verdict,
  ...(says !== undefined && { says }),
});

const cases: readonly (readonly [sentence: string, verdict: Verdict, evidence: readonly EvidenceResult[]])[] = [
  ['✓ supported', 'supported', [piece('a', 'supported')]],
  ['✓ supported by 2 sources', 'supported', [piece('a', 'supported'), piece('b', 'supported')]],
  ['✓ supported by 2 passages', 'supported', [piece('a', 'supported'), piece('a', 'supported')]],
  ['✗ refuted', 'refuted', [piece('a', 'refuted', '300 billion CNY')]],
  [
    '✗ refuted: “Gazette” says 300 billion CNY, “Rapport” bears it',
    'refuted',
    [piece('b', 'supported', '350 billion CNY'), piece('a', 'refuted', '300 billion CNY')],
  ],
  [
    '✗ refuted: “Gazette” contradicts it, “Rapport” bears it',
    'refuted',
    [piece('a', 'refuted'), piece('b', 'supported')],
  ],
  [
    '✗ refuted: “Gazette” says 3, “公报” says 4, it is not found in “Rapport”',
    'refuted',
    [piece('a', 'refuted', '3'), piece('b', 'not-found'), piece('c', 'refuted', '4')],
  ],
  [
    '? not found: it is not found in “Rapport”, “Gazette” bears it',
    'not-found',
    [piece('a', 'supported'), piece('b', 'not-found')],
  ],
  [
    '– unchecked: “Rapport” is unchecked, “Gazette” bears it',
    'unchecked',
    [piece('a', 'supported'), piece('b', 'unchecked')],
  ],
  // The arithmetic or another rule denies it, though the sources bear it.
  ['✗ refuted', 'refuted', [piece('a', 'supported'), piece('b', 'supported')]],
  ['– unchecked', 'unchecked', []],
];

describe('several sources of one claim', () => {
  for (const [sentence, verdict, evidence] of cases) {
    it(sentence, () => {
      const result = { type: 'figure', id: 'x', verdict, evidence, places: [] } as const;
      assert.equal(
        verdictSentence(result, (source) => names[source] ?? source),
        sentence,
      );
      assert.equal(isBorneBySeveral(result), sentence.endsWith('sources'));
      assert.equal(bearings(result, String) !== '', sentence.includes(':'));
    });
  }
});
