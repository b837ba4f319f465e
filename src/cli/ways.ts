import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import type { Ways } from './record-checks.ts';

/** More threads than any machine has use for are a slip. */
const mostJobs = 256;

/** What a call says of how its work is done. */
export function waysOf({ values }: Pick<Call, 'values'>): Ways {
  const jobs = values.get('jobs');
  const cache = values.get('cache') ?? 'auto';
  return { ...(jobs !== undefined && { jobs: jobsOf(jobs) }), ...(cache !== 'auto' && { cache: cache === 'always' }) };
}

function jobsOf(written: string): number {
  const jobs = /^\d{1,3}$/.test(written) ? Number(written) : 0;
  if (jobs < 1 || jobs > mostJobs)
    throw new Failure(`The option --jobs takes a number of threads from 1 to ${mostJobs}, not "${written}".`);
  return jobs;
}
