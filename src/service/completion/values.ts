import { written as inRecord, quantityWords, readableQuantity, thingOf, withUnit } from '../../checks/wording.ts';
import { printedUnit } from '../../quantities/agreement.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import { type Choice, kinds, quoteValue, scalar } from './choice.ts';
import { detailOf, freeFirst, type Offer, unclaimed } from './claim.ts';
import { entryOf, type Request, recordOf } from './request.ts';

/** More numbers than this help nobody to choose; typing the first digits brings up others. */
export const maxOffers = 40;

const isNumber = ({ kind }: Quantity): boolean => kind !== 'date';

/**
 * The numbers of the article that nobody has claimed yet, as a person reads them, then those that only another record
 * claims. Taking one also writes its unit,
 * qualifier and quote, where the figure has none of these keys.
 */
export async function valueChoices(request: Request): Promise<Choice[]> {
  const { cursor } = request;
  const digits = cursor.typed.replace(/[^\d.]/g, '');
  const offers = unclaimed(request, isNumber).filter(
    ({ source, quantity }) =>
      digits === '' ||
      wordsOf(quantity, source.article?.text ?? '')
        .join(' ')
        .includes(digits),
  );
  return (await freeFirst(request, onward(request, offers))).slice(0, maxOffers).flatMap((offer) => {
    const value = recordValue(offer.quantity);
    return value === undefined ? [] : [valueChoice(request, offer, value)];
  });
}

/** People claim an article from its beginning to its end: the numbers behind those of the figure above come first. */
function onward(request: Request, offers: readonly Offer[]): readonly Offer[] {
  const [, index = 0] = entryOf(request)?.path ?? [];
  const figures = recordOf(request)?.result.claims.filter(({ type }) => type === 'figure') ?? [];
  const evidence = figures[Number(index) - 1]?.evidence.find(({ place }) => place);
  const from = evidence?.place?.end ?? 0;
  const isAhead = ({ source, quantity }: Offer): boolean =>
    source.source.id.value === evidence?.source && quantity.start >= from;
  return [...offers.filter(isAhead), ...offers.filter((offer) => !isAhead(offer))];
}

/** A number in record notation; undefined for a range with an open end. */
function recordValue({ value, min, max }: Quantity): string | undefined {
  if (value) return inRecord(value);
  return min && max ? `[${inRecord(min)}, ${inRecord(max)}]` : undefined;
}

const wordsOf = (quantity: Quantity, text: string): string[] => [
  readableQuantity(quantity),
  recordValue(quantity) ?? '',
  text.slice(quantity.start, quantity.end),
];

function valueChoice(request: Request, offer: Offer, value: string): Choice {
  const { source, quantity } = offer;
  const article = source.article;
  if (!article) throw new Error('a number was offered of an article that could not be read');
  const named = withUnit(readableQuantity(quantity), thingOf(quantity));
  return {
    label: quantity.qualifier ? `${named} (${quantity.qualifier})` : named,
    kind: kinds.value,
    detail: detailOf(offer),
    documentation: sentenceOf(offer),
    insert: [value, ...keysBeside(request, offer)].join(
      request.cursor.flow ? ', ' : `\n${' '.repeat(request.cursor.column)}`,
    ),
    words: [...wordsOf(quantity, article.text), quantityWords(article, quantity)],
  };
}

/** Unit, qualifier, source and quote of a number, for the keys that the figure does not have. */
function keysBeside(request: Request, { source, quantity, words }: Offer): string[] {
  const entry = entryOf(request);
  if (entry?.path[0] !== 'figures' || request.cursor.path.length !== 3) return [];
  const lacks = (...keys: readonly string[]): boolean => keys.every((key) => !entry.keys.has(key));
  const unit = unitOf(quantity);
  const hasOthers = (recordOf(request)?.sources.length ?? 0) > 1;
  const quote = lacks('quote', 'evidence', 'derived') ? words.quote : undefined;
  return [
    ...(unit !== undefined && lacks('unit') ? [`unit: ${scalar(unit)}`] : []),
    ...(quantity.qualifier && lacks('qualifier') ? [`qualifier: ${quantity.qualifier}`] : []),
    ...(hasOthers && lacks('source', 'evidence', 'derived') ? [`source: ${scalar(source.source.id.value)}`] : []),
    ...(quote ? [`quote: ${quoteValue(request, quote)}`] : []),
  ];
}

/** The unit as a record writes it: a code or symbol, else the English name of what is counted, else the noun as printed. */
export const unitOf = (quantity: Quantity): string | undefined =>
  printedUnit(quantity) ?? quantity.concepts?.[0]?.replaceAll('-', ' ') ?? quantity.noun;

/** The whole sentence with the number in bold, and its source. */
export const sentenceOf = ({ source: { source }, words }: Offer): string => `${words.passage}\n\n${source.id.value}`;
