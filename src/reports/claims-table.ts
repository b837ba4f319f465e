import type { ClaimRow, EvidenceRow } from '../insight/claim-row.ts';
import type { Exact } from '../quantities/exact.ts';
import { type Cell, csvTable } from './csv.ts';

/** A column of the table of claims: the types are those of Frictionless Table Schema. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'number' | 'integer';
  readonly description: string;
  readonly values?: readonly string[];
  readonly cell: (row: ClaimRow) => Cell;
}

const first = (row: ClaimRow): EvidenceRow | undefined => row.evidence[0];

/** The table of claims, one a row; the evidence is that of its first piece, and `evidence` has all of them. */
export const columns: readonly Column[] = [
  text('record', 'Path of the record in its repository.', ({ record }) => record),
  text('record_id', 'Id of the record.', ({ recordId }) => recordId),
  { ...text('type', 'Whether a figure or a date is claimed.', ({ type }) => type), values: ['figure', 'date'] },
  text('claim', 'Id of the claim, unique in its record.', ({ claim }) => claim),
  text('label', 'Label of a figure, event of a date.', ({ label }) => label),
  text('indicator', 'Name under which other records claim the same quantity.', ({ indicator }) => indicator),
  { ...text('kind', 'What kind of figure it is.', ({ kind }) => kind), values: ['actual', 'target', 'estimate'] },
  text('jurisdiction', 'ISO 3166-1 or 3166-2 code.', ({ jurisdiction }) => jurisdiction),
  number('value', 'The claimed number; empty for a range.', ({ value }) => value),
  number('min', 'Lower end of a claimed range.', ({ min }) => min),
  number('max', 'Upper end of a claimed range.', ({ max }) => max),
  text('unit', 'Unit, currency or what is counted.', ({ unit }) => unit),
  text('qualifier', 'about, nearly, more-than, …; empty where the number is exact.', ({ qualifier }) => qualifier),
  text('period', 'ISO 8601 year, month, day, quarter or interval.', ({ period }) => period),
  text('date', 'The claimed date, ISO 8601.', ({ date }) => date),
  {
    ...text('verdict', 'What the check says of the claim.', ({ verdict }) => verdict),
    values: ['supported', 'refuted', 'not-found', 'accepted', 'unchecked'],
  },
  text('source', 'Id of the source in the record.', (row) => first(row)?.source),
  text('source_title', 'Title of the source.', (row) => first(row)?.title),
  text('source_url', 'Address of the source.', (row) => first(row)?.url),
  text('file', 'Path of the article in the repository.', (row) => first(row)?.file),
  integer(
    'start',
    'Where the evidence begins in the text of the article, in UTF-16 units.',
    (row) => first(row)?.start,
  ),
  integer('end', 'Where it ends, exclusive.', (row) => first(row)?.end),
  text('text', "The article's words at that place.", (row) => first(row)?.text),
  text('quote', 'The quote of the record.', (row) => first(row)?.quote),
  text('evidence', 'All pieces of evidence as JSON, where there are several.', ({ evidence }) =>
    evidence.length > 1 ? JSON.stringify(evidence) : undefined,
  ),
  text('note', 'Note of the claim.', ({ note }) => note),
  text('derived', 'How a figure is computed from others of its record, as JSON.', ({ derived }) => json(derived)),
  text('accept', 'The findings that were accepted, with the reasons, as JSON.', ({ accept }) => json(accept)),
];

const json = (value: object | undefined): string | undefined => value && JSON.stringify(value);

function text(name: string, description: string, cell: (row: ClaimRow) => string | undefined): Column {
  return { name, type: 'string', description, cell };
}

function number(name: string, description: string, cell: (row: ClaimRow) => Exact | undefined): Column {
  // A third has no finite decimals; the format allows none, and neither do tables.
  return { name, type: 'number', description, cell };
}

function integer(name: string, description: string, cell: (row: ClaimRow) => number | undefined): Column {
  return { name, type: 'integer', description, cell };
}

export const claimsHead = (): string => csvTable([columns.map(({ name }) => name)]);

export const claimsCsv = (rows: readonly ClaimRow[]): string =>
  csvTable(rows.map((row) => columns.map(({ cell }) => cell(row))));

/** One claim a line; what it does not have is left out. */
export const claimsJsonl = (rows: readonly ClaimRow[]): string =>
  rows.map((row) => `${JSON.stringify(row, plainly)}\n`).join('');

/** Numbers as they are written in the record where JSON can hold them exactly, else as a text. */
function plainly(_: string, value: unknown): unknown {
  if (!isExact(value)) return value;
  const written = value.toString();
  return String(Number(written)) === written ? Number(written) : written;
}

const isExact = (value: unknown): value is Exact =>
  typeof value === 'object' && value !== null && 'isDecimal' in value && 'roundedTo' in value;
