import type { ClaimResult, Finding } from '../checks/finding.ts';
import { LineIndex } from '../text/lines.ts';
import { type Report, type RunFacts, reaches, reasonUnchecked, shownFindings } from './report.ts';
import { type Store, Waiting } from './waiting.ts';
import { xmlAttributes, xmlText } from './xml.ts';

interface TestCase {
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly xml: string;
}

/**
 * JUnit's XML, which every build service shows: a suite for each record, a test for each claim and one for the record
 * itself. A test fails by what the run fails by; what is below that stands in its output.
 */
export function junitReport({ failsOn, prefix }: Pick<RunFacts, 'failsOn' | 'prefix'>, store?: Store): Report {
  const suites = new Waiting(store);
  const totals = { tests: 0, failures: 0, skipped: 0 };
  const add = (path: string, cases: readonly TestCase[]): string => {
    const counts = {
      tests: cases.length,
      failures: cases.filter(({ outcome }) => outcome === 'failed').length,
      skipped: cases.filter(({ outcome }) => outcome === 'skipped').length,
    };
    totals.tests += counts.tests;
    totals.failures += counts.failures;
    totals.skipped += counts.skipped;
    const { tests, failures, skipped } = counts;
    const attributes = xmlAttributes({ name: path, tests, failures, errors: 0, skipped, time: 0 });
    suites.add(`  <testsuite${attributes}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`);
    return '';
  };
  return {
    file({ path, text, findings }) {
      const shown = shownFindings(findings);
      if (shown.length === 0) return '';
      return add(`${prefix}${path}`, [testCase(`${prefix}${path}`, 'file', shown, new LineIndex(text), failsOn)]);
    },
    record({ result, text, unchecked }) {
      const path = `${prefix}${result.path}`;
      const lines = new LineIndex(text);
      const shown = shownFindings(result.findings);
      const ids = new Set(result.claims.map(({ id }) => id));
      const others = shown.filter(({ claim }) => claim === undefined || !ids.has(claim));
      const cases = result.claims.map((claim) => {
        const own = shown.filter((finding) => finding.claim === claim.id);
        return testCase(path, claim.id, own, lines, failsOn, skipReason(claim, result.findings));
      });
      const whole = unchecked === undefined ? undefined : 'nothing in the record was checked';
      return add(path, [testCase(path, 'record', others, lines, failsOn, whole), ...cases]);
    },
    *end(notChecked) {
      if (notChecked.length > 0) add('not checked', notChecked.map(skippedCase));
      const attributes = xmlAttributes({ name: 'policy-records', ...totals, errors: 0, time: 0 });
      yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n`;
      yield* suites.pieces();
      yield '</testsuites>\n';
    },
  };
}

const skipReason = (claim: ClaimResult, findings: readonly Finding[]): string | undefined =>
  claim.verdict === 'unchecked' ? reasonUnchecked(claim, findings) : undefined;

function testCase(
  path: string,
  name: string,
  findings: readonly Finding[],
  lines: LineIndex,
  failsOn: RunFacts['failsOn'],
  skipped?: string,
): TestCase {
  const failing = findings.filter(({ severity }) => reaches(severity, failsOn));
  const told = findings.filter((finding) => !failing.includes(finding));
  const [first] = failing;
  const parts: string[] = [];
  if (first) {
    const attributes = xmlAttributes({ type: first.rule, message: first.message });
    parts.push(`<failure${attributes}>${textOf(path, failing, lines)}</failure>`);
  } else if (skipped !== undefined) parts.push(`<skipped${xmlAttributes({ message: skipped })}/>`);
  if (told.length > 0) parts.push(`<system-out>${textOf(path, told, lines)}</system-out>`);
  return {
    outcome: first ? 'failed' : skipped === undefined ? 'passed' : 'skipped',
    xml: caseXml(path, name, parts),
  };
}

const skippedCase = (what: string): TestCase => ({
  outcome: 'skipped',
  xml: caseXml('not checked', what, [`<skipped${xmlAttributes({ message: 'it was not checked' })}/>`]),
});

function caseXml(path: string, name: string, parts: readonly string[]): string {
  const attributes = xmlAttributes({ classname: path, name, time: 0 });
  if (parts.length === 0) return `    <testcase${attributes}/>\n`;
  return `    <testcase${attributes}>\n${parts.map((part) => `      ${part}\n`).join('')}    </testcase>\n`;
}

const textOf = (path: string, findings: readonly Finding[], lines: LineIndex): string =>
  findings
    .map((finding) => {
      const { line, character } = lines.positionAt(finding.start);
      return xmlText(`${path}:${line + 1}:${character + 1} ${finding.severity} ${finding.rule} ${finding.message}`);
    })
    .join('\n');
