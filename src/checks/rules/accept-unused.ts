import { acceptancesOf, holdersOf } from '../acceptance.ts';
import type { Rule } from '../rule.ts';

/** A finding is accepted that does not arise. */
export const acceptUnused: Rule = {
  id: 'accept/unused',
  severity: 'warning',
  title: 'a finding is accepted that does not arise',
  afterwards({ record }, findings) {
    return acceptancesOf(holdersOf(record)).flatMap(({ acceptance, covers }) => {
      if (findings.some(covers)) return [];
      const { start, end, value } = acceptance.rule;
      return [
        {
          start,
          end,
          message: `“${value}” is accepted here, but does not arise; take the acceptance out.`,
          found: value,
        },
      ];
    });
  },
};
