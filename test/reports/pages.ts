import type { Article } from '../../src/articles/article.ts';
import type { Finding } from '../../src/checks/finding.ts';
import { CheckRun } from '../../src/cli/check-run.ts';
import { groupsOf } from '../../src/cli/facts.ts';
import { pageSource } from '../../src/cli/page-run.ts';
import { openRepository } from '../../src/cli/repository.ts';
import { coverageOf } from '../../src/insight/coverage.ts';
import { filesIn } from '../../src/node/files.ts';
import { openerFor } from '../../src/node/open-article.ts';
import { Exact } from '../../src/quantities/exact.ts';
import type { FigureClaim, PolicyRecord, Source } from '../../src/records/model.ts';
import type { PageRecord } from '../../src/reports/html/page-record.ts';
import { PageRecords } from '../../src/reports/html/page-source.ts';
import type { Located } from '../../src/text/span.ts';

/** Every record of `examples/` as the command hands it to the page. */
export async function examplePages(): Promise<PageRecord[]> {
  const repository = openRepository('examples');
  const run = new CheckRun(filesIn('examples'), repository, openerFor(repository.configuration), (error) => {
    throw error;
  });
  run.setGroups(groupsOf(new Map(repository.records.map((path) => [path, run.facts(path)])), true));
  const pages = new PageRecords(pageSource(run, repository));
  const all: PageRecord[] = [];
  for (const path of repository.records) all.push(await pages.page(path));
  return all;
}

const at = <T>(value: T): Located<T> => ({ value, start: 0, end: 1 });

/** A record that says a text wherever a record, a registry and an article can say one. */
export function hostilePage(text: string): PageRecord {
  const accept = [{ start: 0, end: 1, rule: at(text), reason: at(text) }];
  const source: Source = {
    start: 0,
    end: 1,
    id: at(text),
    title: at(text),
    file: at(text),
    url: at(text),
    publisher: at(text),
    published: at(text),
    language: at(text),
    ignore: [],
    accept,
  };
  const figure: FigureClaim = {
    type: 'figure',
    start: 0,
    end: 1,
    id: at(text),
    hasOwnId: true,
    label: at(text),
    indicator: at(text),
    jurisdiction: at(text),
    kind: 'target',
    value: at({ kind: 'number', number: { value: Exact.of(3), precision: 0, text } }),
    unit: at(text),
    period: at('2024'),
    note: at(text),
    evidence: [
      { start: 0, end: 1, source: at(text), quote: at(text) },
      { start: 0, end: 1, source: at(text), quote: at(text) },
    ],
    accept,
  };
  const later: FigureClaim = {
    ...figure,
    id: at(`${text}2`),
    kind: 'actual',
    period: at('2023'),
    derived: at({ operation: 'sum', operands: [at(text)] }),
  };
  const record: PolicyRecord = {
    path: text,
    text,
    id: at(text),
    title: at(text),
    jurisdiction: at(text),
    date: at(text),
    agencies: [{ start: 0, end: 1, agency: at(text), role: at(text), accept }],
    sources: [source],
    dates: [],
    figures: [figure, later],
  };
  const article: Article = {
    text: `${text} 3 ${text}`,
    view: { kind: 'text' },
    language: text,
    sha256: () => '',
    reading: () => ({ quantities: [], periods: [] }),
    folded: () => {
      throw new Error('nobody looks for a quote here');
    },
  };
  const finding: Finding = { rule: text, severity: 'error', start: 0, end: 1, message: text, related: [] };
  const place = { start: text.length + 1, end: text.length + 2 };
  const quantity = { ...place, kind: 'number', value: Exact.of(3), digits: place, number: place } as const;
  return {
    result: {
      path: text,
      id: text,
      claims: [figure, later].map(({ id }) => ({
        type: 'figure',
        id: id.value,
        verdict: 'refuted',
        places: [],
        evidence: [
          { source: text, verdict: 'refuted', place, text, says: text },
          { source: text, verdict: 'not-found' },
        ],
      })),
      findings: [finding, { ...finding, claim: text }, { ...finding, source: text }],
    },
    record,
    agency: () => ({ start: 0, end: 1, id: at(text), names: { [text]: text, en: text }, aliases: {}, url: text }),
    article: () => ({ article }),
    coverage: () => coverageOf([quantity], [], []),
  };
}
