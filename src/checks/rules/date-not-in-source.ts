import type { DateClaim } from '../../records/model.ts';
import { bearsDate, type DateCandidate, type DateEvidence, refutesDate } from '../assess-date.ts';
import { daysOf } from '../calendar.ts';
import { replacement } from '../edits.ts';
import type { Passage } from '../locate.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import { shown, sliceOf } from '../wording.ts';

/** The quote, or without a quote the source, does not give the date. Where the passage gives another, that refutes it. */
export const dateNotInSource: Rule = {
  id: 'date/not-in-source',
  severity: 'error',
  verdict: 'not-found',
  title: 'the source does not give the date',
  dateEvidence(claim, evidence) {
    const { passage, best } = evidence;
    if (passage.kind === 'nothing' || passage.kind === 'lost' || bearsDate(evidence)) return [];
    const isRefuted = refutesDate(evidence);
    if (passage.kind === 'near' && !isRefuted) return [];
    const { start, end } = claim.date;
    const fix = isRefuted && best ? dateOf(best, claim.date.value) : undefined;
    return [
      {
        start,
        end,
        message: message(claim, evidence, passage),
        found: claim.date.value,
        ...(best &&
          passage.kind !== 'whole' && {
            expected: printedText(best, passage),
            related: [placeIn(passage.state, best.printed)],
          }),
        ...(fix && { fix: replacement(claim.date, fix, `Take the source's date: ${fix}`) }),
        ...(isRefuted && { verdict: 'refuted' }),
      },
    ];
  },
};

type Readable = Extract<Passage, { kind: 'quoted' | 'near' | 'whole' }>;

function message({ date }: DateClaim, { best }: DateEvidence, passage: Readable): string {
  const where = passage.kind === 'whole' ? `The source “${passage.state.source.id.value}”` : 'The quote';
  if (passage.kind === 'whole' || !best)
    return `${where} does not give the date ${date.value}; quote the words that do, or correct the date.`;
  const words = shown(sliceOf(passage.article, best.printed));
  switch (best.agreement) {
    case 'excluded':
      return `The source says “${words}” without a year, and neither its sentence nor the day of its publication allows ${date.value.slice(0, 4)}; the record says ${date.value}.`;
    case 'denied':
      return `The source denies the date “${words}”, or the quote leaves out the “not” beside it; the record says ${date.value}.`;
    case 'coarser':
      return `The source says only “${words}”; the record says ${date.value}.`;
    case 'relative':
      return `The source tells the date only from the day of writing (“${words}”), which can neither bear nor refute ${date.value}.`;
    default:
      return `The source says “${words}”; the record says ${date.value}.`;
  }
}

/** The printed date, or its words where its year is not printed. */
const printedText = ({ printed }: DateCandidate, { article }: Readable): string =>
  printed.date.startsWith('--') ? shown(sliceOf(article, printed)) : printed.date;

/** The printed date as the record would write it, in the year of the record where none is printed. */
function dateOf({ printed, agreement }: DateCandidate, claimed: string): string | undefined {
  if (agreement !== 'other' || printed.date.includes('/')) return undefined;
  const date = printed.date.startsWith('--') ? claimed.slice(0, 4) + printed.date.slice(1) : printed.date;
  return daysOf(date) && date !== claimed ? date : undefined;
}
