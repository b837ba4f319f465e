import type { Problem } from '../records/problem.ts';
import { checkUnreadable } from './check-files.ts';
import type { RecordResult } from './finding.ts';

/** The result for a file that could not be read as a record; no configuration makes it look like a clean one. */
export const unreadRecord = (path: string, problems: readonly Problem[]): RecordResult => ({
  path,
  claims: [],
  findings: checkUnreadable(problems, {}),
});

/** The result for a record on which the program itself failed: it must not look like a clean one either. */
export const crashedRecord = (path: string): RecordResult => ({
  path,
  claims: [],
  findings: [
    {
      rule: 'check/failed',
      severity: 'error',
      start: 0,
      end: 0,
      message: 'The program failed on this record through a fault of its own, so it was not checked; please report it.',
      related: [],
    },
  ],
});
