import type { Rule } from '../rule.ts';
import { failureOf } from './source-missing.ts';

/** The file of a source is there, but is no text that can be read. */
export const sourceUnreadable: Rule = {
  id: 'source/unreadable',
  severity: 'error',
  verdict: 'unchecked',
  title: 'the file of the source cannot be read',
  source: (state) => failureOf(state, 'source/unreadable'),
};
