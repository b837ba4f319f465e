import { Composer, type Document, isAlias, isMap, isScalar, isSeq, type Node, Scalar, Schema } from 'yaml';
import type { Span } from '../text/span.ts';
import { guardedTokens, TooDeep } from './depth.ts';
import { maxEntries, maxNesting, maxProblems } from './limits.ts';
import type { Problem } from './problem.ts';
import { proseKeys } from './prose.ts';
import { coreValue, type JsonMap, type ListNode, type MapNode, type ScalarNode, type YamlNode } from './tree.ts';

/** What the YAML library complains of: its code and place, never its words. */
export interface SyntaxFault extends Span {
  readonly code: string;
}

export interface Composition {
  /** Undefined where the text holds nothing, or cannot be read at all. */
  readonly root: YamlNode | undefined;
  readonly faults: readonly SyntaxFault[];
  /** What is YAML and has no place in a record: anchors, aliases, tags, keys that stand twice, further documents. */
  readonly problems: readonly Problem[];
  /** A list or a mapping stands where a text is meant to stand, as after a colon or a bracket in a quote. */
  readonly odd: boolean;
  /** The nesting passed its bound at this offset, and nothing was read. */
  readonly tooDeepAt?: number;
}

// Plain scalars stay text: which of them are numbers is decided from their source in `coreValue`.
const schema = new Schema({ schema: 'failsafe' });
const options = {
  schema,
  uniqueKeys: false,
  prettyErrors: false,
  keepSourceTokens: false,
  logLevel: 'silent',
} as const;

/** Parses a text into a tree in one pass over the library's nodes. */
export function composeWhole(text: string): Composition {
  const documents: Document.Parsed[] = [];
  const directives: Span[] = [];
  const composer = new Composer(options);
  // The library makes an error of every fault, and a text may hold a million: nobody looks at the stacks of those.
  const stacks = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    for (const token of guardedTokens(text, maxNesting)) {
      if (token.type === 'directive') directives.push({ start: token.offset, end: token.offset + token.source.length });
      for (const document of composer.next(token)) documents.push(document as Document.Parsed);
    }
    for (const document of composer.end(true, text.length)) documents.push(document as Document.Parsed);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { root: undefined, faults: [], problems: [], odd: false, tooDeepAt: error.offset };
  } finally {
    Error.stackTraceLimit = stacks;
  }
  const [first, ...others] = documents;
  const builder = new TreeBuilder(text);
  const root = first?.contents ? builder.node(first.contents as Node) : undefined;
  for (const directive of directives) {
    builder.refuse(
      directive,
      `A line that begins with % is an instruction to YAML and has no place here: take it out.`,
    );
  }
  const second = others.find((document) => document.contents && !isEmpty(document.contents as Node));
  if (second) builder.refuse(builder.trimmed(placeOf(second.contents as Node), false), secondDocument);
  return {
    root: root && isNothing(root) ? undefined : root,
    faults: documents.flatMap((document) =>
      document.errors.map(({ code, pos }) => ({ code, start: pos[0], end: pos[1] })),
    ),
    problems: builder.problems,
    odd: builder.odd || (root !== undefined && root.kind !== 'map'),
  };
}

const secondDocument =
  'A second document begins here, behind a line of three hyphens; a file holds one, and what follows is not read: move it to a file of its own.';

const isNothing = (node: YamlNode): boolean => node.kind === 'scalar' && node.json === null && node.text === '';

const isEmpty = (node: Node): boolean => isScalar(node) && node.source === '';

const placeOf = (node: Node): Span => ({ start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 });

class TreeBuilder {
  readonly problems: Problem[] = [];
  odd = false;

  constructor(private readonly text: string) {}

  refuse(place: Span, message: string): void {
    // One more than are shown, so that the report says that there were more.
    if (this.problems.length <= maxProblems)
      this.problems.push({ rule: 'yaml/syntax', start: place.start, end: place.end, message });
  }

