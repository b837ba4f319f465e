import type { Article } from '../../articles/article.ts';
import type { PeriodMention } from '../../quantities/quantity.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { Span } from '../../text/span.ts';
import type { FigureEvidence } from '../assess.ts';
import { type Days, daysMeet, daysOf } from '../calendar.ts';
import { fits } from '../candidate.ts';
import { replacement } from '../edits.ts';
import { placeIn } from '../related.ts';
import type { Rule } from '../rule.ts';
import type { SourceState } from '../source-state.ts';
import { type ToldYears, toldYears } from '../told-years.ts';
import { mentionsWithin } from '../within.ts';

/** The sentence of the number names years or months, and none of them meets the period of the record. */
export const figurePeriod: Rule = {
  id: 'figure/period',
  severity: 'warning',
  title: 'the sentence speaks of another year',
  figureEvidence(figure, evidence, { record }) {
    const { passage, best } = evidence;
    const claimed = figure.period && daysOf(figure.period.value);
    if (!figure.period || !claimed || !best || !fits(best)) return [];
    if (!(passage.kind === 'quoted' || (passage.kind === 'whole' && !evidence.ambiguous))) return [];
    const background =
      figure.kind === 'target' ? backgroundUntil(claimed, passage.state, record.date?.value) : undefined;
    const named = mentionsBeside(passage.article, evidence, background);
    const [first] = named;
    if (!first || named.some(({ days }) => daysMeet(days, claimed))) return [];
    // *150, after 120 a year earlier*: years that are told from others are the number's as well.
    const told = best.quantity.period ? noYears : toldBeside(passage.article, evidence, passage.state.published);
    if (told.some(({ days, open }) => open || days.some((year) => daysMeet(year, claimed)))) return [];
    const periods = [...new Set(named.map(({ mention }) => mention.period))];
    const only = periods.length === 1 ? periods[0] : undefined;
    return [
      {
        start: figure.period.start,
        end: figure.period.end,
        message: `${best.quantity.period ? 'The head of the column says' : "The source's sentence speaks of"} ${periods.join(' and ')}; the record's period is ${figure.period.value}.`,
        expected: periods.join(', '),
        found: figure.period.value,
        related: named.map(({ mention }) => placeIn(passage.state, mention)),
        ...(only && { fix: replacement(figure.period, only, `Take the source's period: ${only}`) }),
      },
    ];
  },
};

interface Named {
  readonly mention: PeriodMention;
  readonly days: Days;
}

/** The mentions in the sentences of the passage that say something of the figure, those of the background left out. */
function mentionsBeside(
  article: Article,
  { match, best }: FigureEvidence,
  background: number | undefined,
): readonly Named[] {
  // The head of a column says of what year its cells are, whatever else the row names.
  const above = best?.quantity.period;
  const ofColumn = above && daysOf(above.period);
  if (above && ofColumn) return [{ mention: above, days: ofColumn }];
  const pieces: readonly Span[] = match?.pieces ?? (best ? [best.quantity] : []);
  const seen = new Map<number, Named>();
  for (const piece of pieces) {
    for (const mention of mentionsWithin(article, sentencesOf(article, piece))) {
      const days = daysOf(mention.period);
      if (mention.aside !== undefined || !days || (background !== undefined && days.last <= background)) continue;
      seen.set(mention.start, { mention, days });
    }
  }
  return [...seen.values()];
}

const noYears: readonly ToldYears[] = [];

const toldBeside = (
  article: Article,
  { match, best }: FigureEvidence,
  published: Days | undefined,
): readonly ToldYears[] =>
  (match?.pieces ?? (best ? [best.quantity] : [])).map((piece) =>
    toldYears(article, sentencesOf(article, piece), best?.quantity ?? piece, published),
  );

function sentencesOf({ text }: Article, { start, end }: Span): Span {
  return { start: sentenceAt(text, start).start, end: sentenceAt(text, Math.max(start, end - 1)).end };
}

/**
 * Earlier years beside a target are background (*adopted in 2023, it aims at …*): those before its period, where the
 * source is so old already. A later year than that of the source is a target year itself.
 */
function backgroundUntil(claimed: Days, { published }: SourceState, recordDate: string | undefined): number {
  const written = published ?? (recordDate === undefined ? undefined : daysOf(recordDate));
  const endOfYear = written && Date.UTC(new Date(written.last * 86_400_000).getUTCFullYear(), 11, 31) / 86_400_000;
  return Math.min(claimed.first - 1, endOfYear ?? claimed.first - 1);
}
