import { slugOf } from '../text/slug.ts';
import {
  type CellReading,
  type DecimalSign,
  dateCell,
  kindCell,
  numberCell,
  periodCell,
  qualifierCell,
  takeScale,
  unitCell,
} from './cells.ts';
import type { Columns, Field } from './columns.ts';
import type { ClaimDraft, EvidenceDraft, RecordDraft, SourceDraft } from './draft.ts';
import {
  acceptCell,
  type DerivedCell,
  derivedCell,
  type EvidenceCell,
  evidenceCell,
  type Unread,
} from './exported-cells.ts';
import { freeId } from './ids.ts';
import { withoutQuotingMark } from './marks.ts';
import type { Table } from './table.ts';

/** A cell that no record took, and why. */
export interface Unplaced {
  /** As a spreadsheet counts them. */
  readonly row: number;
  readonly column: string;
  readonly cell: string;
  readonly reason: string;
}

/** What only one of the two types of claims holds. */
const ofFigures: readonly Field[] = ['value', 'min', 'max', 'unit', 'qualifier', 'period', 'kind', 'indicator'];
const ofDates: readonly Field[] = ['date'];
/** What a computed figure does not hold. */
const ofEvidence: readonly Field[] = ['source', 'sourceTitle', 'article', 'file', 'url', 'quote', 'evidence'];

const unknownColumn = 'no key of a record is known for this column';

type Refuse = (field: Field, reason: string) => void;

interface RecordInMaking {
  title?: string;
  jurisdiction?: string;
  readonly sources: SourceDraft[];
  readonly claims: ClaimDraft[];
  readonly ids: Set<string>;
  /** Ids of figures as the table has them, and as the record has them. */
  readonly named: Map<string, string>;
}

/** Makes records of the rows of a table; whatever no record can take is given back with a reason. */
export class Drafts {
  readonly unplaced: Unplaced[] = [];
  /** How many rows name no record and went to that of the row above: a spreadsheet writes merged cells so. */
  filledDown = 0;
  private lastRecord = '';
  private readonly records = new Map<string, RecordInMaking>();
  /** Done when every row was read: a figure may be computed from figures further down. */
  private readonly later: (() => void)[] = [];

  /**
   * @param fallback Id of the record where the table names none.
   * @param article Path of the article of rows that name none, relative to the root.
   */
  constructor(
    private readonly table: Table,
    private readonly columns: Columns,
    private readonly sign: DecimalSign,
    private readonly fallback: string,
    private readonly article = '',
  ) {
    for (const row of table.rows) this.take(row.number, row.cells.map(withoutQuotingMark));
    for (const finish of this.later) finish();
  }

  drafts(): readonly RecordDraft[] {
    return [...this.records].map(([id, { ids: _, named: __, ...record }]) => ({ id, ...record }));
  }

