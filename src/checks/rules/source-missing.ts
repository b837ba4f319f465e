import type { Complaint, Rule } from '../rule.ts';
import type { SourceState } from '../source-state.ts';

/** The file of a source does not exist, or lies outside the repository. */
export const sourceMissing: Rule = {
  id: 'source/missing',
  severity: 'error',
  verdict: 'unchecked',
  title: 'the file of the source is not there',
  source: (state) => failureOf(state, 'source/missing'),
};

/** What became of reading a source, as a complaint of the rule that it falls under. */
export function failureOf(
  { source, failure }: SourceState,
  rule: 'source/missing' | 'source/unreadable',
): readonly Complaint[] {
  if (failure?.rule !== rule) return [];
  const { start, end } = source.file ?? source;
  return [
    {
      start,
      end,
      message: `The source “${source.id.value}” ${failure.message}`,
      ...(source.file && { found: source.file.value }),
    },
  ];
}
