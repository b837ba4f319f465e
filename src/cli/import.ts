import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { isatty } from 'node:tty';
import { pathInside, readNamed, rootOf } from '../node/files.ts';
import { codeOf, reasonOf } from '../node/reasons.ts';
import { readRecord } from '../records/read.ts';
import { csvTable } from '../reports/csv.ts';
import { visible } from '../reports/display.ts';
import { counted } from '../reports/words.ts';
import { type DecimalSign, decimalSignOf } from '../sheets/cells.ts';
import { type Columns, columnsOf, type Field, fields, isField } from '../sheets/columns.ts';
import { decodeTable } from '../sheets/decode.ts';
import type { RecordDraft } from '../sheets/draft.ts';
import { draftText } from '../sheets/draft-text.ts';
import { Drafts, type Unplaced } from '../sheets/drafts.ts';
import { readTable, type Table } from '../sheets/table.ts';
import { slugOf } from '../text/slug.ts';
import { Failure } from './failure.ts';
import { inputLines } from './input-lines.ts';
import type { Call } from './options.ts';
import type { Terminal } from './terminal.ts';

const maxBytes = 100_000_000;

/** Makes records of a table, one a file; nothing is written over. Status 1 where something could not be placed. */
export function runImport(call: Call, terminal: Terminal): number {
  const [path, ...more] = call.operands;
  if (path === undefined || more.length > 0)
    throw new Failure('import takes one table, as in "policy-records import figures.csv".');
  const named = namedColumns(call);
  const table = tableIn(path, call.values.get('encoding'), named, terminal);
  const columns = columnsFor(table, named, call, terminal);
  const drafts = new Drafts(
    table,
    columns,
    signFor(table, columns, call.values.get('decimal')),
    slugOf(basename(path).replace(/\.[^.]*$/, '')) || 'records',
    pathOf(call.values.get('article')),
  );
  const into = call.values.get('into') ?? 'records';
  const left: Unplaced[] = [...aboveHeader(table), ...drafts.unplaced];
  if (drafts.filledDown > 0)
    terminal.err(
      `${counted(drafts.filledDown, 'row')} without a name of a record ${drafts.filledDown === 1 ? 'goes' : 'go'} to the record above, as merged cells are written.\n`,
    );
  let written = 0;
  for (const draft of drafts.drafts()) {
    if (draft.claims.length === 0) continue;
    const file = join(into, `${draft.id}.policy.yaml`);
    if (writeRecord(draft, file, terminal)) written += 1;
    else
      left.push(
        ...draft.claims.map(({ row }) => ({
          row,
          column: '',
          cell: '',
          reason: `${file} is there already, and nothing is written over`,
        })),
      );
  }
  if (left.length > 0) writeLeft(path, left, terminal);
  if (written > 0) terminal.out(`Next: policy-records check ${visible(into)}\n`);
  return left.length > 0 ? 1 : 0;
}

/** A path as people see it from here, as the repository has it. */
function pathOf(article: string | undefined): string | undefined {
  if (article === undefined) return undefined;
  const place = resolve(article);
  const path = pathInside(rootOf(dirname(place), process.cwd()), place);
  if (path === undefined) throw new Failure(`${visible(article)} lies outside the repository.`);
  return path;
}

function tableIn(
  path: string,
  encoding: string | undefined,
  named: ReadonlyMap<Field, string>,
  terminal: Terminal,
): Table {
  const file = readNamed(path, maxBytes);
  if (!('bytes' in file)) throw new Failure(`${visible(path)} ${file.reason}.`);
  if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b)
    throw new Failure(`${visible(path)} is a workbook; save the sheet as CSV, and import that.`);
  const decoded = decodeTable(file.bytes, encoding);
  if (!decoded) {
    const which = encoding === undefined ? '' : `, at least not in ${visible(encoding)}`;
    throw new Failure(`${visible(path)} is no text that can be read${which}; name its encoding with --encoding.`);
  }
  if (decoded.guessed)
    terminal.err(
      `${visible(path)} is read as ${decoded.encoding}; if letters are wrong, name another with --encoding.\n`,
    );
  const table = readTable(decoded.text, (cells) => {
    const columns = columnsOf(cells, named);
    return 'at' in columns && missingIn(columns).length === 0;
  });
  if (table && 'brokenRow' in table)
    throw new Failure(
      `In row ${table.brokenRow} of ${visible(path)} a quotation mark is not closed, or not doubled within a cell, so that the cells behind it cannot be told; save the table anew from the spreadsheet.`,
    );
  if (!table || table.rows.length === 0) throw new Failure(`${visible(path)} has no rows below its header.`);
  return table;
}

function* aboveHeader({ above, header }: Table): Generator<Unplaced> {
  for (const { number, cells } of above)
    for (const [index, cell] of cells.entries())
      if (cell !== '') yield { row: number, column: header[index] ?? '', cell, reason: 'it stands above the header' };
}

