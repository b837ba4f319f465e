import type { Severity } from '../checks/finding.ts';
import { rules } from '../checks/rules/index.ts';
import type { RunFacts } from './report.ts';

const levels: Readonly<Record<Severity | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  // A rule that is off has no result unless the configuration gives it a level.
  off: 'note',
};

export const levelOf = (severity: Severity): string => levels[severity];

/** The rules as SARIF describes them: all of them, so that a reader of the report sees what was looked for. */
export class RuleTable {
  private readonly indices: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

  constructor(private readonly run: RunFacts) {}

  indexOf(rule: string): number {
    const index = this.indices.get(rule);
    if (index === undefined) throw new Error(`the rule ${rule} is not in the list of rules`);
    return index;
  }

  descriptors(): readonly object[] {
    return rules.map(({ id, severity, title }) => {
      const page = this.run.documentation(id);
      const told = page === undefined ? undefined : sectionOf(page, 'What it does');
      const text = `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;
      return {
        id,
        name: nameOf(id),
        shortDescription: { text },
        fullDescription: { text: told ?? text },
        helpUri: `${this.run.homepage}/blob/main/docs/rules/${id.replace('/', '-')}.md`,
        help: page === undefined ? { text } : { text: plain(page), markdown: page },
        defaultConfiguration: { level: levels[severity], enabled: severity !== 'off' },
        properties: {
          tags: [id.split('/')[0] ?? id],
          precision: 'high',
          'problem.severity': problemSeverity[severity],
        },
      };
    });
  }
}

/** What GitHub calls them. */
const problemSeverity: Readonly<Record<Severity | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  info: 'recommendation',
  off: 'recommendation',
};

/** `figure/not-in-source` → `FigureNotInSource`. */
const nameOf = (id: string): string =>
  id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function sectionOf(page: string, heading: string): string | undefined {
  const start = page.indexOf(`\n## ${heading}\n`);
  if (start < 0) return undefined;
  const body = page.slice(start + heading.length + 5);
  const end = body.indexOf('\n## ');
  return plain(end < 0 ? body : body.slice(0, end));
}

/** Our own pages without their marks, for readers that show no Markdown. */
const plain = (markdown: string): string =>
  markdown
    .replace(/^```.*$/gm, '')
    .replace(/^#+ /gm, '')
    .replace(/\*\*?|`/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
