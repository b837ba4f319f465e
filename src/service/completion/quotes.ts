import { shown } from '../../checks/wording.ts';
import { quoteAsBlock } from '../../records/quoting.ts';
import { sentenceAt } from '../../text/sentences.ts';
import { type Choice, kinds, quoteValue } from './choice.ts';
import { bearing, detailOf, freeFirst, type Offer, unclaimed } from './claim.ts';
import type { Request } from './request.ts';
import { entryOf, written } from './request.ts';
import { maxOffers, sentenceOf } from './values.ts';

/** Longer sentences are no quotes: they are tables, or lists without stops. */
const longestQuote = 600;

/**
 * Words of the article that bear the claim at the cursor: for each place that has its value the shortest that are
 * unmistakable, then the whole sentence. Where nothing has the value, the words around numbers that nobody claims.
 */
export async function quoteChoices(request: Request): Promise<Choice[]> {
  const offers = await offersFor(request);
  const choices = offers.slice(0, maxOffers).flatMap((offer) => quotesOf(request, offer));
  const seen = new Set<string>();
  return choices.filter(({ label }) => !seen.has(label) && seen.add(label));
}

async function offersFor(request: Request): Promise<readonly Offer[]> {
  const entry = entryOf(request);
  const date = entry?.path[0] === 'dates' ? written(entry, 'date') : undefined;
  if (entry?.path[0] === 'dates')
    return unclaimed(
      request,
      ({ date: printed }) => printed !== undefined && (date === undefined || mayBe(printed, date)),
    );
  const bears = bearing(request);
  if (bears.length > 0) return bears;
  return freeFirst(
    request,
    unclaimed(request, ({ kind }) => kind !== 'date'),
  );
}

/** Whether a printed date may be the claimed one: `--03-20` is 20 March of any year. */
const mayBe = (printed: string, claimed: string): boolean =>
  printed.startsWith('--')
    ? claimed.slice(4).startsWith(printed.slice(1))
    : claimed.startsWith(printed) || printed.startsWith(claimed);

function quotesOf(request: Request, offer: Offer): Choice[] {
  const { article } = offer.source;
  if (!article) return [];
  const short = offer.words.quote;
  const { start, end } = sentenceAt(article.text, offer.quantity.start);
  const sentence = article.text.slice(start, end).replace(/\s+/gu, ' ').trim();
  const texts = sentence.length <= longestQuote && sentence !== short ? [short, sentence] : [short];
  return texts.map((text) => ({
    label: shown(text),
    kind: kinds.quote,
    detail: text === short ? detailOf(offer) : 'the whole sentence',
    documentation: sentenceOf(offer),
    insert: asValue(request, text),
    words: [text],
  }));
}

/** As it stands behind `quote:`, or on the lines of a block that has begun. */
function asValue(request: Request, quote: string): string {
  const { cursor } = request;
  if (cursor.flow || cursor.at !== 'text') return quoteValue(request, quote);
  const block = quoteAsBlock(quote, cursor.column);
  return block.startsWith('>-\n') ? block.slice(3).trimStart() : quote;
}
