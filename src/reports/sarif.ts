import type { Finding } from '../checks/finding.ts';
import { fingerprintsOf } from '../checks/fingerprint.ts';
import { LineIndex } from '../text/lines.ts';
import { visible } from './display.ts';
import type { ArticlePlace, Report, RunFacts } from './report.ts';
import { Artifacts } from './sarif-artifacts.ts';
import { type ResultPlaces, resultOf } from './sarif-result.ts';
import { RuleTable } from './sarif-rules.ts';
import { type Store, Waiting } from './waiting.ts';

const sarifSchema = 'https://json.schemastore.org/sarif-2.1.0.json';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code scanning and editors read. What an
 * acceptance or the baseline covers is in it, marked as suppressed: whoever reads it sees the debts too.
 */
export function sarifReport(run: RunFacts, store?: Store): Report {
  const artifacts = new Artifacts(run.prefix);
  const rules = new RuleTable(run);
  const results = new Waiting(store, ',\n');
  const take = (
    path: string,
    text: string,
    findings: readonly Finding[],
    articlePlace: ResultPlaces['articlePlace'],
  ) => {
    artifacts.add(path, 'analysisTarget');
    const fingerprints = fingerprintsOf(path, text, findings);
    const places: ResultPlaces = { path, text, lines: new LineIndex(text), articlePlace, artifacts };
    for (const [index, finding] of findings.entries())
      results.add(JSON.stringify(resultOf(finding, fingerprints[index] ?? '', rules.indexOf(finding.rule), places)));
    return '';
  };
  return {
    file: ({ path, text, findings }) => take(path, text, findings, noArticle),
    record: ({ result, text, articlePlace }) => take(result.path, text, result.findings, articlePlace),
    *end(notChecked) {
      const driver = {
        name: 'Policy Records',
        version: run.version,
        semanticVersion: run.version,
        informationUri: run.homepage,
        rules: rules.descriptors(),
      };
      const head = {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(notChecked)],
        artifacts: artifacts.listed(),
      };
      const whole = JSON.stringify(head).slice(0, -1);
      const newLine = results.isEmpty ? '' : '\n';
      yield `{"$schema":"${sarifSchema}","version":"2.1.0","runs":[\n${whole},"results":[${newLine}`;
      yield* results.pieces();
      yield `${newLine}]}\n]}\n`;
    },
  };
}

const noArticle = (): ArticlePlace | undefined => undefined;

/** Without times, so that the same repository gives the same report. What could not be checked is told as a notification. */
const invocationOf = (notChecked: readonly string[]) => ({
  executionSuccessful: true,
  ...(notChecked.length > 0 && {
    toolExecutionNotifications: notChecked.map((what) => ({
      level: 'warning',
      message: { text: `Not checked: ${visible(what)}.` },
    })),
  }),
});
