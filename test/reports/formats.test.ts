import assert from 'node:assert/strict';
import { conciseReport } from '../../src/reports/concise.ts';
import { jsonReport } from '../../src/reports/json.ts';
import { type Report, Tally } from '../../src/reports/report.ts';
import { uncheckedLine } from '../../src/reports/unchecked.ts';
import { checked, otherThing, slipOfScale } from './sample.ts';

const registry = {
  path: 'a.agencies.yaml',
  text: 'agencies:\n  - id: x\n',
  findings: [{ ...slipOfScale, start: 12, end: 14, related: [] }],
};

function written(report: Report): string {
  return (
    report.file(registry) +
    report.record(checked([otherThing, slipOfScale])) +
    report.record(checked([], 'b.policy.yaml')) +
    [...report.end([])].join('')
  );
}

describe('the report for programs', () => {
  it('has the shape of the format, zero-based, findings in the order of the text', () => {
    const report = JSON.parse(written(jsonReport()));
    assert.deepEqual(Object.keys(report), ['version', 'summary', 'findings', 'records']);
    assert.deepEqual(report.summary, {
      records: 2,
      figures: 4,
      dates: 2,
      supported: 5,
      refuted: 1,
      notFound: 0,
      accepted: 0,
      unchecked: 0,
      errors: 2,
      warnings: 1,
      infos: 0,
    });
    assert.deepEqual(Object.keys(report.findings[0]), [
      'file',
      'rule',
      'severity',
      'claim',
      'message',
      'expected',
      'found',
      'fix',
      'related',
      'range',
    ]);
    const [first, second] = report.records;
    assert.deepEqual(Object.keys(first), ['file', 'id', 'claims', 'findings']);
    assert.deepEqual(
      first.findings.map((one: { rule: string }) => one.rule),
      ['figure/value', 'figure/unit'],
    );
    assert.deepEqual(first.findings[0].range, { start: { line: 5, character: 11 }, end: { line: 5, character: 22 } });
    assert.deepEqual(first.findings[0].fix, {
      title: 'write 350 billion',
      safe: false,
      edits: [{ range: first.findings[0].range, newText: '350 billion' }],
    });
    assert.deepEqual(first.claims[1], {
      type: 'figure',
      id: 'figure-2',
      verdict: 'supported',
      evidence: [{ source: 'zh', verdict: 'supported', start: 13, end: 18, text: '一千二百家' }],
    });
    assert.equal(second.file, 'b.policy.yaml');
  });

  it('is well formed whatever stands in a record', () => {
    const report = jsonReport();
    report.record(
      checked([{ ...slipOfScale, message: 'lone \ud800, quote ", \u0000, </script>, \u2028' }], '\udfff.policy.yaml'),
    );
    const text = [...report.end([])].join('');
    assert.doesNotMatch(text, /[\ud800-\udfff]/u);
    assert.equal(JSON.parse(text).records[0].findings[0].message, 'lone \ud800, quote ", \u0000, </script>, \u2028');
  });

  it('says of nothing that there is nothing', () => {
    assert.deepEqual(JSON.parse([...jsonReport().end([])].join('')).records, []);
  });
});

describe('the concise report', () => {
  it('has one line a finding, one-based', () => {
    assert.equal(
      written(conciseReport({ ascii: false, quiet: false })),
      `a.agencies.yaml:2:3 error figure/value ${slipOfScale.message}
records/wind.policy.yaml:6:12 error figure/value ${slipOfScale.message}
records/wind.policy.yaml:13:11 warning figure/unit ${otherThing.message}
2 records, 5 of 6 claims supported: 2 errors, 1 warning.
Nothing was left unchecked.
`,
    );
  });

  it('keeps one finding on one line', () => {
    const report = conciseReport({ ascii: true, quiet: true });
    const text = report.record(checked([{ ...slipOfScale, message: 'a\nb\r\u001b[31m亿' }], 'x\ny.policy.yaml'));
    assert.equal(text, 'x\\ny.policy.yaml:6:12 error figure/value a\\nb\\r\\x1b[31m\\u4ebf\n');
  });
});

describe('what was not checked', () => {
  const tally = (verdicts: readonly ('unchecked' | 'supported')[], rule = 'figure/unchecked') => {
    const counts = new Tally();
    counts.addRecord({
      result: {
        path: 'a.policy.yaml',
        claims: verdicts.map((verdict, index) => ({
          type: 'figure',
          id: `f${index}`,
          verdict,
          evidence: [],
          places: [],
        })),
        findings: verdicts.map((_, index) => ({
          rule,
          severity: 'warning',
          claim: `f${index}`,
          message: '',
          start: 0,
          end: 0,
          related: [],
        })),
      },
    });
    return counts;
  };

  it('is told with its reason', () => {
    assert.equal(uncheckedLine(tally(['supported']), []), 'Nothing was left unchecked.');
    assert.equal(
      uncheckedLine(tally(['unchecked', 'unchecked', 'supported']), []),
      'Not checked: 2 claims (nothing to check against).',
    );
    assert.equal(
      uncheckedLine(tally(['unchecked'], 'source/missing'), ['x, which may not be opened']),
      'Not checked: 1 claim (the source is missing); x, which may not be opened.',
    );
    assert.equal(uncheckedLine(tally([]), []), 'Not checked: there were no claims.');
    const unread = new Tally();
    const syntax = { rule: 'yaml/syntax', severity: 'error', message: '', start: 0, end: 0, related: [] } as const;
    unread.addRecord({ result: { path: 'a.policy.yaml', claims: [], findings: [syntax] }, unchecked: 'unreadable' });
    unread.addRecord({ result: { path: 'b.policy.yaml', claims: [], findings: [syntax] } });
    assert.equal(
      uncheckedLine(unread, []),
      'Not checked: a.policy.yaml, which could not be read; what could not be read in b.policy.yaml.',
    );
    assert.equal(uncheckedLine(new Tally(), ['a', 'b', 'c', 'd']), 'Not checked: a; b; c; 1 more like these.');
  });
});