/** Columns that the caller names, by their keys. */
function namedColumns(call: Call): Map<Field, string> {
  const named = new Map<Field, string>();
  for (const written of call.lists.get('column') ?? []) {
    const [, field = '', name = ''] = /^([a-z]+)=(.+)$/is.exec(written) ?? [];
    if (!isField(field))
      throw new Failure(
        `The option --column takes a key and the name of a column, as in --column value=Betrag; keys are ${Object.keys(fields).join(', ')}.`,
      );
    named.set(field, name);
  }
  return named;
}

function columnsFor(table: Table, given: ReadonlyMap<Field, string>, call: Call, terminal: Terminal): Columns {
  const named = new Map(given);
  const columns = found(table, named);
  const missing = missingIn(columns);
  if (missing.length === 0) return columns;
  if (!call.switches.has('ask') && !isatty(terminal.input)) {
    throw new Failure(
      `No column is known to hold ${missing.map(([, what]) => what).join(' and ')}; name it, as in --column ${missing[0]?.[0]}="${visible(table.header[0] ?? '')}". The columns are: ${table.header.map((name) => visible(name)).join(', ')}.`,
    );
  }
  const answers = inputLines(terminal.input);
  for (const [field, what] of missing) named.set(field, ask(what, table.header, answers, terminal));
  return found(table, named);
}

function found({ header }: Table, named: ReadonlyMap<Field, string>): Columns {
  const columns = columnsOf(header, named);
  if ('at' in columns) return columns;
  throw new Failure(
    `There is no column "${visible(columns.missing)}"; the columns are: ${header.map((name) => visible(name)).join(', ')}.`,
  );
}

/** What a record cannot be without. */
function missingIn({ at }: Columns): readonly (readonly [Field, string])[] {
  const missing: (readonly [Field, string])[] = [];
  if (!at.has('value') && !(at.has('min') && at.has('max')) && !at.has('date')) missing.push(['value', 'the value']);
  if (!at.has('label') && !at.has('indicator') && !at.has('quote')) missing.push(['label', 'the label']);
  return missing;
}

function ask(
  what: string,
  header: readonly string[],
  answers: ReturnType<typeof inputLines>,
  terminal: Terminal,
): string {
  terminal.err(
    `Which column holds ${what}?\n${header.map((name, index) => `  ${index + 1}  ${visible(name)}\n`).join('')}`,
  );
  for (;;) {
    terminal.err('Number: ');
    const line = answers.next();
    if (line.done) throw new Failure('Nothing was answered, and nothing was written.');
    const name = 'text' in line.value ? header[Number(line.value.text.trim()) - 1] : undefined;
    if (name !== undefined) return name;
    terminal.err(`Write a number from 1 to ${header.length}.\n`);
  }
}

function signFor(table: Table, { at }: Columns, named: string | undefined): DecimalSign {
  if (named === 'comma' || named === 'point') return named;
  const places = [at.get('value'), at.get('min'), at.get('max')];
  return decimalSignOf(table.rows.flatMap(({ cells }) => places.flatMap((place) => cells[place ?? -1] ?? [])));
}

/** Whether the record was written; false where a file of its name is there. */
function writeRecord(draft: RecordDraft, file: string, terminal: Terminal): boolean {
  const place = resolve(file);
  const root = rootOf(dirname(place), process.cwd());
  const path = pathInside(root, place) ?? basename(file);
  const text = draftText(draft, path);
  const { record, problems } = readRecord(path, text);
  const serious = problems.filter(({ severity = 'error' }) => severity === 'error');
  try {
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new Failure(`${visible(file)} ${reasonOf(error, 'written')}.`);
  }
  const counts = [
    counted(record?.figures.length ?? 0, 'figure'),
    ...(record?.dates.length ? [counted(record.dates.length, 'date')] : []),
  ];
  const note = serious.length === 0 ? '' : `; the check has ${counted(serious.length, 'thing')} to say`;
  terminal.out(`written  ${visible(file)}  ${counts.join(', ')}${note}\n`);
  return true;
}

/** Writes what could not be placed beside the table, under a name that is free. */
function writeLeft(path: string, left: readonly Unplaced[], terminal: Terminal): void {
  const rows = left.map(({ row, column, cell, reason }) => [row, column, cell, reason]);
  const text = `\ufeff${csvTable([['row', 'column', 'cell', 'reason'], ...rows])}`;
  const base = path.replace(/\.[^./\\]*$/, '');
  for (let count = 1; ; count += 1) {
    const file = `${base}.unplaced${count === 1 ? '' : `-${count}`}.csv`;
    try {
      writeFileSync(file, text, { flag: 'wx' });
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue;
      throw new Failure(`${visible(file)} ${reasonOf(error, 'written')}.`);
    }
    terminal.err(
      `${counted(left.length, 'entry', 'entries')} of the table could not be placed; ${visible(relative('', file))} lists ${left.length === 1 ? 'it' : 'them'}, with the reason.\n`,
    );
    return;
  }
}
