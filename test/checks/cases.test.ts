import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/checks/finding.ts';
import { rules } from '../../src/checks/rules/index.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { type Case, parseCases } from './case-file.ts';
import { type Checked, check, wholeRecord } from './harness.ts';

const folder = 'test/cases/checks';
const files = readdirSync(folder).filter((name) => name.endsWith('.case'));
const known = new Set(rules.map(({ id }) => id));

describe('the checks, case by case', () => {
  it('finds cases', () => assert.ok(files.length > 3));
  for (const file of files) {
    describe(file, () => {
      for (const one of parseCases(file, readFileSync(join(folder, file), 'utf8'))) it(one.name, () => verify(one));
    });
  }
});

function verify(one: Case): void {
  const checked = check(one.repository);
  const text = wholeRecord(one.repository);
  const lines = new LineIndex(text);
  for (const { rule } of one.findings) assert.ok(known.has(rule), `no such rule: ${rule}`);
  assert.deepEqual(findingsOf(checked, lines, one), expectedFindings(one), 'findings');
  assert.deepEqual(verdictsOf(checked, lines), expectedVerdicts(checked, lines, one), 'verdicts');
  for (const { start, end, message } of checked.result.findings) {
    assert.ok(0 <= start && start <= end && end <= text.length, 'a range outside the record');
    assert.match(message, /[.?]$/, 'a message is a sentence');
  }
  if (one.fixed !== undefined)
    assert.equal(withFixes(text, checked.result.findings), wholeRecord({ ...one.repository, record: one.fixed }));
}

/** Each finding with as much of its message as the expectation names; a message that does not hold it is shown whole. */
function findingsOf({ result }: Checked, lines: LineIndex, { findings }: Case): readonly string[] {
  return result.findings
    .filter(({ accepted }) => accepted === undefined)
    .map(({ rule, severity, start, message }) => {
      const line = lines.positionAt(start).line;
      const wanted = findings.find(
        (expected) => expected.line === line && expected.rule === rule && message.includes(expected.says),
      );
      const level = wanted && wanted.severity === undefined ? '' : ` ${severity}`;
      return `${line + 1} ${rule}${wanted ? level : ''}: ${wanted ? wanted.says : message}`;
    })
    .sort();
}

const expectedFindings = ({ findings }: Case): readonly string[] =>
  findings
    .map(({ line, rule, severity, says }) => `${line + 1} ${rule}${severity ? ` ${severity}` : ''}: ${says}`)
    .sort();

const verdictsOf = ({ result }: Checked, _lines: LineIndex): readonly string[] =>
  result.claims.map(({ type, id, verdict }) => `${type} ${id} ${verdict}`);

function expectedVerdicts({ record }: Checked, lines: LineIndex, { verdicts }: Case): readonly string[] {
  const seen = new Set<number>();
  const expected = [...(record?.figures ?? []), ...(record?.dates ?? [])].map((claim) => {
    const [first, last] = [
      lines.positionAt(claim.start).line,
      lines.positionAt(Math.max(claim.start, claim.end - 1)).line,
    ];
    const line = [...verdicts.keys()].find((at) => first <= at && at <= last);
    if (line !== undefined) seen.add(line);
    return `${claim.type} ${claim.id.value} ${line === undefined ? 'supported' : verdicts.get(line)}`;
  });
  assert.equal(seen.size, verdicts.size, 'a verdict is expected of a line on which no claim stands');
  return expected;
}

/** Applies the fix of every finding, from the end to the beginning. */
function withFixes(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => b.start - a.start);
  return edits.reduce((after, { start, end, newText }) => after.slice(0, start) + newText + after.slice(end), text);
}
