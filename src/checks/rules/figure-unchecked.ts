import { languages } from '../../quantities/languages/index.ts';
import type { DateClaim, Evidence, FigureClaim } from '../../records/model.ts';
import type { CheckContext } from '../context.ts';
import type { Passage } from '../locate.ts';
import type { Complaint, Operand, Rule } from '../rule.ts';

/** There is nothing to check the claim against. */
export const figureUnchecked: Rule = {
  id: 'figure/unchecked',
  severity: 'warning',
  verdict: 'unchecked',
  title: 'there is nothing to check it against',
  figureEvidence: (figure, { evidence, passage }) => complaints(figure, evidence, passage),
  dateEvidence: (claim, { evidence, passage }) => complaints(claim, evidence, passage),
  figure: (figure, context) => (figure.derived ? [] : withoutEvidence(figure, context)),
  date: withoutEvidence,
  derived(figure, operands) {
    const weak = [...new Set(operands.filter(isWeak).map(({ id }) => `“${id}”`))];
    const { start, end } = figure.derived ?? figure;
    if (weak.length === 0) return [];
    return [
      {
        start,
        end,
        message: `The record computes this figure from ${weak.join(' and ')}, which ${weak.length > 1 ? 'are' : 'is'} not supported; set ${weak.length > 1 ? 'them' : 'it'} right first.`,
      },
    ];
  },
};

/** Whether an operand exists, but is not borne out, so that what is computed from it proves nothing. */
export const isWeak = ({ verdict, circular }: Operand): boolean =>
  verdict !== undefined && !circular && verdict !== 'supported' && verdict !== 'accepted';

/** `Chinese, English and French`: the languages in which numbers are read. */
function languageNames(): string {
  const names = languages.map(({ name }) => name).sort();
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function complaints(claim: FigureClaim | DateClaim, evidence: Evidence, passage: Passage): readonly Complaint[] {
  if (passage.kind !== 'nothing' || passage.why === 'unreadable') return [];
  const { start, end } = evidence.source ?? placeOf(claim);
  const source = evidence.source?.value ?? passage.state?.source.id.value ?? '';
  switch (passage.why) {
    case 'no file':
      return [
        {
          start,
          end,
          message: `The source “${source}” names no file, so there is nothing to check this against; add its \`file\`.`,
        },
      ];
    case 'unknown source':
      return [
        {
          start,
          end,
          message: `The record has no source “${source}”, so there is nothing to check this against.`,
          found: source,
        },
      ];
    case 'language':
      return [
        {
          start,
          end,
          message: `The numbers of “${source}” cannot be read, because its language is not one of ${languageNames()}; check this by eye, or name the language of the source under \`language\` if it is one of these.`,
        },
      ];
    case 'no evidence':
      return [
        { start, end, message: 'The record has several sources; say with `source` in which of them this stands.' },
      ];
  }
}

function withoutEvidence(claim: FigureClaim | DateClaim, { record }: CheckContext): readonly Complaint[] {
  if (claim.evidence.length > 0) return [];
  const { start, end } = placeOf(claim);
  const message =
    record.sources.length === 0
      ? 'The record has no source, so there is nothing to check this against; add one under `sources`.'
      : 'The record has several sources; say with `source` in which of them this stands.';
  return [{ start, end, message }];
}

const placeOf = (claim: FigureClaim | DateClaim) => (claim.type === 'figure' ? claim.value : claim.date);
