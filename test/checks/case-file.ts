/**
 * Cases for the checks as files; `test/cases/checks/README.md` tells how they are written. What the loader does not know
 * is refused: a misspelt expectation must not pass as one that holds.
 */
import type { Severity, Verdict } from '../../src/checks/finding.ts';
import type { ArticleText, Repository } from './harness.ts';

/** A finding that a line of the record expects. */
export interface ExpectedFinding {
  /** Zero-based line of the record on which it begins. */
  readonly line: number;
  readonly rule: string;
  readonly severity?: Severity;
  /** What its message must hold. */
  readonly says: string;
}

export interface Case {
  readonly name: string;
  readonly repository: Repository;
  readonly findings: readonly ExpectedFinding[];
  /** Zero-based line on which a claim begins or is labelled → its verdict; every other claim is `supported`. */
  readonly verdicts: ReadonlyMap<number, Verdict>;
  /** The record after every fix. */
  readonly fixed?: string;
}

const verdictNames: readonly Verdict[] = ['supported', 'refuted', 'not-found', 'accepted', 'unchecked'];
const severityNames: readonly Severity[] = ['error', 'warning', 'info'];

interface Section {
  readonly heading: string;
  readonly lines: string[];
}

export function parseCases(file: string, source: string): readonly Case[] {
  const cases: { name: string; sections: Section[] }[] = [];
  for (const [index, line] of source.split('\n').entries()) {
    const current = cases.at(-1);
    if (line.startsWith('=== ')) cases.push({ name: line.slice(4).trim(), sections: [] });
    else if (line.startsWith('--- ') && current) current.sections.push({ heading: line.slice(4).trim(), lines: [] });
    else if (current?.sections.at(-1)) current.sections.at(-1)?.lines.push(line);
    else if (line.trim() !== '' && !line.startsWith('#')) throw new Error(`${file}:${index + 1}: text outside a case`);
  }
  if (cases.length === 0) throw new Error(`${file} holds no case`);
  return cases.map(({ name, sections }) => caseOf(`${file}: ${name}`, name, sections));
}

function caseOf(where: string, name: string, sections: readonly Section[]): Case {
  const articles: ArticleText[] = [];
  const others: string[] = [];
  const texts = new Map<string, string>();
  for (const { heading, lines } of sections) {
    const text = lines.join('\n').trim();
    const article = /^(fr|de|en|zh|es|und)(?: ([a-z][\w-]*))?(?: published=([\d-]+))?$/.exec(heading);
    if (article) {
      const [, language = 'und', id = 'article', published] = article;
      articles.push({ id, language, text, ...(published && { published }) });
    } else if (heading === 'other') others.push(`${text}\n`);
    else if (['record', 'agencies', 'severities', 'fixed'].includes(heading) && !texts.has(heading))
      texts.set(heading, text);
    else throw new Error(`${where}: unknown or repeated section "${heading}"`);
  }
  const record = texts.get('record');
  if (record === undefined) throw new Error(`${where}: no record`);
  const fixed = texts.get('fixed');
  const agencies = texts.get('agencies');
  const { text, findings, verdicts } = expectations(where, record);
  return {
    name,
    repository: {
      articles,
      record: `${text}\n`,
      others,
      severities: severitiesOf(where, texts.get('severities') ?? ''),
      ...(agencies !== undefined && { agencies: `${agencies}\n` }),
    },
    findings,
    verdicts,
    ...(fixed !== undefined && { fixed: `${fixed}\n` }),
  };
}

/** Takes ` #= verdict` and ` #! rule [severity]: words` off the ends of lines. */
function expectations(where: string, record: string) {
  const findings: ExpectedFinding[] = [];
  const verdicts = new Map<number, Verdict>();
  const lines = record.split('\n').map((line, index) => {
    const [text = '', ...notes] = line.split(/\s*#(?=[=!])/);
    for (const note of notes) {
      const finding = /^! ([a-z]+\/[a-z-]+)(?: (\w+))?(?:: (.+))?$/.exec(note.trim());
      const verdict = note.startsWith('=') ? verdictNames.find((known) => known === note.slice(1).trim()) : undefined;
      if (finding) {
        const [, rule = '', severity, says = ''] = finding;
        const known = severityNames.find((level) => level === severity);
        if (severity !== undefined && !known) throw new Error(`${where}: unknown severity "${severity}"`);
        findings.push({ line: index, rule, says, ...(known && { severity: known }) });
      } else if (verdict) verdicts.set(index, verdict);
      else throw new Error(`${where}: cannot read the expectation "${note}"`);
    }
    return text;
  });
  return { text: lines.join('\n'), findings, verdicts };
}

function severitiesOf(where: string, text: string): Record<string, Severity | 'off'> {
  const entries = text.split('\n').flatMap((line): readonly (readonly [string, Severity | 'off'])[] => {
    if (line.trim() === '') return [];
    const [, rule, level] = /^([a-z]+\/[a-z-]+): (\w+)$/.exec(line.trim()) ?? [];
    const severity = [...severityNames, 'off' as const].find((known) => known === level);
    if (rule === undefined || severity === undefined) throw new Error(`${where}: cannot read the severity "${line}"`);
    return [[rule, severity]];
  });
  return Object.fromEntries(entries);
}
