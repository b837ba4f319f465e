import type { Finding, Severity } from '../checks/finding.ts';
import { fingerprintsOf } from '../checks/fingerprint.ts';
import { LineIndex } from '../text/lines.ts';
import { visible } from './display.ts';
import { type Report, type RunFacts, shownFindings } from './report.ts';
import { type Store, Waiting } from './waiting.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * GitLab's code quality report (the subset of the Code Climate format that GitLab reads). GitLab compares the report of a
 * branch with that of its target by the fingerprints, and shows what is new.
 */
export function gitlabReport({ prefix }: Pick<RunFacts, 'prefix'>, store?: Store): Report {
  const entries = new Waiting(store, ',\n  ');
  const take = (path: string, text: string, findings: readonly Finding[]): string => {
    const fingerprints = fingerprintsOf(path, text, findings);
    const byFinding = new Map(findings.map((finding, index) => [finding, fingerprints[index]]));
    const lines = new LineIndex(text);
    for (const finding of shownFindings(findings)) {
      const { line } = lines.positionAt(finding.start);
      entries.add(
        JSON.stringify({
          description: visible(finding.message),
          check_name: finding.rule,
          fingerprint: byFinding.get(finding),
          severity: levels[finding.severity],
          location: { path: `${prefix}${path}`, lines: { begin: line + 1 } },
        }),
      );
    }
    return '';
  };
  return {
    file: ({ path, text, findings }) => take(path, text, findings),
    record: ({ result, text }) => take(result.path, text, result.findings),
    *end() {
      if (entries.isEmpty) return yield '[]\n';
      yield '[\n  ';
      yield* entries.pieces();
      yield '\n]\n';
    },
  };
}
