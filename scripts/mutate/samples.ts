/** Where right claims come from: the records of a repository, and the cases of `test/cases/checks`. */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../src/articles/article.ts';
import type { CheckInput } from '../../src/checks/context.ts';
import type { RecordResult } from '../../src/checks/finding.ts';
import { checkRecord } from '../../src/checks/run.ts';
import { openRepository } from '../../src/cli/repository.ts';
import { ArticleShelf } from '../../src/node/article-shelf.ts';
import { filesIn } from '../../src/node/files.ts';
import { openerFor } from '../../src/node/open-article.ts';
import type { PolicyRecord, Source } from '../../src/records/model.ts';
import { readRecord } from '../../src/records/read.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { type Case, parseCases } from '../../test/checks/case-file.ts';
import { openText, wholeRecord } from '../../test/checks/harness.ts';
import type { Claim } from './mutant.ts';

/** A record with its articles, and which of its claims are right. */
export interface Sample {
  readonly name: string;
  readonly record: PolicyRecord;
  readonly isRight: (claim: Claim) => boolean;
  readonly article: (source: Source) => Article | undefined;
  /** Checks a text in the place of the record's own; throws where it is no record. */
  readonly check: (text: string) => RecordResult;
}

/**
 * Conflicts with other records stay out: they would find a wrong value without a look at the article. So does what is
 * said of agencies.
 */
const alone: Pick<CheckInput, 'agency' | 'agencyIds' | 'variants' | 'recordsWithId'> = {
  agency: () => undefined,
  agencyIds: () => [],
  variants: () => [],
  recordsWithId: () => [],
};

/** The records of `examples/`, but for the one whose claims are wrong on purpose. */
export const examples = (): Promise<readonly Sample[]> =>
  samplesIn('examples', '', ['records/typical-mistakes.policy.yaml']);

/** The records below a folder, where it is there. Claims are right but for those that somebody had to accept. */
export async function samplesIn(
  folder: string,
  below = '',
  without: readonly string[] = [],
): Promise<readonly Sample[]> {
  if (!existsSync(folder)) return [];
  const root = realpathSync(folder);
  const { configuration, records } = openRepository(root);
  const shelf = new ArticleShelf(filesIn(root), openerFor(configuration));
  const wanted = records.filter((path) => path.startsWith(below) && !without.includes(path));
  return Promise.all(
    wanted.map(async (path) => {
      const read = (text: string) => readRecord(path, text);
      const { record } = read(readFileSync(join(root, path), 'utf8'));
      if (!record) throw new Error(`${join(folder, path)} cannot be read`);
      const opened = new Map([...(await shelf.openAll(record))].map(([{ id }, result]) => [id.value, result]));
      const articles: CheckInput['articles'] = ({ id }) =>
        opened.get(id.value) ?? { failure: { rule: 'source/missing', message: 'is not there.' } };
      return {
        name: join(folder, path),
        record,
        isRight: ({ accept }: Claim) => accept.length === 0,
        article: (source: Source) => articleOf(articles(source)),
        check: (text: string) => checked(read(text), { ...alone, articles, units: configuration, severities: {} }),
      };
    }),
  );
}

const articleOf = (result: ReturnType<CheckInput['articles']>): Article | undefined =>
  'article' in result ? result.article : undefined;

type Reading = ReturnType<typeof readRecord>;

function checked({ record, problems }: Reading, input: Omit<CheckInput, 'record' | 'problems'>): RecordResult {
  const serious = problems.filter(({ severity }) => severity !== 'info');
  if (!record || serious.length > 0) throw new Error(`no record: ${serious.map(({ message }) => message).join(' ')}`);
  return checkRecord({ ...input, record, problems });
}

/** The cases of the checks: claims of which the case says that they are supported, and of which it expects no finding. */
export function samplesOfCases(folder: string): readonly Sample[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.case'))
    .flatMap((file) =>
      parseCases(file, readFileSync(join(folder, file), 'utf8')).flatMap((one) => {
        const sample = sampleOf(`${join(folder, file)}: ${one.name}`, one);
        return sample ? [sample] : [];
      }),
    );
}

function sampleOf(name: string, one: Case): Sample | undefined {
  const text = wholeRecord(one.repository);
  const { record, problems } = readRecord('records/case.policy.yaml', text);
  if (!record || problems.length > 0) return undefined;
  const articles = new Map(one.repository.articles.map((article) => [`${article.id}.txt`, openText(article)]));
  const open: CheckInput['articles'] = ({ file }) => {
    const article = articles.get(file?.value ?? '');
    return article ? { article } : { failure: { rule: 'source/missing', message: 'is not there.' } };
  };
  const lines = new LineIndex(text);
  const noted = new Set([...one.findings.map(({ line }) => line), ...one.verdicts.keys()]);
  return {
    name,
    record,
    isRight: ({ start, end, accept }) => {
      const [first, last] = [lines.positionAt(start).line, lines.positionAt(Math.max(start, end - 1)).line];
      return accept.length === 0 && ![...noted].some((line) => first <= line && line <= last);
    },
    article: (source) => articleOf(open(source)),
    check: (changed) =>
      checked(readRecord('records/case.policy.yaml', changed), {
        ...alone,
        articles: open,
        units: one.repository.units ?? {},
        severities: {},
      }),
  };
}
