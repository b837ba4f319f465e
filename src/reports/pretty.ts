import { bearings, isBorneBySeveral } from '../checks/bearing.ts';
import type { Finding, Related, Severity } from '../checks/finding.ts';
import { verdictWords } from '../checks/plain-words.ts';
import { LineIndex } from '../text/lines.ts';
import { columnsOf } from './display.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { type CheckedFile, type CheckedRecord, type Report, shownFindings, Tally } from './report.ts';
import { columnsOfRow, padded, paint, piece, type Row, type Screen, wrapped } from './row.ts';
import { summaryRows } from './summary.ts';
import { uncheckedLine } from './unchecked.ts';
import { verdicts } from './words.ts';

/** From this width on the record and the article stand side by side. */
const sideBySideFrom = 100;
/** Sentences are not wider than this: longer lines are hard to read. */
const measure = 110;
const indent = 4;

const signs: Readonly<Record<Severity, string>> = { error: '✗', warning: '!', info: 'i' };

/**
 * What a person reads in a terminal: under the name of each record its findings, each with the words of the record and
 * of the article, and at the end how the claims fared at a glance.
 */
export function prettyReport(screen: Screen, options: { readonly quiet: boolean }): Report {
  const tally = new Tally();
  let endsBlank = false;
  const print = (rows: readonly Row[]): string => rows.map((row) => `${paint(row, screen)}\n`).join('');
  return {
    file(checked) {
      tally.addFindings(checked.findings);
      const findings = shownFindings(checked.findings);
      if (findings.length === 0) return '';
      endsBlank = true;
      return print([
        ...headerRows(checked.path, '', findings, screen),
        ...findingsRows({ ...checked, findings }, undefined, screen),
      ]);
    },
    record(checked) {
      tally.addRecord(checked);
      const findings = shownFindings(checked.result.findings);
      if (findings.length === 0 && options.quiet) return '';
      const { path } = checked.result;
      const rows = findingsRows({ path, text: checked.text, findings }, checked.article, screen, bearingOf(checked));
      endsBlank = findings.length > 0;
      return print([...headerRows(path, verdictCounts(checked), findings, screen), ...rows]);
    },
    end(notChecked) {
      // Not wrapped: the last line is the whole of it, for whoever looks at no more.
      const last = [piece(uncheckedLine(tally, notChecked), 'dim')];
      const summary = options.quiet ? [] : [...(endsBlank ? [] : [[]]), ...summaryRows(tally, screen)];
      return [print([...summary, last])];
    },
  };
}

function headerRows(path: string, counts: string, findings: readonly Finding[], screen: Screen): Row[] {
  const worst = (['error', 'warning'] as const).find((level) => findings.some(({ severity }) => severity === level));
  const sign = worst ? piece(signs[worst], worst) : piece('✓', 'good');
  const head = [sign, piece(' '), piece(path, 'strong')];
  return wrapped(counts === '' ? head : [...head, piece(`  ${counts}`, 'dim')], screen.width, screen, indent);
}

/** `12 of 14 supported, 1 refuted, 1 not found`. */
function verdictCounts({ result }: CheckedRecord): string {
  if (result.claims.length === 0) return 'no figures or dates';
  const parts = verdicts.map((verdict) => {
    const count = result.claims.filter((claim) => claim.verdict === verdict).length;
    if (verdict === 'supported') {
      const several = result.claims.filter(isBorneBySeveral).length;
      return `${count} of ${result.claims.length} supported${several > 0 ? ` (${several} by several sources)` : ''}`;
    }
    return count === 0 ? '' : `${count} ${verdictWords[verdict]}`;
  });
  return parts.filter((part) => part !== '').join(', ');
}

/** What each source makes of the claim of a finding, where there are several and not all bear it; told once for a claim. */
function bearingOf({ result }: CheckedRecord): (finding: Finding) => string {
  const told = new Set<string>();
  return ({ claim: id }) => {
    if (id === undefined || told.has(id)) return '';
    told.add(id);
    const claim = result.claims.find((one) => one.id === id);
    return claim ? bearings(claim, (source) => source) : '';
  };
}

