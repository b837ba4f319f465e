import { articlePath } from '../records/layout.ts';
import type { PolicyRecord } from '../records/model.ts';
import { LineIndex, type LinePosition } from '../text/lines.ts';

/** What is kept of every record of a repository, whether it is open or not: names and no text. */
export interface RecordSummary {
  readonly path: string;
  readonly id?: string;
  readonly title?: string;
  /** Ids of the agencies that it names, each once. */
  readonly agencies: readonly string[];
  /** Paths of the articles that it cites, each once. */
  readonly articles: readonly string[];
  readonly figures: readonly FigureSummary[];
}

export interface FigureSummary {
  readonly id: string;
  readonly label: string;
  readonly indicator?: string;
  /** Where its value stands. */
  readonly position: LinePosition;
}

export function summaryOf(record: PolicyRecord): RecordSummary {
  const lines = new LineIndex(record.text);
  const articles = record.sources.flatMap(({ file }) => articlePath(record.path, file?.value) ?? []);
  return {
    path: record.path,
    ...(record.id && { id: record.id.value }),
    ...(record.title && { title: record.title.value }),
    agencies: [...new Set(record.agencies.map(({ agency }) => agency.value))],
    articles: [...new Set(articles)],
    figures: record.figures.map(({ id, label, value, indicator }) => ({
      id: id.value,
      label: label.value,
      position: lines.positionAt(value.start),
      ...(indicator && { indicator: indicator.value }),
    })),
  };
}

/** The names by which records know of each other: their ids and indicators. */
export const namesOf = (summary: RecordSummary | undefined): string[] =>
  summary
    ? [
        ...(summary.id === undefined ? [] : [`id ${summary.id}`]),
        ...summary.figures.flatMap(({ indicator }) => (indicator === undefined ? [] : [`indicator ${indicator}`])),
      ]
    : [];

export const byPath = (a: { readonly path: string }, b: { readonly path: string }): number =>
  a.path < b.path ? -1 : 1;
