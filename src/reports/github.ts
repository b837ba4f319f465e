import type { Finding, Severity } from '../checks/finding.ts';
import { LineIndex } from '../text/lines.ts';
import { visible } from './display.ts';
import { type Report, type RunFacts, severities, shownFindings, Tally } from './report.ts';
import { uncheckedLine } from './unchecked.ts';
import { type Store, Waiting } from './waiting.ts';
import { counted, heldBack, severityCounts, severityWords } from './words.ts';

/** GitHub shows this many annotations of one level for a step, and passes over the rest without a word. */
const maxAnnotations = 10;

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request. What is beyond the number that it shows
 * stands in the log, in a group that can be opened.
 */
export function githubReport({ prefix }: Pick<RunFacts, 'prefix'>, store?: Store): Report {
  const tally = new Tally();
  const shown: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const rest = new Waiting(store);
  const listing = (path: string, text: string, findings: readonly Finding[]): string => {
    const lines = new LineIndex(text);
    return shownFindings(findings)
      .map((finding) => {
        shown[finding.severity] += 1;
        if (shown[finding.severity] <= maxAnnotations) return annotation(`${prefix}${path}`, finding, lines);
        rest.add(logLine(`${prefix}${path}`, finding, lines));
        return '';
      })
      .join('');
  };
  return {
    file({ path, text, findings }) {
      tally.addFindings(findings);
      return listing(path, text, findings);
    },
    record(checked) {
      tally.addRecord(checked);
      return listing(checked.result.path, checked.text, checked.result.findings);
    },
    *end(notChecked) {
      const supported = `${tally.verdicts.supported} of ${counted(tally.claims, 'claim')} supported`;
      const held = tally.known > 0 ? `; ${heldBack(tally.known)}` : '';
      const summary = `${supported}: ${severityCounts(tally.severities) || 'nothing to complain about'}${held}.`;
      if (!rest.isEmpty) {
        yield `::group::${beyond(shown)}\n`;
        yield* rest.pieces();
        yield '::endgroup::\n';
      }
      yield `${summary}\n${harmless(uncheckedLine(tally, notChecked))}\n`;
    },
  };
}

function annotation(path: string, finding: Finding, lines: LineIndex): string {
  const start = lines.positionAt(finding.start);
  const end = lines.positionAt(finding.end);
  const title = finding.claim === undefined ? finding.rule : `${finding.rule} (${finding.claim})`;
  const properties: readonly (readonly [string, string | number])[] = [
    ['file', path],
    ['line', start.line + 1],
    ['endLine', end.line + 1],
    // Columns are only understood where both ends lie on one line.
    ...(start.line === end.line
      ? ([
          ['col', start.character + 1],
          ['endColumn', end.character + 1],
        ] as const)
      : []),
    ['title', title],
  ];
  const listed = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${commands[finding.severity]} ${listed}::${data(finding.message)}\n`;
}

/** As the runner reads it: the percent sign first, then what ends a command. */
const data = (text: string): string => visible(text).replaceAll('%', '%25');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function logLine(path: string, finding: Finding, lines: LineIndex): string {
  const { line, character } = lines.positionAt(finding.start);
  return harmless(`${path}:${line + 1}:${character + 1} ${finding.severity} ${finding.rule} ${finding.message}\n`);
}

/** A line of the log that is no command: `::` counts at the start of a line, `##[` anywhere in it. */
function harmless(line: string): string {
  const broken = line.endsWith('\n') ? `${visible(line.slice(0, -1))}\n` : visible(line);
  return broken.replace(/^(\s*):(?=:)/, '$1\\:').replaceAll('##[', '##\\[');
}

function beyond(shown: Readonly<Record<Severity, number>>): string {
  const parts = severities
    .map((severity) => [severity, shown[severity] - maxAnnotations] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => counted(count, ...severityWords[severity]));
  return `${parts.join(', ')} beyond the ${maxAnnotations} that GitHub shows`;
}
