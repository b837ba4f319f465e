import type { FoldingRange, Position, SelectionRange } from 'vscode-languageserver-types';
import type { MapNode, YamlNode } from '../../records/tree.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { holds } from '../place.ts';
import { rangeOf } from '../ranges.ts';

/** What can be folded: every list, every entry of one, and every quote of several lines. */
export function foldingsOf(root: MapNode | undefined, lines: LineIndex): FoldingRange[] {
  const foldings = new Map<number, FoldingRange>();
  const fold = (from: number, { end }: Span): void => {
    const startLine = lines.positionAt(from).line;
    const last = lines.positionAt(end);
    const endLine = last.character === 0 ? last.line - 1 : last.line;
    if (endLine > startLine && !foldings.has(startLine)) foldings.set(startLine, { startLine, endLine });
  };
  const visit = (node: YamlNode): void => {
    if (node.kind === 'map') {
      for (const { key, value } of node.entries.values()) {
        fold(key.start, value);
        visit(value);
      }
    } else if (node.kind === 'list') {
      for (const item of node.items) {
        if (item.kind !== 'scalar') fold(item.start, item);
        visit(item);
      }
    }
  };
  if (root) visit(root);
  return [...foldings.values()].sort((a, b) => a.startLine - b.startLine);
}

/** What a selection grows to: the value, its key with it, the entry, the list, the file. */
export function selectionsAt(root: MapNode | undefined, lines: LineIndex, position: Position): SelectionRange {
  const offset = lines.offsetAt(position);
  const spans: Span[] = [];
  let node: YamlNode | undefined = root;
  while (node) {
    spans.push(node);
    if (node.kind === 'scalar') break;
    if (node.kind === 'list') node = node.items.find((item) => holds(item, offset));
    else {
      const entry: { readonly key: Span; readonly value: YamlNode } | undefined = [...node.entries.values()].find(
        ({ key, value }) => key.start <= offset && offset <= value.end,
      );
      if (!entry) break;
      spans.push({ start: entry.key.start, end: entry.value.end });
      if (holds(entry.key, offset)) {
        spans.push(entry.key);
        break;
      }
      node = holds(entry.value, offset) ? entry.value : undefined;
    }
  }
  let selection: SelectionRange = { range: { start: position, end: position } };
  const growing = spans.filter((span, i) => i === 0 || !same(span, spans[i - 1] as Span));
  let parent: SelectionRange | undefined;
  for (const span of growing) parent = { range: rangeOf(lines, span), ...(parent && { parent }) };
  if (parent) selection = parent;
  return selection;
}

const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;
