import type { ArticleResult } from '../articles/article.ts';
import type { RecordResult } from '../checks/finding.ts';
import { RepositoryIndex } from '../checks/repository-index.ts';
import { checkRecord } from '../checks/run.ts';
import { crashedRecord, unreadRecord } from '../checks/unread-record.ts';
import { openerFor } from '../node/open-article.ts';
import { keepHeapSmall } from '../node/small-heap.ts';
import { type Configuration, defaultConfiguration, readConfiguration } from '../records/configuration.ts';
import { configurationName } from '../records/layout.ts';
import type { PolicyRecord, Source } from '../records/model.ts';
import { readRecord } from '../records/read.ts';
import { readRegistry } from '../records/registry.ts';
import { recordJson } from '../reports/json.ts';
import { reaches, shownFindings } from '../reports/report.ts';
import { Failure } from './failure.ts';
import { inputLines } from './input-lines.ts';
import { type LineItem, type LineReading, readLine } from './line-item.ts';
import type { Call } from './options.ts';
import type { Terminal } from './terminal.ts';

/**
 * Checks one record for each line of standard input, and writes one line for each, in their order. Nothing of a line is
 * kept for the next one, so that memory stays as it is however many there are.
 */
export async function checkLines({ operands, values }: Call, terminal: Terminal): Promise<number> {
  if (operands.length > 0)
    throw new Failure('--jsonl reads standard input; write "policy-records check --jsonl < file".');
  keepHeapSmall();
  const failsOn = (values.get('fail-on') ?? 'error') as 'error' | 'warning' | 'info' | 'never';
  const desk = new LineDesk((error) => traceOf(error, terminal));
  let number = 0;
  let status = 0;
  for (const line of inputLines(terminal.input)) {
    number += 1;
    if ('text' in line && line.text.trim() === '') continue;
    const answer = await desk.answer('text' in line ? readLine(line.text) : line);
    if ('failure' in answer) {
      const error = `Line ${number} ${answer.failure}.`;
      terminal.err(`${error}\n`);
      terminal.out(`${JSON.stringify({ id: answer.id ?? null, claims: [], findings: [], error })}\n`);
      status = 2;
      continue;
    }
    const { findings } = answer.result;
    if (findings.some(({ rule }) => rule === 'check/failed')) status = 2;
    else if (shownFindings(findings).some(({ severity }) => reaches(severity, failsOn))) status = Math.max(status, 1);
    const { file, claims, findings: shown } = recordJson(answer);
    terminal.out(`${JSON.stringify({ id: answer.id, file, claims, findings: shown })}\n`);
    if (terminal.closed()) break;
  }
  return status;
}

type Answer =
  | { readonly id: unknown; readonly result: RecordResult; readonly text: string }
  | { readonly id?: unknown; readonly failure: string };

class LineDesk {
  /** The last configuration: lines of one repository share it, and its words are gathered once. */
  private last: { readonly written: string; readonly settings: LineSettings } | undefined;

  constructor(private readonly onCrash: (error: unknown) => void) {}

  async answer(item: LineReading): Promise<Answer> {
    if ('failure' in item) return item;
    const { id, path, record: text } = item;
    const settings = this.settingsOf(item);
    if ('failure' in settings) return { id, ...settings };
    const { record, problems } = readRecord(path, text);
    if (!record) return { id, result: unreadRecord(path, problems), text };
    try {
      const opened = await openAll(record, item, settings);
      const { configuration } = settings;
      const result = checkRecord({
        record,
        problems,
        articles: (source) => opened.get(source) ?? absent,
        ...settings.index.around(path),
        units: configuration,
        severities: configuration.rules,
      });
      return { id, result, text };
    } catch (error) {
      this.onCrash(error);
      return { id, result: crashedRecord(path), text };
    }
  }

  private settingsOf({ configuration, registries }: LineItem): LineSettings | { readonly failure: string } {
    const written = JSON.stringify([configuration, registries]);
    if (this.last?.written === written) return this.last.settings;
    const settings = settingsFrom(configuration, registries);
    if (!('failure' in settings)) this.last = { written, settings };
    return settings;
  }
}

interface LineSettings {
  readonly configuration: Configuration;
  readonly open: ReturnType<typeof openerFor>;
  readonly index: RepositoryIndex;
}

function settingsFrom(
  written: string | undefined,
  registries: Readonly<Record<string, string>>,
): LineSettings | { readonly failure: string } {
  const { configuration, problems } =
    written === undefined
      ? { configuration: defaultConfiguration(), problems: [] }
      : readConfiguration(configurationName, written);
  const [problem] = problems.filter(({ severity = 'error' }) => severity === 'error');
  if (problem) return { failure: `has a wrong configuration: ${problem.message.replace(/\.$/, '')}` };
  const index = new RepositoryIndex();
  for (const [path, text] of Object.entries(registries)) {
    const { registry } = readRegistry(path, text);
    if (!registry) return { failure: `has a registry that cannot be read: ${path}` };
    index.setRegistry(registry);
  }
  return { configuration, open: openerFor(configuration), index };
}

const absent: ArticleResult = {
  failure: { rule: 'source/missing', message: 'does not stand under "articles" in its line.' },
};

async function openAll(
  record: PolicyRecord,
  { articles }: LineItem,
  { open }: LineSettings,
): Promise<ReadonlyMap<Source, ArticleResult>> {
  const opened = new Map<Source, ArticleResult>();
  for (const source of record.sources) {
    const name = source.file?.value;
    const bytes = articles.get(name ?? '');
    if (name === undefined || !bytes) continue;
    const about = {
      name,
      ...(source.encoding && { encoding: source.encoding.value }),
      ...(source.language && { language: source.language.value }),
    };
    opened.set(source, await open(bytes, about));
  }
  return opened;
}

/** Where a fault of the program lies is only of use to who mends it. */
function traceOf(error: unknown, { env, err }: Terminal): void {
  if (env.POLICY_RECORDS_DEBUG) err(`${error instanceof Error ? error.stack : String(error)}\n`);
}
