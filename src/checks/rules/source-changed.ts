import { replacement } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** The file of a source is not the one whose hash the record gives. */
export const sourceChanged: Rule = {
  id: 'source/changed',
  severity: 'error',
  verdict: 'unchecked',
  title: 'the file of the source has changed',
  source({ source, changedTo }) {
    if (!source.sha256 || changedTo === undefined) return [];
    const { start, end, value } = source.sha256;
    return [
      {
        start,
        end,
        message: `The file of the source “${source.id.value}” is not the one that the record was made from; read its figures again, and then record the new SHA-256.`,
        expected: changedTo,
        found: value,
        fix: replacement(source.sha256, changedTo, 'Record the new SHA-256'),
      },
    ];
  },
};