function findingsRows(
  checked: CheckedFile,
  article: CheckedRecord['article'] | undefined,
  screen: Screen,
  bearing: (finding: Finding) => string = () => '',
): Row[] {
  if (checked.findings.length === 0) return [];
  const lines = new LineIndex(checked.text);
  const sources = new Map<string, { readonly text: string; readonly lines: LineIndex } | undefined>();
  const sourceOf = (id: string) => {
    if (!sources.has(id)) {
      // A tab takes as many columns as a terminal likes; a blank keeps the offsets and the carets right.
      const text = article?.(id)?.replace(/[\t\v\f]/g, ' ');
      sources.set(id, text === undefined ? undefined : { text, lines: new LineIndex(text) });
    }
    return sources.get(id);
  };
  const rows: Row[] = [[]];
  for (const finding of checked.findings) {
    rows.push(...messageRows(finding, screen));
    rows.push(...bearingRows(bearing(finding), screen));
    if (checked.text !== '') rows.push(...placesRows(finding, { text: checked.text, lines }, sourceOf, screen));
    if (finding.fix) rows.push([piece(' '.repeat(indent)), piece('→ ', 'good'), piece(finding.fix.title, 'good')]);
    rows.push([]);
  }
  return rows;
}

function messageRows(finding: Finding, screen: Screen): Row[] {
  const columns = Math.min(screen.width, measure);
  const head = [piece('  '), piece(signs[finding.severity], finding.severity), piece(' ')];
  const rows = wrapped([...head, piece(finding.message)], columns, screen, indent);
  const rule = finding.claim === undefined ? finding.rule : `${finding.claim}  ${finding.rule}`;
  const last = rows[rows.length - 1] ?? [];
  const joined = [...last, piece('  '), piece(rule, 'dim')];
  if (columnsOfRow(joined, screen) <= columns) return [...rows.slice(0, -1), joined];
  return [...rows, ...wrapped([piece(' '.repeat(indent)), piece(rule, 'dim')], columns, screen, indent)];
}

const bearingRows = (words: string, screen: Screen): Row[] =>
  words === ''
    ? []
    : wrapped([piece(' '.repeat(indent)), piece(words, 'dim')], Math.min(screen.width, measure), screen, indent);

interface Readable {
  readonly text: string;
  readonly lines: LineIndex;
}

/** An excerpt and what stands before its lines: their number, behind the id of the source where it is an article's. */
interface Place {
  readonly label: (line: number) => string;
  readonly excerpt: Excerpt;
}

/** The words of the record and those of the article, beside each other where there is room, else below. */
function placesRows(
  finding: Finding,
  record: Readable,
  sourceOf: (id: string) => Readable | undefined,
  screen: Screen,
): Row[] {
  const wide = screen.width >= sideBySideFrom && finding.related.length > 0;
  const whole = Math.min(screen.width, 2 * measure) - indent;
  const size = (columns: number) => ({ columns: Math.max(columns, 24), rows: 3, lines: 3, ascii: screen.ascii });
  const recordColumns = (wide ? Math.floor(whole * 0.45) : whole) - 8;
  const excerpt = excerptOf(record.text, finding, size(recordColumns), finding.severity, record.lines);
  const ours: Place = { label: String, excerpt };
  const used = wide ? Math.max(...gutterRows([ours], screen).map((row) => columnsOfRow(row, screen))) + between : 0;
  const theirs = finding.related.slice(0, maxPassages).flatMap((related): Place[] => {
    const source = sourceOf(related.source);
    if (!source) return [];
    const columns = whole - used - columnsOf(related.source, screen.ascii) - 9;
    const passage = excerptOf(source.text, related, size(columns), 'good', source.lines);
    return [{ label: (line) => labelOf(related, line), excerpt: passage }];
  });
  const margin = piece(' '.repeat(indent));
  if (!wide) return gutterRows([ours, ...theirs], screen).map((row) => [margin, ...row]);
  return beside(gutterRows([ours], screen), gutterRows(theirs, screen), used, screen).map((row) => [margin, ...row]);
}

/** Lines are counted where the file is the text; a page of HTML has others, and of a PDF file people look for the page. */
function labelOf({ source, page, file }: Related, line: number): string {
  if (page !== undefined) return `${source}, p. ${page}`;
  return file === undefined ? `${source}:${line}` : source;
}

/** Passages of articles that are shown for one finding. */
const maxPassages = 3;
/** Columns between the record and the article. */
const between = 3;

function beside(left: readonly Row[], right: readonly Row[], columns: number, screen: Screen): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const row = left[at] ?? [];
    const other = right[at];
    rows.push(other ? [...padded(row, columns, screen), ...other] : row);
  }
  return rows;
}

/** The excerpts one below the other, each row behind the number of its line. */
function gutterRows(places: readonly Place[], screen: Screen): Row[] {
  const labelled = places.flatMap(({ label, excerpt }) =>
    excerpt.rows.map(({ line, row }) => ({ label: line === undefined ? '' : label(line), row })),
  );
  const columns = Math.max(4, ...labelled.map(({ label }) => columnsOf(label, screen.ascii)));
  return labelled.map(({ label, row }) => {
    const blank = ' '.repeat(columns - columnsOf(label, screen.ascii));
    return [piece(`${blank}${label} │ `, 'dim'), ...row];
  });
}
