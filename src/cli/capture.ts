import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Citation, citationsOf, folderForArticle } from '../capture/citations.ts';
import { sourceEntry } from '../capture/entry.ts';
import { insertSource } from '../capture/insert.ts';
import { type QuoteChange, quoteChanges } from '../capture/moves.ts';
import { samePage } from '../capture/urls.ts';
import { type Capture, captureArticle } from '../node/capture-article.ts';
import type { FetchOptions } from '../node/fetch-page.ts';
import { FileWriter } from '../node/file-writer.ts';
import { filesIn, pathInside } from '../node/files.ts';
import { openerFor } from '../node/open-article.ts';
import { reasonOf } from '../node/reasons.ts';
import type { PolicyRecord } from '../records/model.ts';
import { readRecord } from '../records/read.ts';
import { visible } from '../reports/display.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import { readText } from './record-shelf.ts';
import { openRepository } from './repository.ts';
import { type Targets, targetsOf } from './targets.ts';
import type { Terminal } from './terminal.ts';

/**
 * Fetches a page, keeps it as it came, and writes or prints the source for a record. Gives 1 where another page than the
 * one that is kept came, and `--replace` was not given.
 *
 * @param fetching For tests alone.
 */
export async function runCapture(call: Call, terminal: Terminal, fetching?: FetchOptions): Promise<number> {
  const { operands, values, switches } = call;
  const [url, ...more] = operands;
  if (url === undefined || more.length > 0)
    throw new Failure('capture takes one address, such as https://example.org/plan.');
  const named = values.get('record');
  const targets = targetsOf(named === undefined ? [] : [named], values.get('root'));
  const record = named === undefined ? undefined : recordNamed(targets, named);
  const repository = openRepository(targets.root);
  if (!repository.usable)
    throw new Failure('policy-records.yaml is wrong, so nothing was fetched; "policy-records check" says what.');
  const records = recordsOf(targets.root, repository.records);
  const known = citationsOf(records, (source) => samePage(source.url?.value ?? '', url))[0];
  const into = values.get('into');
  const captured = await captureArticle({
    url,
    root: targets.root,
    folder: into === undefined ? folderForArticle(record, records) : folderNamed(into, targets.root),
    ...(known && { file: known.file }),
    replace: switches.has('replace'),
    open: openerFor(repository.configuration),
    ...(fetching && { fetching }),
  });
  if ('failure' in captured) throw new Failure(captured.failure);
  tellOutcome(captured, terminal);
  const citing = citationsOf(records, (_, file) => file === captured.source.path);
  tellChanges(captured, citing, terminal);
  const isCited = record !== undefined && citing.some((one) => one.record.path === record.path);
  if (record && !isCited) writeInto(targets.root, record, captured, terminal);
  else if (citing.length === 0 || captured.outcome === 'replaced')
    terminal.out(`\nsources:\n${visibleLines(sourceEntry(captured.source, citing[0]?.record.path))}`);
  return captured.outcome === 'kept' ? 1 : 0;
}

function recordNamed({ root, named }: Targets, written: string): PolicyRecord {
  const [target] = named;
  const path = target?.path ?? written;
  const { record } = readRecord(path, readText(filesIn(root), path).text);
  if (!record) throw new Failure(`${visible(written)} cannot be read as a record; "policy-records check" says why.`);
  return record;
}

const recordsOf = (root: string, paths: readonly string[]): readonly PolicyRecord[] =>
  paths.flatMap((path) => readRecord(path, readText(filesIn(root), path).text).record ?? []);

/** A folder that somebody asked for, from the root. */
function folderNamed(into: string, root: string): string {
  const inside = pathInside(root, join(process.cwd(), into));
  if (inside === undefined) throw new Failure(`${visible(into)} lies outside the repository.`);
  if (statSync(join(root, inside), { throwIfNoEntry: false })?.isFile())
    throw new Failure(`${visible(into)} is a file, not a folder.`);
  return inside;
}

function tellOutcome({ outcome, source, article }: Capture, terminal: Terminal): void {
  const words = {
    new: 'written  ',
    unchanged: 'unchanged',
    kept: 'kept     ',
    replaced: 'replaced ',
  } as const;
  const note = outcome === 'kept' ? ', though the page is another one now; --replace takes the new one' : '';
  terminal.out(`${words[outcome]} ${visible(source.path)}${note}\n`);
  if ('failure' in article) terminal.out(`The file ${visible(article.failure.message)}\n`);
}

const fates: Readonly<Record<QuoteChange['fate'], string>> = {
  same: 'stands as before',
  moved: 'moved    ',
  changed: 'changed  ',
  vanished: 'vanished ',
};

/** What became of the quotes of the records that cite the page. */
function tellChanges({ before, article }: Capture, citing: readonly Citation[], terminal: Terminal): void {
  if (!before || !('article' in article)) return;
  for (const { record, source } of citing) {
    const changes = quoteChanges(record, source.id.value, before, article.article);
    const same = changes.filter(({ fate }) => fate === 'same').length;
    terminal.out(`${visible(record.path)}: ${same} of ${changes.length} quotes stand where they stood\n`);
    for (const { claim, quote, fate, now } of changes) {
      if (fate === 'same') continue;
      const then = now === undefined ? '' : `\n            now  “${visible(now)}”`;
      terminal.out(`  ${fates[fate]} ${visible(claim)}  “${visible(quote)}”${then}\n`);
    }
  }
}

function writeInto(root: string, record: PolicyRecord, { source }: Capture, terminal: Terminal): void {
  const inserted = insertSource(record.path, record.text, source);
  if ('failure' in inserted) {
    terminal.err(`${visible(record.path)} ${inserted.failure}:\n`);
    terminal.out(visibleLines(sourceEntry(source, record.path)));
    return;
  }
  const target = join(root, record.path);
  if (readText(filesIn(root), record.path).text !== record.text)
    throw new Failure(`${visible(record.path)} was changed meanwhile, and is left as it is; try again.`);
  try {
    const writer = new FileWriter(target);
    writer.write(inserted.text);
    writer.finish();
  } catch (error) {
    throw new Failure(`${visible(record.path)} ${reasonOf(error, 'written')}.`);
  }
  terminal.out(`written   ${visible(record.path)}, with the source “${visible(inserted.id)}”\n`);
}

const visibleLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => visible(line))
    .join('\n');
