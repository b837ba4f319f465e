import { validateRecord } from '../generated/validators.js';
import type { Qualifier } from '../quantities/quantity.ts';
import type { Located, Span } from '../text/span.ts';
import { Desk } from './desk.ts';
import type {
  Acceptance,
  AgencyUse,
  DateClaim,
  Derivation,
  Evidence,
  FigureClaim,
  IgnoredNumber,
  Operation,
  PolicyRecord,
  Source,
} from './model.ts';
import { bounded, parseFile } from './parse.ts';
import type { Problem } from './problem.ts';
import { withoutScale } from './scaled-figure.ts';
import { itemsOf, type MapNode, mapOf, mapsOf, scalarOf, textOf } from './tree.ts';

export interface RecordReading {
  /** Undefined where the file cannot be read as a record at all; then a problem says why. */
  readonly record: PolicyRecord | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads one policy record. Every claim that can be read is there, whatever is wrong with the others; a claim that is left
 * out has a problem of its own. A slip with one evident correction is reported, and read as it was meant.
 *
 * @param path relative to the repository's root, with `/`
 * @param text the file, with or without a byte order mark; all places are UTF-16 offsets in it
 */
export function readRecord(path: string, text: string): RecordReading {
  const { record, problems } = readRecordTree(path, text);
  return { record, problems };
}

/** The same with the tree of the file, for whoever looks at its keys; it takes many times the room of the record. */
export function readRecordTree(path: string, text: string): RecordReading & { readonly root: MapNode | undefined } {
  const { root, problems, broken } = parseFile(text, 'record', validateRecord);
  if (!root) return { record: undefined, problems, root };
  const desk = new Desk(text, broken);
  const sources = desk.readable(mapsOf(root, 'sources'), (map, index) => source(desk, map, index));
  const evidenced = { desk, single: itemsOf(root, 'sources').length === 1 };
  const record: PolicyRecord = {
    path,
    text,
    ...defined({
      id: textOf(root, 'id'),
      title: textOf(root, 'title'),
      jurisdiction: textOf(root, 'jurisdiction'),
      date: desk.date(root, 'date'),
    }),
    agencies: agencies(desk, root),
    sources,
    dates: desk.readable(mapsOf(root, 'dates'), (map, index) => dateClaim(evidenced, map, index)),
    figures: desk.readable(mapsOf(root, 'figures'), (map, index) => figureClaim(evidenced, map, index)),
  };
  return { record, problems: desk.problems.length === 0 ? problems : bounded([...problems, ...desk.problems]), root };
}

interface Evidenced {
  readonly desk: Desk;
  /** The record has one source, which claims need not name. */
  readonly single: boolean;
}

function agencies(desk: Desk, root: MapNode): AgencyUse[] {
  const uses: AgencyUse[] = [];
  for (const item of itemsOf(root, 'agencies')) {
    if (item.kind === 'list' || desk.isBroken(item)) continue;
    const { start, end } = item;
    if (item.kind === 'scalar') {
      if (item.json !== null) uses.push({ start, end, agency: { value: item.text, start, end }, accept: [] });
      continue;
    }
    const agency = textOf(item, 'agency');
    if (agency)
      uses.push({ start, end, agency, ...defined({ role: textOf(item, 'role') }), accept: acceptances(item) });
  }
  return uses;
}

function source(desk: Desk, map: MapNode, index: number): Source {
  const sha256 = desk.checksum(map, 'sha256');
  return {
    start: map.start,
    end: map.end,
    id: textOf(map, 'id') ?? unnamed(map, `source-${index + 1}`),
    ...defined({
      title: textOf(map, 'title'),
      file: textOf(map, 'file'),
      language: textOf(map, 'language'),
      url: textOf(map, 'url'),
      publisher: textOf(map, 'publisher'),
      published: desk.date(map, 'published'),
      retrieved: desk.date(map, 'retrieved'),
      sha256,
      encoding: textOf(map, 'encoding'),
    }),
    ...(textOf(map, 'sha256') && !sha256 && { hasBrokenChecksum: true }),
    ignore: mapsOf(map, 'ignore').flatMap((item): IgnoredNumber[] => {
      const quote = desk.quote(item);
      return quote ? [{ start: item.start, end: item.end, quote, ...defined({ reason: textOf(item, 'reason') }) }] : [];
    }),
    accept: acceptances(map),
  };
}

function dateClaim(context: Evidenced, map: MapNode, index: number): DateClaim | undefined {
  const date = context.desk.date(map, 'date', true);
  const common = claim(context, map, `date-${index + 1}`);
  if (!date) return undefined;
  return {
    type: 'date',
    ...common,
    ...defined({ event: textOf(map, 'event') }),
    date,
  };
}

function figureClaim(context: Evidenced, map: MapNode, index: number): FigureClaim | undefined {
  const { desk } = context;
  const label = textOf(map, 'label');
  const { value, unit } = withoutScale(desk, defined({ value: desk.value(map), unit: unitOf(map) }));
  const period = desk.period(map, 'period');
  const common = claim(context, map, `figure-${index + 1}`);
  if (!label || !value) return undefined;
  const kind = scalarOf(map, 'kind');
  return {
    type: 'figure',
    ...common,
    label,
    kind: (kind?.text ?? 'actual') as FigureClaim['kind'],
    value,
    ...defined({
      indicator: textOf(map, 'indicator'),
      jurisdiction: textOf(map, 'jurisdiction'),
      kindSpan: kind && { start: kind.start, end: kind.end },
      unit,
      qualifier: qualifier(map),
      period,
      derived: derivation(map),
    }),
  };
}

function claim({ desk, single }: Evidenced, map: MapNode, name: string) {
  const id = textOf(map, 'id');
  return {
    start: map.start,
    end: map.end,
    id: id ?? unnamed(map, name),
    hasOwnId: id !== undefined,
    evidence: evidence(desk, map, single),
    ...defined({ note: textOf(map, 'note') }),
    accept: acceptances(map),
  };
}

/** An entry without an id is called by its number, and stands for its whole place. */
const unnamed = (map: MapNode, name: string): Located<string> => ({ value: name, start: map.start, end: map.end });

function evidence(desk: Desk, map: MapNode, single: boolean): Evidence[] {
  if (map.entries.has('derived')) return [];
  if (map.entries.has('evidence')) {
    return mapsOf(map, 'evidence').map((item) => ({ start: item.start, end: item.end, ...pointer(desk, item) }));
  }
  const piece = pointer(desk, map);
  const place = piece.quote ?? piece.source;
  if (place) return [{ start: place.start, end: place.end, ...piece }];
  return single ? [{ start: map.start, end: map.end }] : [];
}

const pointer = (desk: Desk, map: MapNode) => defined({ source: textOf(map, 'source'), quote: desk.quote(map) });

function acceptances(map: MapNode): Acceptance[] {
  return mapsOf(map, 'accept').flatMap((item): Acceptance[] => {
    const rule = textOf(item, 'rule');
    const reason = textOf(item, 'reason');
    return rule && reason ? [{ start: item.start, end: item.end, rule, reason }] : [];
  });
}

function unitOf(map: MapNode): Located<string> | undefined {
  const written = textOf(map, 'unit');
  return written?.value === 'percent' ? { ...written, value: '%' } : written;
}

function qualifier(map: MapNode): Located<Qualifier> | undefined {
  const written = textOf(map, 'qualifier');
  // The schema lets only qualifiers through; what it does not, is broken and never gets here.
  return written && written.value !== 'exact' ? { ...written, value: written.value as Qualifier } : undefined;
}

function derivation(map: MapNode): Located<Derivation> | undefined {
  const node = mapOf(map, 'derived');
  const [operation] = node?.entries.keys() ?? [];
  if (!node || operation === undefined) return undefined;
  const operands = itemsOf(node, operation).map(({ start, end, ...item }) => ({
    value: 'text' in item ? item.text : '',
    start,
    end,
  }));
  return { start: node.start, end: node.end, value: { operation: operation as Operation, operands } };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only the keys that have a value. */
function defined<T extends Record<string, Located<unknown> | Span | undefined>>(fields: T): Defined<T> {
  const present: Record<string, Located<unknown> | Span> = {};
  for (const key in fields) if (fields[key] !== undefined) present[key] = fields[key];
  return present as Defined<T>;
}
