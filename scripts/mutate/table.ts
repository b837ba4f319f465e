/** What a run of mutants comes to: a table by kind and language, and what is short of the bounds. */
import { type Kind, kinds, kindTexts } from './mutant.ts';
import type { Outcome, Run } from './run.ts';

/** Shares of the mutants of each kind. */
export const bounds = { flagged: 0.99, named: 0.95 } as const;

export interface Tally {
  readonly counted: number;
  readonly flagged: number;
  /** Flagged by a rule that names the mistake. */
  readonly named: number;
  readonly excused: number;
}

export const isFlagged = ({ findings }: Outcome): boolean => findings.length > 0;

export const isNamed = ({ findings, mutant }: Outcome): boolean =>
  findings.some(({ rule }) => mutant.rules.includes(rule));

export function tally(outcomes: readonly Outcome[]): Tally {
  const counted = outcomes.filter(({ mutant }) => mutant.excused === undefined);
  return {
    counted: counted.length,
    flagged: counted.filter(isFlagged).length,
    named: counted.filter(isNamed).length,
    excused: outcomes.length - counted.length,
  };
}

const ofKind = (run: Run, kind: Kind): readonly Outcome[] => run.outcomes.filter(({ mutant }) => mutant.kind === kind);

/** What falls short, one sentence each; empty where all is well. A kind of which no mutant counts falls short too. */
export function shortfalls(run: Run): readonly string[] {
  const alarms = run.falseAlarms.map(
    ({ sample, claim, verdict, findings }) =>
      `${sample}: the right claim ${claim} is ${verdict}${findings.map(({ rule, message }) => `; ${rule}: ${message}`).join('')}`,
  );
  const kindsShort = kinds.flatMap((kind) => {
    const { counted, flagged, named } = tally(ofKind(run, kind));
    if (counted === 0) return [`${kindTexts[kind]}: no mutant counts`];
    return [
      ...(flagged / counted < bounds.flagged
        ? [`${kindTexts[kind]}: ${flagged} of ${counted} are flagged, less than ${bounds.flagged * 100} %`]
        : []),
      ...(named / counted < bounds.named
        ? [
            `${kindTexts[kind]}: ${named} of ${counted} by the rule that names the mistake, less than ${bounds.named * 100} %`,
          ]
        : []),
    ];
  });
  return [...(run.claims === 0 ? ['there are no right claims'] : []), ...alarms, ...kindsShort];
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

/** Rows are kinds; a cell says flagged/counted, and in brackets how many of these no rule names. */
export function table(run: Run): string {
  const languages = [...new Set(run.outcomes.map(({ language }) => language))].sort();
  const rows = kinds.map((kind) => {
    const all = ofKind(run, kind);
    const whole = tally(all);
    return [
      kindTexts[kind],
      ...languages.map((language) => cell(tally(all.filter((outcome) => outcome.language === language)))),
      `${whole.flagged}/${whole.counted}`,
      percent(whole.flagged, whole.counted),
      percent(whole.named, whole.counted),
      String(whole.excused),
    ];
  });
  return aligned([['kind', ...languages, 'all', 'flagged', 'named', 'not counted'], ...rows]);
}

const cell = ({ counted, flagged }: Tally): string => (counted === 0 ? '–' : `${flagged}/${counted}`);

/** The mutants that do not count, by kind and reason. */
export function excusedTable(run: Run): string {
  const counts = new Map<string, number>();
  for (const { mutant } of run.outcomes) {
    if (mutant.excused === undefined) continue;
    const key = `${kindTexts[mutant.kind]}: ${mutant.excused}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return aligned([...counts].sort().map(([reason, count]) => [`  ${reason}`, String(count)]));
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => (column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
