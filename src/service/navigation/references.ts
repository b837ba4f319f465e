import type { Location } from 'vscode-languageserver-types';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import type { Project } from '../project.ts';
import { rangeOf } from '../ranges.ts';
import { type Occurrence, occurrencesInRecord, occurrencesInRegistry } from './occurrences.ts';
import type { Named } from './target.ts';

/** Every place of a repository where a name stands, with the texts in which they lie. */
export interface Occurrences {
  readonly all: readonly Occurrence[];
  /** Path → text of the file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, LineIndex>;
}

/**
 * Looks for a name in the whole repository, as far as it can stand there: ids of figures and sources end with their
 * record. `home` is the file in which it was asked for.
 */
export async function findOccurrences(project: Project, name: Named, home: string): Promise<Occurrences> {
  await project.indexed();
  const all: Occurrence[] = [];
  const texts = new Map<string, string>();
  for (const registry of project.registries) {
    const found = occurrencesInRegistry(registry, name);
    if (found.length > 0) texts.set(registry.path, registry.text);
    all.push(...found);
  }
  for (const path of recordsWith(project, name, home)) {
    const record = await project.readRecord(path);
    const found = record ? occurrencesInRecord(record, name, home) : [];
    if (record && found.length > 0) texts.set(path, record.text);
    all.push(...found);
  }
  return { all, texts, lines: new Map([...texts].map(([path, text]) => [path, new LineIndex(text)])) };
}

/** The records in which the name may stand, told from their summaries. */
function recordsWith(project: Project, { kind, place: { value } }: Named, home: string): string[] {
  switch (kind) {
    case 'agency':
      return project.records.filter(({ agencies }) => agencies.includes(value)).map(({ path }) => path);
    case 'indicator':
      return project.records
        .filter(({ figures }) => figures.some(({ indicator }) => indicator === value))
        .map(({ path }) => path);
    case 'rule':
      return project.records.map(({ path }) => path);
    default:
      return [home];
  }
}

/** The places as an editor lists them. */
export const locationsOf = (project: Project, { all, lines }: Occurrences, withDefinition: boolean): Location[] =>
  all
    .filter(({ defines }) => withDefinition || !defines)
    .map(({ path, place }) => locationAt(project, path, lines, place));

function locationAt(project: Project, path: string, lines: Occurrences['lines'], place: Span): Location {
  return { uri: project.uriOf(path), range: rangeOf(lines.get(path) ?? new LineIndex(''), place) };
}
