import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { OffsetMap } from '../../text/offsets.ts';
import type { Span } from '../../text/span.ts';
import { Flow } from '../flow.ts';
import { lowering, type Raising, raising } from '../raised.ts';
import { Alignment } from './align.ts';
import { type Display, isBlock, isHidden, preformatted } from './elements.ts';

/** Browsers stop at 512; deeper pages are made by mistake or malice, and take a time that grows with their depth. */
export const maxDepth = 1000;
/** Elements of a page; the longest pages of the web have a hundred thousand. */
export const maxElements = 500_000;

export interface HtmlText {
  readonly text: string;
  /** From places of the text to those of the source. */
  readonly map: OffsetMap;
}

export type HtmlReading = HtmlText | { readonly failure: string };

/**
 * The text of an HTML page as a reader of the page sees it: every visible part in its order, one paragraph for each
 * block, a bar between the cells of a row. What a style sheet or a script would change is not known.
 */
export function readHtml(source: string): HtmlReading {
  const document = parsed(source);
  if (typeof document === 'string') return { failure: document };
  const reader = new Reader(source);
  reader.read(document);
  return { text: reader.flow.text(), map: reader.flow.map };
}

class TooLarge extends Error {}

/** The tree of a page, or why it is not read. Parsed as the HTML Standard says, as browsers do. */
export function parsed(source: string): Tree.Document | string {
  let depth = 0;
  let elements = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      depth += 1;
      elements += 1;
      if (depth > maxDepth) throw new TooLarge(`nests its elements more than ${maxDepth} deep`);
      if (elements > maxElements) throw new TooLarge(`has more than ${maxElements} elements`);
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
  try {
    return parse(source, { sourceCodeLocationInfo: true, treeAdapter });
  } catch (error) {
    if (error instanceof TooLarge) return error.message;
    throw error;
  }
}

/** What stands still to be done: a node to be read, or what follows behind an element. */
type Step = Tree.Node | (() => void);

class Reader {
  readonly flow = new Flow();
  private readonly alignment: Alignment;
  private isPreformatted = false;
  private form: Raising | undefined;
  private readonly dataTables = new Map<Tree.ParentNode, boolean>();
  /** Where the row that was begun last stands in one. */
  private tableBefore: Tree.ParentNode | undefined;

  constructor(private readonly source: string) {
    this.alignment = new Alignment(source);
  }

