import type { Validator } from '../generated/validators.js';
import type { Span } from '../text/span.ts';
import { type Conformity, conform } from './conform.ts';
import { maxDepartures, maxFaults, maxNesting, maxProblems, maxTextLength } from './limits.ts';
import type { Problem } from './problem.ts';
import { composeRepaired } from './repair.ts';
import { syntaxProblems } from './syntax.ts';
import type { MapNode } from './tree.ts';

/** A file as keys and values that its schema allows, with whatever is wrong with it. */
export interface ParsedFile extends Conformity {
  /** Undefined where nothing of the file can be read; then a problem says why. */
  readonly root: MapNode | undefined;
}

/** Reads a YAML file of one of the three kinds. `what` names the kind in messages: *record*, *registry*. */
export function parseFile(text: string, what: string, validate: Validator): ParsedFile {
  if (text.length > maxTextLength) {
    return unreadable(
      { start: 0, end: 0 },
      `This ${what} has ${grouped(text.length)} characters, and at most ${grouped(maxTextLength)} are read: split it into several files.`,
    );
  }
  const composition = composeRepaired(text);
  if (composition.tooDeepAt !== undefined) {
    const at = composition.tooDeepAt;
    return unreadable(
      { start: Math.max(0, at - 1), end: at },
      `This ${what} is nested more than ${maxNesting} levels deep at this place, and nothing of it is read: look for a row of brackets or hyphens that should be text.`,
    );
  }
  if (composition.faults.length > maxFaults) {
    return {
      root: undefined,
      problems: bounded([...composition.slips, ...syntaxProblems(text, composition.faults)]),
      broken: [],
    };
  }
  const faulty = composition.faults.map((fault) => wholeLines(text, fault));
  const isFaulty = (place: Span): boolean =>
    faulty.some((lines) => lines.start <= place.start && place.start < lines.end);
  // What YAML could not read is seldom what is expected; that it is no YAML says enough.
  const syntax: Problem[] = [
    ...composition.slips,
    ...syntaxProblems(text, composition.faults),
    ...composition.problems.filter((problem) => !isFaulty(problem)),
  ];
  const broken: Span[] = [...faulty, ...composition.problems];
  const { root } = composition;
  if (!root) {
    if (syntax.length > 0) return { root: undefined, problems: bounded(syntax), broken };
    return unreadable(
      { start: 0, end: 0 },
      `This ${what} is empty: nothing but white space and comments stands in it.`,
    );
  }
  const conformity = conform(root, validate, faulty);
  if (!conformity) {
    return unreadable(
      { start: 0, end: 0 },
      `This ${what} departs from the format in more than ${maxDepartures} places, and nothing of it is read: look whether it is the right file.`,
    );
  }
  return {
    root: root.kind === 'map' ? root : undefined,
    problems: bounded([...syntax, ...conformity.problems.filter((problem) => !isFaulty(problem))]),
    broken: [...broken, ...conformity.broken],
  };
}

/** The lines in which a fault lies: what stands beside it is not sure either. */
function wholeLines(text: string, fault: Span): Span {
  const end = text.indexOf('\n', fault.start);
  return { start: text.lastIndexOf('\n', fault.start - 1) + 1, end: end < 0 ? text.length : Math.max(end, fault.end) };
}

const unreadable = (place: Span, message: string): ParsedFile => ({
  root: undefined,
  problems: [{ rule: 'yaml/syntax', start: place.start, end: place.end, message }],
  broken: [],
});

const grouped = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ',');

/** The first problems of a file in the order of their places, and one more that says how many there are. */
export function bounded(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort((a, b) => a.start - b.start);
  if (sorted.length <= maxProblems) return sorted;
  const shown = sorted.slice(0, maxProblems);
  const last = shown[maxProblems - 1];
  shown.push({
    rule: 'record/schema',
    start: last?.end ?? 0,
    end: last?.end ?? 0,
    message: `More is wrong behind this place; the first ${maxProblems} problems of the file are shown: put them right and check again.`,
  });
  return shown;
}
