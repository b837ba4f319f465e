import type { Finding } from '../checks/finding.ts';
import { LineIndex } from '../text/lines.ts';
import { visible } from './display.ts';
import { type CheckedFile, type CheckedRecord, type Report, shownFindings, Tally } from './report.ts';
import { uncheckedLine } from './unchecked.ts';
import { counted, heldBack, severityCounts } from './words.ts';

/** One line a finding, `file:line:column level rule message`, one-based: for editors, `grep` and logs. */
export function conciseReport(options: { readonly ascii: boolean; readonly quiet: boolean }): Report {
  const tally = new Tally();
  const show = (text: string): string => visible(text, options.ascii);
  const listing = (path: string, text: string, findings: readonly Finding[]): string => {
    const shown = shownFindings(findings);
    if (shown.length === 0) return '';
    const lines = new LineIndex(text);
    return shown.map((finding) => `${show(lineOf(path, finding, lines))}\n`).join('');
  };
  return {
    file(checked: CheckedFile) {
      tally.addFindings(checked.findings);
      return listing(checked.path, checked.text, checked.findings);
    },
    record(checked: CheckedRecord) {
      const { result, text } = checked;
      tally.addRecord(checked);
      return listing(result.path, text, result.findings);
    },
    end(notChecked) {
      const findings = severityCounts(tally.severities) || 'nothing to complain about';
      const supported = `${tally.verdicts.supported} of ${counted(tally.claims, 'claim')} supported`;
      const held = tally.known > 0 ? `; ${heldBack(tally.known)}` : '';
      const summary = options.quiet ? '' : `${counted(tally.records, 'record')}, ${supported}: ${findings}${held}.\n`;
      return [`${summary}${show(uncheckedLine(tally, notChecked))}\n`];
    },
  };
}

function lineOf(path: string, finding: Finding, lines: LineIndex): string {
  const { line, character } = lines.positionAt(finding.start);
  return `${fromHere(path)}:${line + 1}:${character + 1} ${finding.severity} ${finding.rule} ${finding.message}`;
}

/** A line that begins with `::` or `##[` is a command to the logs of build services; no name of a file may make one. */
const fromHere = (path: string): string => (/^(?:::|##\[)/.test(path) ? `./${path}` : path);