  node(node: Node): YamlNode {
    if (isAlias(node)) return this.alias(node);
    if (node.tag !== undefined || ('anchor' in node && node.anchor !== undefined)) this.properties(node);
    if (isScalar(node)) return this.scalar(node);
    if (isMap<Node, Node | null>(node)) return this.map(node.items, node.flow === true, placeOf(node));
    if (isSeq<Node>(node)) return this.list(node.items, node.flow === true, placeOf(node));
    throw new Error('a node of no known kind');
  }

  private scalar(node: Scalar): ScalarNode {
    const [start = 0, valueEnd = 0] = node.range ?? [];
    const text = String(node.value ?? '');
    const plain = node.type === Scalar.PLAIN;
    const block = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
    return {
      kind: 'scalar',
      start,
      end: block ? this.lastContent(start, valueEnd) : valueEnd,
      text,
      plain,
      commented: plain && node.comment !== undefined && this.hasCommentBehind(valueEnd),
      json: plain ? coreValue(text) : text,
    };
  }

  private list(nodes: readonly Node[], flow: boolean, place: Span): ListNode {
    const items = (nodes.length > maxEntries ? nodes.slice(0, maxEntries) : nodes).map((item) => this.node(item));
    const unread = nodes[maxEntries];
    if (unread) {
      this.refuse(
        placeOf(unread),
        `This list has ${nodes.length} entries, and the first ${maxEntries} are read: split it over several files.`,
      );
    }
    return { kind: 'list', flow, ...this.trimmed(place, flow), items, json: items.map((item) => item.json) };
  }

  private map(pairs: readonly { key: Node; value: Node | null }[], flow: boolean, place: Span): MapNode {
    const entries: MapNode['entries'] = new Map();
    const json = Object.create(null) as JsonMap;
    for (const { key, value } of pairs) {
      const span = placeOf(key);
      if (!isScalar(key)) {
        this.refuse(span, 'A key is a word; here a list, a mapping or an alias stands in its place.');
        continue;
      }
      if (key.tag !== undefined || key.anchor !== undefined) this.properties(key);
      const name = String(key.value ?? '');
      const node = value ? this.node(value) : this.empty(span.end);
      const earlier = entries.get(name);
      if (earlier) {
        this.refuse(
          span,
          `\`${shortened(name)}\` stands twice in this entry, and which one is meant is not known: keep one, or begin a new entry with a hyphen.`,
        );
        continue;
      }
      if (node.kind !== 'scalar' && proseKeys.has(name)) this.odd = true;
      entries.set(name, { key: { value: name, ...span }, value: node });
      json[name] = node.json;
    }
    return { kind: 'map', flow, ...this.trimmed(place, flow), entries, json };
  }

  private alias(node: Node): ScalarNode {
    const place = placeOf(node);
    const written = this.text.slice(place.start, place.end);
    this.refuse(
      place,
      `${shortened(written)} is an alias of YAML, which a record does not use: write the text out, in quotation marks where it begins with *.`,
    );
    return { ...this.empty(place.start), end: place.end };
  }

  /** An anchor or a tag stands before its node, with white space between. */
  private properties(node: Node): void {
    const end = this.lastContent(0, placeOf(node).start);
    let start = end;
    while (start > 0 && !isWhite(this.text.charCodeAt(start - 1))) start--;
    const written = this.text.slice(start, end);
    const kind = written.startsWith('&') ? 'an anchor' : 'a tag';
    this.refuse(
      { start, end },
      `${shortened(written)} is ${kind} of YAML, which a record does not use: take it out, or put the text in quotation marks where it begins with ${written[0] ?? '!'}.`,
    );
  }

  private empty(at: number): ScalarNode {
    return { kind: 'scalar', start: at, end: at, text: '', plain: true, commented: false, json: null };
  }

  /** Block collections and scalars end behind their last word, not at the start of the next line. */
  trimmed(place: Span, flow: boolean): Span {
    return flow ? place : { start: place.start, end: this.lastContent(place.start, place.end) };
  }

  private lastContent(start: number, end: number): number {
    let at = end;
    while (at > start && isWhite(this.text.charCodeAt(at - 1))) at--;
    return at;
  }

  private hasCommentBehind(end: number): boolean {
    let at = end;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return this.text[at] === '#';
  }
}

const isWhite = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13);

const shortened = (written: string): string => (written.length > 40 ? `${written.slice(0, 39)}…` : written);
