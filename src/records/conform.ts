import type { SchemaError, Validator } from '../generated/validators.js';
import { overlaps, type Span } from '../text/span.ts';
import { complaintOf } from './complaints.ts';
import { correctionOf } from './corrections.ts';
import { maxDepartures, maxProblems } from './limits.ts';
import type { Problem } from './problem.ts';
import { locate } from './site.ts';
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
 * `faulty` are the places that are no YAML. Undefined where the tree departs from the schema in so many places that it is something else.
 */
export function conform(root: YamlNode, validate: Validator, faulty: readonly Span[]): Conformity | undefined {
  const problems: Problem[] = [];
  for (let pass = 0; pass < maxPasses; pass++) {
    if (validate(root.json)) return { problems, broken: [] };
    const errors = validate.errors ?? [];
    if (errors.length > maxDepartures) return undefined;
    if (!correct(root, errors, problems)) break;
  }
  const broken: Span[] = [];
  for (const error of validate.errors ?? []) {
    const site = locate(root, error.instancePath);
    const complaint = site && complaintOf(error, site);
    if (complaint?.breaks) broken.push(complaint.breaks);
    // Every broken place counts, but only so many are shown; what an entry lacks is not known where YAML stumbled in it.
    const isKnown = error.keyword !== 'required' || !faulty.some((fault) => overlaps(fault, site?.node ?? fault));
    if (complaint?.problem && isKnown && problems.length <= maxProblems) problems.push(complaint.problem);
  }
  return { problems, broken };
}

/** Makes the evident corrections, and says whether there were any. */
function correct(root: YamlNode, errors: readonly SchemaError[], problems: Problem[]): boolean {
  const corrected = new Set<YamlNode>();
  let any = false;
  for (const error of errors) {
    const site = locate(root, error.instancePath);
    if (!site || corrected.has(site.node)) continue;
    const correction = correctionOf(error, site);
    if (!correction) continue;
    correction.apply();
    any = true;
    if (correction.problem && problems.length <= maxProblems) problems.push(correction.problem);
    // One entry may have several misspelt keys; a value is corrected once.
    if (error.keyword !== 'additionalProperties') corrected.add(site.node);
  }
  return any;
}
