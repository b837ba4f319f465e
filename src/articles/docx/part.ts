import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Flow } from '../flow.ts';
import { lowering, raising } from '../raised.ts';
import { damaged, Unreadable } from './zip.ts';

/** Nobody nests a document deeper; the parser's own stack would grow with it. */
const maxDepth = 2000;

/** Namespaces by the ends of their names, which the transitional and the strict form of the standard share. */
const word = /wordprocessingml(?:\/2006)?\/main$/;
const math = /officeDocument(?:\/2006)?\/math$/;

/** What a reader of the document does not see, or would see twice: moved text, older forms of drawings, pronunciations. */
const unread: ReadonlySet<string> = new Set(['moveFrom', 'Fallback', 'rt', 'delText', 'instrText']);

/** How the characters of a run are shown. */
interface Run {
  isHidden: boolean;
  shift: 'raised' | 'lowered' | undefined;
}

type Operation = (flow: Flow) => void;

/**
 * Writes the text of one part of a Word document (ISO/IEC 29500-1, §17): paragraphs, tables, what was inserted. Text boxes
 * follow the paragraph that holds them; what was deleted or struck out, hidden text and marks of notes are left out.
 */
export function writePart(xml: string, flow: Flow): void {
  const reader = new PartReader();
  reader.read(xml);
  for (const operation of reader.operations) operation(flow);
}

class PartReader {
  readonly operations: Operation[] = [];
  /** Where operations go: the part, or the text boxes that are open in it. */
  /** Cells of the last row of each table that is open. */
  private readonly cellsOfRows: number[] = [];
  private readonly sinks: Operation[][] = [this.operations];
  private readonly boxes: Operation[][] = [];
  private readonly shifts: Run['shift'][] = [];
  private run: Run = { isHidden: false, shift: undefined };
  private depth = 0;
  /** Depth of the element that is passed over; 0 outside of one. */
  private skipped = 0;
  private isText = false;
  private text = '';
  /** Paragraphs that are open, one in another where a text box is. */
  private paragraphs = 0;

  read(xml: string): void {
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', () => {
      throw new Unreadable(damaged);
    });
    parser.on('opentag', (tag) => this.open(tag));
    parser.on('closetag', (tag) => this.close(tag));
    parser.on('text', (text) => {
      if (this.isText) this.text += text;
    });
    parser.write(xml).close();
  }

  private add(operation: Operation): void {
    (this.sinks[this.sinks.length - 1] as Operation[]).push(operation);
  }

  private open(tag: SaxesTagNS): void {
    this.depth += 1;
    if (this.depth > maxDepth)
      throw new Unreadable(`nests its parts more than ${maxDepth} deep; save its text as a .txt file.`);
    if (this.skipped > 0) return;
    const { local } = tag;
    if (unread.has(local)) this.skipped = this.depth;
    else if (math.test(tag.uri)) this.openMath(local);
    else if (word.test(tag.uri)) this.openWord(local, valuesOf(tag));
  }

  private openMath(local: string): void {
    if (local === 't') this.isText = true;
    if (local === 'sup' || local === 'sub') {
      this.shifts.push(this.run.shift);
      this.run = { isHidden: false, shift: local === 'sup' ? 'raised' : 'lowered' };
    }
  }

  private openWord(local: string, values: ReadonlyMap<string, string>): void {
    const marks: Readonly<Record<string, string>> = { tab: '\t', noBreakHyphen: '\u2011', softHyphen: '\u00ad' };
    const mark = marks[local];
    if (mark !== undefined && this.paragraphs > 0 && !this.run.isHidden) this.add((flow) => flow.write(mark, 0, 0));
    else if (local === 't') this.isText = true;
    else if (local === 'r') this.run = { isHidden: false, shift: undefined };
    else if (local === 'p') {
      this.paragraphs += 1;
      this.add((flow) => flow.paragraph());
    } else if (local === 'tbl') this.cellsOfRows.push(0);
    else if (local === 'tc') this.openCell();
    else if (local === 'tr') this.openRow();
    else if (local === 'br' || local === 'cr')
      this.add(/page|column/.test(values.get('type') ?? '') ? (flow) => flow.paragraph() : (flow) => flow.line());
    else if (local === 'txbxContent') this.sinks.push([]);
    else this.property(local, values.get('val'));
  }

  private openCell(): void {
    const cells = this.cellsOfRows.pop() ?? 0;
    this.cellsOfRows.push(cells + 1);
    this.add((flow) => flow.openCell());
  }

  /** Rows that follow one of several cells stand in one block with it. */
  private openRow(): void {
    const before = this.cellsOfRows.pop() ?? 0;
    this.cellsOfRows.push(0);
    this.add((flow) => {
      flow.row();
      if (before > 1) flow.nextRow();
    });
  }

  private property(local: string, value: string | undefined): void {
    const isOn = value === undefined || !/^(?:0|false|off|none)$/.test(value);
    if (['vanish', 'webHidden', 'strike', 'dstrike'].includes(local)) this.run.isHidden ||= isOn;
    if (local === 'vertAlign' && value !== 'baseline') this.run.shift = value === 'superscript' ? 'raised' : 'lowered';
  }

  private close(tag: SaxesTagNS): void {
    if (this.skipped === this.depth) this.skipped = 0;
    else if (this.skipped === 0) this.closed(tag);
    this.depth -= 1;
  }

  private closed({ local, uri }: SaxesTagNS): void {
    if (local === 't' && this.isText) this.endText();
    if (math.test(uri) && (local === 'sup' || local === 'sub'))
      this.run = { isHidden: false, shift: this.shifts.pop() };
    if (!word.test(uri)) return;
    if (local === 'p') this.endParagraph();
    if (local === 'tc') this.add((flow) => flow.closeCell());
    if (local === 'tr') this.add((flow) => flow.row());
    if (local === 'tbl') this.cellsOfRows.pop();
    if (local === 'txbxContent') this.boxes.push(this.sinks.pop() ?? []);
  }

  private endText(): void {
    const { text } = this;
    const { isHidden, shift } = this.run;
    this.text = '';
    this.isText = false;
    if (isHidden) return;
    this.add((flow) => {
      const form = shift === undefined ? undefined : (shift === 'raised' ? raising : lowering)(text, flow.lastUnit);
      const written = form ? [...text].map(form).join('') : text;
      const words = written.split(/[ \n\r]+/);
      for (const [index, one] of words.entries()) {
        if (index > 0) flow.space();
        flow.write(one, 0, 0);
      }
    });
  }

  private endParagraph(): void {
    this.paragraphs -= 1;
    this.add((flow) => flow.paragraph());
    if (this.paragraphs > 0 && this.sinks.length > 1) return;
    for (const box of this.boxes.splice(0)) for (const operation of box) this.add(operation);
  }
}

const valuesOf = ({ attributes }: SaxesTagNS): ReadonlyMap<string, string> =>
  new Map(Object.values(attributes).map(({ local, value }) => [local, value]));
