import { dateText, periodText } from '../../checks/plain-words.ts';
import { sentenceAt } from '../../text/sentences.ts';
import type { SourceView } from '../views.ts';
import { type Choice, kinds } from './choice.ts';
import { bearing, type Offer, unclaimed } from './claim.ts';
import type { Request } from './request.ts';
import { maxOffers, sentenceOf } from './values.ts';

/** The dates that the article prints. One without a year is given the year in which the source was published. */
export function dateChoices(request: Request): Choice[] {
  const offers = unclaimed(request, ({ kind, relative }) => kind === 'date' && !relative);
  const seen = new Set<string>();
  return offers.slice(0, maxOffers).flatMap((offer) => {
    const date = wholeDate(offer);
    if (date === undefined || seen.has(date)) return [];
    seen.add(date);
    return [
      {
        label: date,
        kind: kinds.value,
        detail: offer.words.excerpt,
        documentation: sentenceOf(offer),
        words: [dateText(date)],
      },
    ];
  });
}

function wholeDate({ source: { source }, quantity: { date } }: Offer): string | undefined {
  if (date === undefined || !date.startsWith('--')) return date;
  const year = /^\d{4}/.exec(source.published?.value ?? '')?.[0];
  return year === undefined ? undefined : `${year}${date.slice(1)}`;
}

/** The years and spans of years of the sentence that has the figure's number; then those of the rest of the article. */
export function periodChoices(request: Request): Choice[] {
  const bears = bearing(request);
  const near = bears.flatMap(({ source, quantity }) =>
    periodsIn(source, sentenceAt(source.article?.text ?? '', quantity.start)),
  );
  const sources = new Set([...bears, ...unclaimed(request, () => true)].map(({ source }) => source));
  const far = [...sources].flatMap((source) => periodsIn(source, { start: 0, end: source.article?.text.length ?? 0 }));
  const found = new Map<string, string>();
  for (const [period, words] of [...near, ...far]) if (!found.has(period)) found.set(period, words);
  return [...found].slice(0, maxOffers).map(([period, words]) => ({
    label: period,
    kind: kinds.value,
    detail: periodText(period) === period ? words : `${periodText(period)}: ${words}`,
    words: [periodText(period)],
  }));
}

function periodsIn(
  { article }: SourceView,
  { start, end }: { readonly start: number; readonly end: number },
): (readonly [period: string, words: string])[] {
  if (!article) return [];
  return article
    .reading()
    .periods.filter((mention) => mention.aside === undefined && mention.start >= start && mention.end <= end)
    .map((mention) => {
      const from = Math.max(0, mention.start - 40);
      const words = article.text
        .slice(from, mention.end + 40)
        .replace(/\s+/gu, ' ')
        .trim();
      return [mention.period, `…${words}…`] as const;
    });
}
