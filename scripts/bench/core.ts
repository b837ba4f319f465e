/** What the command line is made of, in one bundle: what is measured is the code that is shipped. */

export { RepositoryIndex } from '../../src/checks/repository-index.ts';
export { checkRecord } from '../../src/checks/run.ts';
export { openerFor } from '../../src/node/open-article.ts';
export { recognise } from '../../src/quantities/recognise.ts';
export { readRecord } from '../../src/records/read.ts';
