import type { PolicyRecord, Registry } from '../../records/model.ts';
import type { Located, Span } from '../../text/span.ts';
import type { Named } from './target.ts';

/** A place where a name stands. */
export interface Occurrence {
  readonly path: string;
  readonly place: Span;
  /** It gives the name to something; the others refer to that. */
  readonly defines: boolean;
}

/** Where a name stands in a record. `home` is the record in which it was asked for: ids of figures and sources end there. */
export function occurrencesInRecord(record: PolicyRecord, { kind, place }: Named, home: string): Occurrence[] {
  const { path } = record;
  if ((kind === 'source' || kind === 'figure' || kind === 'record') && path !== home) return [];
  const named = (located: Located<string> | undefined): boolean => located?.value === place.value;
  const found: Occurrence[] = [];
  const add = (located: Located<string> | undefined, defines = false): void => {
    if (located && named(located)) found.push({ path, place: located, defines });
  };
  const claims = [...record.figures, ...record.dates];
  switch (kind) {
    case 'record':
      add(record.id, true);
      break;
    case 'agency':
      for (const { agency } of record.agencies) add(agency);
      break;
    case 'source':
      for (const { id, start } of record.sources) if (id.start !== start) add(id, true);
      for (const { evidence } of claims) for (const { source } of evidence) add(source);
      break;
    case 'figure':
      for (const { id, hasOwnId } of record.figures) if (hasOwnId) add(id, true);
      for (const { derived } of record.figures) for (const operand of derived?.value.operands ?? []) add(operand);
      break;
    case 'indicator':
      for (const { indicator } of record.figures) add(indicator);
      break;
    case 'rule':
      for (const { accept } of [...claims, ...record.sources, ...record.agencies])
        for (const { rule } of accept) add(rule);
  }
  return found.sort((a, b) => a.place.start - b.place.start);
}

/** Where the id of an agency stands in a registry. */
export function occurrencesInRegistry({ path, agencies }: Registry, { kind, place }: Named): Occurrence[] {
  if (kind !== 'agency') return [];
  return agencies.flatMap(({ id, parent }) => [
    ...(id.value === place.value ? [{ path, place: id, defines: true }] : []),
    ...(parent?.value === place.value ? [{ path, place: parent, defines: false }] : []),
  ]);
}
