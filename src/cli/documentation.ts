import { readFileSync } from 'node:fs';

/** The page of a rule in docs/rules, which lies beside the bundle in a package and two folders up in the sources. */
export function documentationOf(rule: string): string | undefined {
  const file = `docs/rules/${rule.replace('/', '-')}.md`;
  for (const up of ['../', '../../']) {
    try {
      return readFileSync(new URL(`${up}${file}`, import.meta.url), 'utf8');
    } catch {
      // It lies in the other place, or there is none, and the title has to do.
    }
  }
  return undefined;
}
