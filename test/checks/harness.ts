/** Runs a check over texts that a test gives: articles, a record, registries and other records. */
import { createHash } from 'node:crypto';
import type { Article } from '../../src/articles/article.ts';
import type { RecordResult, Severity } from '../../src/checks/finding.ts';
import { RepositoryIndex } from '../../src/checks/repository-index.ts';
import { checkRecord } from '../../src/checks/run.ts';
import { unreadRecord } from '../../src/checks/unread-record.ts';
import type { UnitOptions } from '../../src/quantities/agreement.ts';
import { readingOf } from '../../src/quantities/recognise.ts';
import type { PolicyRecord } from '../../src/records/model.ts';
import { readRecord } from '../../src/records/read.ts';
import { readRegistry } from '../../src/records/registry.ts';
import { fold } from '../../src/text/fold.ts';

export interface ArticleText {
  /** File name, which is the id of its source too. */
  readonly id: string;
  readonly language: string;
  readonly published?: string;
  readonly text: string;
}

export interface Repository {
  readonly articles: readonly ArticleText[];
  readonly record: string;
  readonly agencies?: string;
  readonly others?: readonly string[];
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly units?: UnitOptions;
}

export interface Checked {
  readonly result: RecordResult;
  /** Absent where the text cannot be read as a record. */
  readonly record?: PolicyRecord;
}

/** Keys that every record needs, for those that the record of a case leaves out. */
function boilerplate({ articles, record }: Repository): string {
  const sources = articles.map(
    ({ id, language, published }) =>
      `  - id: ${id}\n    file: ${id}.txt\n    language: ${language}\n${published ? `    published: ${published}\n` : ''}`,
  );
  const keys: readonly (readonly [string, string])[] = [
    ['id', 'case\n'],
    ['title', 'A case\n'],
    ['jurisdiction', 'EU\n'],
    ['status', 'adopted\n'],
    ['date', '2025\n'],
    ['sources', `\n${sources.join('')}`],
  ];
  const missing = keys.filter(([key]) => !new RegExp(`^${key}:`, 'm').test(record));
  return missing.map(([key, value]) => `${key}: ${value}`).join('');
}

/** The record of a case with the keys that it leaves out written behind it, so that its own lines stay where they are. */
export const wholeRecord = (repository: Repository): string =>
  `${repository.record.replace(/\n*$/, '\n')}${boilerplate(repository)}`;

export function openText({ text, language }: ArticleText): Article {
  let folded: ReturnType<typeof fold> | undefined;
  return {
    text,
    view: { kind: 'text' },
    language,
    sha256: () => createHash('sha256').update(text).digest('hex'),
    reading: readingOf(text, language),
    folded: () => (folded ??= fold(text)),
  };
}

export function check(repository: Repository): Checked {
  const path = 'records/case.policy.yaml';
  const { record, problems } = readRecord(path, wholeRecord(repository));
  if (!record) return { result: unreadRecord(path, problems) };
  const articles = new Map(repository.articles.map((article) => [`${article.id}.txt`, openText(article)]));
  const registry = repository.agencies
    ? (readRegistry('case.agencies.yaml', repository.agencies).registry?.agencies ?? [])
    : [];
  const index = new RepositoryIndex();
  for (const [at, text] of (repository.others ?? []).entries()) {
    const other = readRecord(`records/other-${at + 1}.policy.yaml`, text).record;
    if (other) index.setRecord(other);
  }
  index.setRecord(record);
  const { variants, recordsWithId } = index.around(path);
  const result = checkRecord({
    record,
    problems,
    articles: ({ file }) => {
      const article = articles.get(file?.value ?? '');
      return article ? { article } : { failure: { rule: 'source/missing', message: 'is not there.' } };
    },
    agency: (id) => registry.find((agency) => agency.id.value === id),
    agencyIds: () => registry.map(({ id }) => id.value),
    variants,
    recordsWithId,
    units: repository.units ?? {},
    severities: repository.severities ?? {},
  });
  return { result, record };
}