  /** Goes through a tree without recursion: how deep it is does not matter. */
  read(root: Tree.Document): void {
    const steps: Step[] = [root];
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
      if (typeof step === 'function') step();
      else if ('value' in step) this.text(step);
      else if ('tagName' in step) this.element(step, steps);
      else if ('childNodes' in step) steps.push(...step.childNodes.toReversed());
    }
  }

  private element(element: Tree.Element, steps: Step[]): void {
    const { tagName: name, attrs } = element;
    const display: Display = attrs.length === 0 ? {} : displayOf(element);
    if (isHidden(name, display)) return;
    if (name === 'br') this.flow.line();
    const part = this.partOf(name, display);
    if (isCell(element) && this.tableOfData(element.parentNode)) {
      this.flow.openCell();
      steps.push(() => this.flow.closeCell());
    } else if (part) {
      if (name === 'tr') this.beginRow(element);
      else part();
      steps.push(part);
    }
    if (name === 'sup' || name === 'sub') this.raise(element, name, steps);
    if (preformatted.has(name)) this.preformat(steps);
    for (const child of element.childNodes.toReversed()) steps.push(child);
  }

  /** Rows of several cells that follow each other in a table of data stand in one block. */
  private beginRow(row: Tree.Element): void {
    const table = row.childNodes.filter(isCell).length > 1 ? this.tableOfData(row) : undefined;
    this.flow.row();
    if (table && table === this.tableBefore) this.flow.nextRow();
    this.tableBefore = table;
  }

  /** The table of a row, where it is one of data: others may only lay out a page, and their empty cells are room. */
  private tableOfData(row: Tree.ParentNode | null): Tree.ParentNode | undefined {
    const part = row && 'parentNode' in row ? row.parentNode : null;
    const table = part && 'tagName' in part && part.tagName !== 'table' ? part.parentNode : part;
    if (!table) return undefined;
    const isData = this.dataTables.get(table) ?? hasColumns(table);
    this.dataTables.set(table, isData);
    return isData ? table : undefined;
  }

  /** What parts an element from what stands before and behind it. */
  private partOf(name: string, display: Display): (() => void) | undefined {
    if (name === 'td' || name === 'th') return () => this.flow.cell();
    if (name === 'tr') return () => this.flow.row();
    return isBlock(name, display) ? () => this.flow.paragraph() : undefined;
  }

  private raise(element: Tree.Element, name: 'sup' | 'sub', steps: Step[]): void {
    const { form } = this;
    const content = contentOf(element);
    if (content === undefined) return;
    this.form = (name === 'sup' ? raising : lowering)(content, this.flow.lastUnit);
    steps.push(() => {
      this.form = form;
    });
  }

  private preformat(steps: Step[]): void {
    const before = this.isPreformatted;
    this.isPreformatted = true;
    steps.push(() => {
      this.isPreformatted = before;
    });
  }

  private text({ value, sourceCodeLocation: place }: Tree.TextNode): void {
    if (!place) return;
    const isAsWritten = !this.form && !this.isPreformatted && this.source.startsWith(value, place.startOffset);
    if (isAsWritten && place.endOffset - place.startOffset === value.length) this.asWritten(value, place.startOffset);
    else this.aligned(value, { start: place.startOffset, end: place.endOffset });
  }

  /** Most text stands in the source as it is: it is taken over in runs of words with single spaces between them. */
  private asWritten(value: string, start: number): void {
    const { flow } = this;
    let end = 0;
    for (const { 0: words, index } of value.matchAll(runs)) {
      if (index > end) flow.space();
      flow.write(words, start + index);
      end = index + words.length;
    }
    if (end < value.length) flow.space();
  }

  private aligned(value: string, place: Span): void {
    const { alignment, flow, form } = this;
    alignment.begin(place);
    // Units that run side by side with the source are written as one piece.
    let from = 0;
    let at = { start: 0, end: 0 };
    let piece = '';
    const end = () => {
      if (piece !== '') flow.write(piece, from, at.end);
      piece = '';
    };
    for (const unit of unitsOf(value)) {
      const next = alignment.next(unit);
      const isSpace = /[ \t\n\f\r]/.test(unit);
      const written = form ? form(unit) : unit;
      const isPlain = written === unit && next.end - next.start === 1 && next.start === at.end;
      if (!isPlain || isSpace) end();
      at = next;
      if (isSpace) this.whiteSpace(unit, next.start);
      else if (piece !== '') piece += unit;
      else {
        from = next.start;
        piece = written;
        if (written.length !== 1 || next.end - next.start !== 1) end();
      }
    }
    end();
  }

  private whiteSpace(unit: string, at: number): void {
    if (!this.isPreformatted) this.flow.space();
    else if (unit === '\n') this.flow.fixedLine();
    else this.flow.write(unit, at);
  }
}

/** White space as HTML has it; a no-break space is none. */
const runs = /[^ \t\n\f\r]+(?: [^ \t\n\f\r]+)*/g;

/** UTF-16 units, of which two may share a reference in the source. */
function* unitsOf(text: string): Generator<string, void, undefined> {
  for (let at = 0; at < text.length; at += 1) yield text.charAt(at);
}

const displayOf = ({ attrs }: Tree.Element): Display =>
  Object.fromEntries(
    attrs.filter(({ name }) => ['hidden', 'style', 'open'].includes(name)).map((a) => [a.name, a.value]),
  );

/** Raised texts that are longer are no marks of notes and no powers. */
const longestRaised = 16;

/** The text in an element, where it is short. */
function contentOf(element: Tree.Element): string | undefined {
  let text = '';
  const nodes: Tree.Node[] = [element];
  for (let node = nodes.pop(), seen = 0; node !== undefined; node = nodes.pop(), seen += 1) {
    if ('value' in node) text += node.value;
    if (text.length > longestRaised || seen > 2 * longestRaised) return undefined;
    if ('childNodes' in node) nodes.push(...node.childNodes.slice(0, longestRaised).toReversed());
  }
  return text;
}

const childrenOf = (node: Tree.Node): readonly Tree.Node[] => ('childNodes' in node ? node.childNodes : []);
const isCell = (node: Tree.Node): boolean => 'tagName' in node && (node.tagName === 'td' || node.tagName === 'th');

/** Rows of a table that are looked at. */
const mostRows = 50;

/** Whether at least two of the rows of a table have several cells. */
function hasColumns(table: Tree.ParentNode): boolean {
  const rows = table.childNodes.flatMap((child) => childrenOf(child).slice(0, mostRows));
  return rows.filter((row) => childrenOf(row).filter(isCell).length > 1).length > 1;
}
