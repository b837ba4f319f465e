import type { DateClaim, FigureClaim, PolicyRecord } from '../records/model.ts';
import type { MapNode, YamlNode } from '../records/tree.ts';
import type { Located, Span } from '../text/span.ts';

/** Where in the tree of a file an offset lies. */
export interface TreePlace {
  /** Keys and zero-based indexes from the root to the node. */
  readonly path: readonly (string | number)[];
  /** The innermost node that holds the offset; the value of the key where the offset is on a key. */
  readonly node: YamlNode;
  /** The key that the offset stands on. */
  readonly key?: Located<string>;
  /** The mappings around it, innermost first. */
  readonly maps: readonly MapNode[];
}

/** Finds the innermost key or value at an offset; a place directly behind one still counts to it. */
export function placeAt(root: MapNode, offset: number): TreePlace {
  const path: (string | number)[] = [];
  const maps: MapNode[] = [];
  let node: YamlNode = root;
  for (;;) {
    if (node.kind === 'map') {
      maps.unshift(node);
      let inner: YamlNode | undefined;
      for (const [name, { key, value }] of node.entries) {
        if (holds(key, offset)) return { path: [...path, name], node: value, key, maps };
        if (!holds(value, offset)) continue;
        path.push(name);
        inner = value;
        break;
      }
      if (!inner) return { path, node, maps };
      node = inner;
    } else if (node.kind === 'list') {
      const index: number = node.items.findIndex((item) => holds(item, offset));
      const inner: YamlNode | undefined = node.items[index];
      if (!inner) return { path, node, maps };
      path.push(index);
      node = inner;
    } else return { path, node, maps };
  }
}

/** Whether an offset is in a span or directly behind it. */
export const holds = ({ start, end }: Span, offset: number): boolean => start <= offset && offset <= end;

/** The claim of a record at an offset. */
export const claimAt = ({ figures, dates }: PolicyRecord, offset: number): FigureClaim | DateClaim | undefined =>
  figures.find((figure) => holds(figure, offset)) ?? dates.find((date) => holds(date, offset));