  private take(row: number, cells: readonly string[]): void {
    const cell = (field: Field): string => cells[this.columns.at.get(field) ?? -1] ?? '';
    const refuse = (field: Field | number, reason: string) => {
      const index = typeof field === 'number' ? field : (this.columns.at.get(field) ?? -1);
      this.unplaced.push({ row, column: this.table.header[index] ?? String(field), cell: cells[index] ?? '', reason });
    };
    for (const index of this.columns.unknown) if (cells[index]) refuse(index, unknownColumn);
    for (let index = this.table.header.length; index < cells.length; index += 1)
      if (cells[index]) refuse(index, 'there is no header above it');
    const isDate = cell('type') === 'date' || (cell('value') === '' && cell('min') === '' && cell('date') !== '');
    const main = isDate ? dateCell(cell('date')) : this.value(cell);
    if ('problem' in main) {
      refuse(
        isDate ? 'date' : cell('value') === '' && cell('min') !== '' ? 'min' : 'value',
        `${main.problem}; the whole row is left out`,
      );
      return;
    }
    const record = this.recordOf(cell);
    const keys = new Map<string, string>();
    const add = (key: string, field: Field, read: (cell: string) => CellReading = (value) => ({ value })) => {
      if (cell(field) === '') return;
      const reading = read(cell(field));
      if ('problem' in reading) refuse(field, reading.problem);
      else keys.set(key, reading.value);
    };
    const label = cell('label') || cell('indicator') || cell('quote').slice(0, 60);
    if (isDate) {
      keys.set('event', label || 'date');
      keys.set('date', main.value);
    } else {
      const id = freeId(cell('id') || label || `figure-${row}`, record.ids);
      keys.set('id', id);
      if (cell('id') !== '' && !record.named.has(cell('id'))) record.named.set(cell('id'), id);
      keys.set('label', label || `Row ${row}`);
      add('indicator', 'indicator', (value) => ({ value: slugOf(value) }));
      add('kind', 'kind', kindCell);
      if (keys.get('kind') === 'actual') keys.delete('kind');
      keys.set('value', main.value);
      add('unit', 'unit', unitCell);
      if (main.unit !== undefined && !keys.has('unit')) keys.set('unit', main.unit);
      takeScale(keys);
      add('qualifier', 'qualifier', qualifierCell);
      const qualifier = keys.get('qualifier') ?? main.qualifier;
      if (main.qualifier !== undefined && qualifier !== main.qualifier)
        refuse('qualifier', `the number itself stands with “${main.qualifier}”, and ${qualifier} is taken`);
      if (qualifier === undefined || qualifier === 'exact') keys.delete('qualifier');
      else keys.set('qualifier', qualifier);
      add('period', 'period', periodCell);
      if (cell('jurisdiction') !== (record.jurisdiction ?? '')) add('jurisdiction', 'jurisdiction');
    }
    refuseOthers(isDate, cell, record, refuse);
    const accept = exported(cell, 'accept', acceptCell, refuse);
    const claim: Mutable<ClaimDraft> = { type: isDate ? 'date' : 'figure', keys, row, ...(accept && { accept }) };
    const derived = exported(cell, 'derived', derivedCell, refuse);
    if (derived && !isDate) this.later.push(() => compute(claim, derived, record, refuse));
    else if (derived) refuse('derived', 'a date has no such key');
    if (derived && !isDate) {
      for (const field of ofEvidence)
        if (cell(field) !== '') refuse(field, 'a computed figure has no evidence of its own');
    } else {
      const source = this.sourceOf(this.withArticle(cell, refuse), record.sources, refuse);
      const more = this.moreEvidence(cell, record.sources, refuse);
      if (source !== undefined && more.length > 0)
        claim.evidence = [{ source, ...(cell('quote') !== '' && { quote: cell('quote') }) }, ...more];
      else {
        if (source !== undefined) keys.set('source', source);
        add('quote', 'quote');
      }
    }
    add('note', 'note');
    record.claims.push(claim);
  }

  /** The pieces of evidence behind the first, which has columns of its own. */
  private moreEvidence(cell: (field: Field) => string, sources: SourceDraft[], refuse: Refuse): EvidenceDraft[] {
    const [, ...more] = exported(cell, 'evidence', evidenceCell, refuse) ?? [];
    return more.flatMap(({ quote, ...named }: EvidenceCell) => {
      const cells: Partial<Record<Field, string | undefined>> = {
        source: named.source,
        sourceTitle: named.title,
        url: named.url,
        file: named.file,
      };
      const source = this.sourceOf(
        (field) => cells[field] ?? '',
        sources,
        (_, reason) => refuse('evidence', reason),
      );
      return source === undefined ? [] : [{ source, ...(quote !== undefined && { quote }) }];
    });
  }

  private value(cell: (field: Field) => string): CellReading {
    if (cell('value') !== '') return numberCell(cell('value'), this.sign);
    if (cell('min') === '' || cell('max') === '') return { problem: 'there is no value' };
    const [min, max] = [numberCell(cell('min'), this.sign), numberCell(cell('max'), this.sign)];
    if ('problem' in min) return min;
    if ('problem' in max) return max;
    if (min.unit !== undefined && max.unit !== undefined && min.unit !== max.unit)
      return { problem: `the ends have two units, ${min.unit} and ${max.unit}` };
    return { ...max, ...min, value: `[${min.value}, ${max.value}]` };
  }

  /** The cells, with the file or the address that stands in a column for the article itself. */
  private withArticle(cell: (field: Field) => string, refuse: Refuse): (field: Field) => string {
    const article = cell('article');
    if (article === '') return cell;
    const field = isAddress(article) ? 'url' : isPath(article) ? 'file' : undefined;
    if (field === undefined)
      refuse(
        'article',
        `it is neither the path nor the address of an article: where the column holds titles, name it with --column sourceTitle="${this.table.header[this.columns.at.get('article') ?? -1]}"`,
      );
    else if (cell(field) !== '' && cell(field) !== article)
      refuse('article', `another column names ${cell(field)} for the same source`);
    else return (one) => (one === field ? article : cell(one));
    return cell;
  }

