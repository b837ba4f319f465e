import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Severity } from '../checks/finding.ts';
import { pathInside } from '../node/files.ts';
import type { RunFacts } from '../reports/report.ts';
import { documentationOf } from './documentation.ts';

/** What reports for build services say of the run. */
export async function runFacts(root: string, failsOn: Severity | 'never'): Promise<RunFacts> {
  const { version, homepage } = await import('../../package.json');
  return { version, homepage, failsOn, prefix: prefixOf(root), documentation: documentationOf };
}

/**
 * Where the repository of records lies in the checkout that a build service knows: the nearest folder with `.git` from
 * the root upwards.
 */
function prefixOf(root: string): string {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      const inside = pathInside(folder, root) ?? '';
      return inside === '' ? '' : `${inside}/`;
    }
    if (dirname(folder) === folder) return '';
  }
}
