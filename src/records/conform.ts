import type { SchemaError, Validator } from '../generated/validators.js';
import type { Span } from '../text/span.ts';
import { complaintOf } from './complaints.ts';
import { correctionOf } from './corrections.ts';
import { maxProblems } from './limits.ts';
import type { Problem } from './problem.ts';
import { locate, type Site } from './site.ts';
import type { YamlNode } from './tree.ts';

export interface Conformity {
  readonly problems: readonly Problem[];
  /** Places whose content cannot be used; a claim that holds one is left out. */
  readonly broken: readonly Span[];
}

/** Corrections may lay bare further slips (a key renamed, then its value), but not without end. */
const maxPasses = 4;

/**
 * Holds a tree against its schema. A slip with one evident correction (a misspelt key, a number for a text) is
 * reported and corrected in the tree, so that the rest is read as it was meant; all else is reported as broken.
 */
export function conform(root: YamlNode, validate: Validator): Conformity {
  const problems: Problem[] = [];
  for (let pass = 0; pass < maxPasses; pass++) {
    if (validate(root.json)) return { problems, broken: [] };
    const corrected = corrections(root, validate.errors ?? []);
    if (corrected.length === 0) break;
    problems.push(...corrected);
  }
  const broken: Span[] = [];
  for (const error of (validate.errors ?? []).slice(0, maxProblems + 1)) {
    const site = locate(root, error.instancePath);
    if (!site) continue;
    const complaint = complaintOf(error, site);
    if (!complaint) continue;
    if (complaint.breaks) broken.push(complaint.breaks);
    if (complaint.problem && !problems.some((earlier) => sameBusiness(earlier, complaint.problem)))
      problems.push(complaint.problem);
  }
  return { problems, broken };
}

function corrections(root: YamlNode, errors: readonly SchemaError[]): Problem[] {
  const problems: Problem[] = [];
  // Beyond this many the file is something else than it says, and correcting it piece by piece is of no use.
  if (errors.length > maxProblems) return problems;
  const touched: Site[] = [];
  for (const error of errors) {
    const site = locate(root, error.instancePath);
    if (!site || touched.some((other) => other.node === site.node && error.keyword !== 'additionalProperties'))
      continue;
    const correction = correctionOf(error, site);
    if (!correction) continue;
    correction.apply();
    if (correction.problem) problems.push(correction.problem);
    if (error.keyword !== 'additionalProperties') touched.push(site);
  }
  return problems;
}

/** Of two problems in the same place with the same words one is enough. */
const sameBusiness = (earlier: Problem, later: Problem | undefined): boolean =>
  later !== undefined && earlier.start === later.start && earlier.message === later.message;
