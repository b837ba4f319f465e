import type { FigureClaim } from '../../records/model.ts';
import { nearest } from '../../records/nearest.ts';
import { acceptancesOf, type Holder, holdersOf } from '../acceptance.ts';
import type { CheckContext } from '../context.ts';
import { removedEntry, replacement } from '../edits.ts';
import type { Rule } from '../rule.ts';
import type { SourceState } from '../source-state.ts';

/** A finding is accepted that does not arise. Where a source could not be read it might arise, and nothing is said. */
export const acceptUnused: Rule = {
  id: 'accept/unused',
  severity: 'warning',
  title: 'a finding is accepted that does not arise',
  afterwards(context, findings) {
    return acceptancesOf(holdersOf(context.record)).flatMap(({ acceptance, covers, holder }) => {
      if (findings.some(covers)) return [];
      const { start, end, value } = acceptance.rule;
      if (context.ruleIds.includes(value)) {
        if (isOpen(holder, context)) return [];
        const message = `“${value}” is accepted here, but does not arise; take the acceptance out.`;
        const fix = removedEntry(
          context.record.text,
          acceptance,
          holder.accept.length === 1,
          'Take the acceptance out',
        );
        return [{ start, end, message, found: value, ...(fix && { fix }) }];
      }
      const meant = nearest(value, context.ruleIds);
      return [
        {
          start,
          end,
          message: `There is no rule “${value}” that could be accepted${meant ? `; did you mean “${meant}”?` : '; take the acceptance out.'}`,
          found: value,
          ...(meant && { expected: meant, fix: replacement(acceptance.rule, meant, `Write “${meant}”`) }),
        },
      ];
    });
  },
};

/** Whether what the acceptance stands on could not be checked whole, for want of a source. */
function isOpen(holder: Holder, { sources }: CheckContext): boolean {
  const unread = sources.filter(isUnchecked).map(({ source }) => source.id.value);
  if ('agency' in holder) return unread.length > 0;
  if (!('evidence' in holder)) return false;
  const { evidence } = holder as { readonly evidence: FigureClaim['evidence'] };
  return evidence.some(({ source }) => (source ? unread.includes(source.value) : unread.length > 0));
}

const isUnchecked = ({ article, changedTo, source }: SourceState): boolean =>
  article === undefined || changedTo !== undefined || source.hasBrokenChecksum === true;
