import type { Rule } from '../rule.ts';

/** The file is not YAML. Found while it is read. */
export const yamlSyntax: Rule = { id: 'yaml/syntax', severity: 'error', title: 'the file is not YAML' };

/** The file is YAML, but no record, registry or configuration. Found while it is read. */
export const recordSchema: Rule = {
  id: 'record/schema',
  severity: 'error',
  title: 'the file is not what its name says',
};

/** A debt that the baseline lists is paid. Found when a run is over. */
export const baselinePaid: Rule = {
  id: 'baseline/paid',
  severity: 'warning',
  title: 'the baseline lists a finding that no longer arises',
};

/** A bound was passed, and something was left out. Found by whatever has the bound. */
export const checkLimit: Rule = {
  id: 'check/limit',
  severity: 'error',
  title: 'a bound was passed and something left out',
};

/** The program failed on a claim, a rule or a record, so that it was not checked. Found by whatever failed. */
export const checkFailed: Rule = {
  id: 'check/failed',
  severity: 'error',
  title: 'the program failed, so it was not checked',
};
