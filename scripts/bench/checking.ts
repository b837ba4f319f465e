import { parseDocument } from 'yaml';
import type * as Core from './core.ts';
import { leastTimes } from './measure.ts';
import { type Sample, samples } from './records.ts';
import type { Row } from './table.ts';

const records = 2000;
/** Records in a turn; each part of the work has its least time, and these are added. */
const turn = 100;

/** Checking records in memory, as the command line does it, against parsing their YAML and nothing else. */
export function againstParsing(core: typeof Core): Row {
  const all = samples(records);
  const open = core.openerFor({ units: {}, nouns: {} });
  let own = 0;
  let peer = 0;
  for (let i = 0; i < all.length; i += turn) {
    const part = all.slice(i, i + turn);
    const [ours = 0, theirs = 0] = leastTimes([() => checkAll(core, open, part), () => parseAll(part)], 3);
    own += ours;
    peer += theirs;
  }
  return {
    what: `a check of ${records.toLocaleString('en')} records of ten figures against yaml's parseDocument`,
    measured: `${(own / 1e9).toFixed(2)} s`,
    peer: `${(peer / 1e9).toFixed(2)} s`,
    ratio: own / peer,
    goal: { atMost: 1.5 },
  };
}

function parseAll(part: readonly Sample[]): void {
  for (const { yaml } of part) parseDocument(yaml);
}

/** Throws where a claim comes out otherwise than supported: then something else was measured than a check. */
function checkAll(
  { checkRecord, readRecord, RepositoryIndex }: typeof Core,
  open: ReturnType<typeof Core.openerFor>,
  part: readonly Sample[],
): void {
  const index = new RepositoryIndex();
  const read = part.map(({ path, yaml, article }) => ({ ...readRecord(path, yaml), article }));
  for (const { record } of read) if (record) index.setRecord(record);
  for (const { record, problems, article } of read) {
    if (!record) throw new Error('A record of the benchmark cannot be read.');
    const { claims, findings } = checkRecord({
      record,
      problems,
      articles: (source) => {
        const opened = open(article, { name: source.file?.value ?? '', language: source.language?.value ?? '' });
        if (opened instanceof Promise) throw new Error('The articles of the benchmark are plain text.');
        return opened;
      },
      ...index.around(record.path),
      units: { units: {}, nouns: {} },
      severities: {},
    });
    const wrong = claims.find(({ verdict }) => verdict !== 'supported');
    if (wrong)
      throw new Error(`${record.path}: ${wrong.id} is ${wrong.verdict}: ${findings.map(({ message }) => message)}`);
  }
}
