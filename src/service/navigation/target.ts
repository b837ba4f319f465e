import type { Located } from '../../text/span.ts';
import { holds, placeAt } from '../place.ts';
import type { FileView, RecordView } from '../views.ts';

/** What a name in a file stands for. `place` is the name itself, as it can be clicked and renamed. */
export interface Named {
  readonly kind: 'agency' | 'source' | 'figure' | 'indicator' | 'record' | 'rule';
  readonly place: Located<string>;
}

/** The name at an offset of a record; undefined where there is none. */
export function nameInRecord({ root, record }: RecordView, offset: number): Named | undefined {
  if (!root || !record) return undefined;
  const { node, path, key } = placeAt(root, offset);
  if (key || node.kind !== 'scalar' || node.json === null) return undefined;
  const kind = kindOfName(path);
  return kind && { kind, place: { value: node.text, start: node.start, end: node.end } };
}

/** The kind of name that stands at a path of a record. */
function kindOfName(path: readonly (string | number)[]): Named['kind'] | undefined {
  const [list] = path;
  const key = path.findLast((step) => typeof step === 'string');
  if (path.length === 1) return key === 'id' ? 'record' : undefined;
  if (list === 'agencies' && (path.length === 2 || (path.length === 3 && key === 'agency'))) return 'agency';
  if (key === 'source') return 'source';
  if (key === 'rule') return 'rule';
  if (path.includes('derived') && typeof path.at(-1) === 'number') return 'figure';
  if (path.length !== 3) return undefined;
  if (key === 'id') return list === 'sources' ? 'source' : list === 'figures' ? 'figure' : undefined;
  return key === 'indicator' ? 'indicator' : undefined;
}

/** The name at an offset of a registry or the configuration. */
export function nameInFile({ kind, registry, root }: FileView, offset: number): Named | undefined {
  if (kind === 'configuration') {
    const place = root && placeAt(root, offset);
    return place?.key && place.path[0] === 'rules' && place.path.length === 2
      ? { kind: 'rule', place: place.key }
      : undefined;
  }
  for (const { id, parent } of registry?.agencies ?? []) {
    for (const place of [id, parent]) if (place && holds(place, offset)) return { kind: 'agency', place };
  }
  return undefined;
}