  private recordOf(cell: (field: Field) => string): RecordInMaking {
    if (cell('record') !== '') this.lastRecord = cell('record');
    else if (this.lastRecord !== '') this.filledDown += 1;
    // A path, as `export` writes it, stands for the name of the record in it.
    const name = this.lastRecord.replace(/^.*\//, '').replace(/\.policy\.ya?ml$/, '');
    const id = slugOf(name) || this.fallback;
    const known: RecordInMaking = this.records.get(id) ?? { sources: [], claims: [], ids: new Set(), named: new Map() };
    this.records.set(id, known);
    if (known.title === undefined && cell('title') !== '') known.title = cell('title');
    if (known.jurisdiction === undefined && cell('jurisdiction') !== '') known.jurisdiction = cell('jurisdiction');
    return known;
  }

  /** Id of the source that a row names; made where the record has none like it. */
  private sourceOf(cell: (field: Field) => string, sources: SourceDraft[], refuse: Refuse): string | undefined {
    const [name, title, named, url, language] = (['source', 'sourceTitle', 'file', 'url', 'language'] as const).map(
      cell,
    );
    const file = named || this.article;
    if (!name && !title && !file && !url) return undefined;
    const wanted = slugOf(name ?? '');
    const same = sources.find((source) =>
      wanted
        ? source.id === wanted
        : source.file === (file || undefined) &&
          source.url === (url || undefined) &&
          source.title === (title || undefined),
    );
    if (same) {
      for (const [field, known] of [
        ['sourceTitle', same.title],
        ['file', same.file],
        ['url', same.url],
        ['language', same.language],
      ] as const)
        if (cell(field) !== '' && cell(field) !== known)
          refuse(field, `the source “${same.id}” was made of an earlier row, with ${known ?? 'nothing'} here`);
      return same.id;
    }
    const base = file.replace(/^.*\//, '').replace(/\.[^/]*$/, '');
    const id = freeId(wanted || base || title || 'source', new Set(sources.map((source) => source.id)));
    const isNamedByAddress = isAddress(name ?? '');
    sources.push({
      id,
      ...((title || (name && slugOf(name) !== name && !isNamedByAddress)) && { title: title || name }),
      ...(file && { file }),
      ...((url || isNamedByAddress) && { url: url || name }),
      ...(language && { language }),
    });
    return id;
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What `export` wrote into a cell; undefined where there is nothing, or something else, which is then listed. */
function exported<T extends object>(
  cell: (field: Field) => string,
  field: 'derived' | 'accept' | 'evidence',
  read: (cell: string) => T | Unread,
  refuse: Refuse,
): T | undefined {
  if (cell(field) === '') return undefined;
  // Other tables have a column of that name too, for whatever they like.
  if (!/^[[{]/.test(cell(field))) {
    refuse(field, unknownColumn);
    return undefined;
  }
  const reading = read(cell(field));
  if (!('problem' in reading)) return reading;
  refuse(field, reading.problem);
  return undefined;
}

/** Names the figures of a computation as the record does; one that the record lacks leaves the figure as it is written. */
function compute(
  claim: Mutable<ClaimDraft>,
  { operation, operands }: DerivedCell,
  record: RecordInMaking,
  refuse: Refuse,
): void {
  const missing = operands.find((operand) => !record.named.has(operand));
  if (missing !== undefined)
    refuse(
      'derived',
      `no figure of the record was made of a row with the id ${missing}, from which this one is computed`,
    );
  else claim.derived = { operation, operands: operands.map((operand) => record.named.get(operand) ?? operand) };
}

const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

/** A name that ends like the name of a file, or whose words are parted like folders. */
const isPath = (text: string): boolean =>
  !/[\r\n]/.test(text) &&
  (/\.(?:txt|md|markdown|x?html?|pdf|docx)$/i.test(text) || /^(?:\.{0,2}\/)?[^\s/]+(?:\/[^\s/]+)+$/.test(text));

/** Lists what stands in the row and neither its claim nor its record took. */
function refuseOthers(
  isDate: boolean,
  cell: (field: Field) => string,
  record: { readonly title?: string; readonly jurisdiction?: string },
  refuse: (field: Field, reason: string) => void,
): void {
  // A date without a label has the indicator for its event.
  const others = !isDate ? ofDates : ofFigures.filter((field) => field !== 'indicator' || cell('label') !== '');
  for (const field of others)
    if (cell(field) !== '')
      refuse(field, isDate ? 'a date has no such key' : 'a figure has no such key: give it a row of its own');
  if (!isDate && cell('value') !== '')
    for (const end of ['min', 'max'] as const)
      if (cell(end) !== '') refuse(end, `the row has the value ${cell('value')} too, which is taken`);
  if (cell('title') !== '' && cell('title') !== record.title)
    refuse('title', `the record has the title “${record.title}” already`);
  if (isDate && cell('jurisdiction') !== '' && cell('jurisdiction') !== record.jurisdiction)
    refuse('jurisdiction', `the record has ${record.jurisdiction} already, and a date has none of its own`);
}
