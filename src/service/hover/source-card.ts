import { dateText, languageName } from '../../checks/plain-words.ts';
import { blocks, bold, escaped, link } from '../markdown.ts';
import type { RecordView, SourceView } from '../views.ts';

/** An article: what it is, and how many of its numbers are claimed. */
export function sourceCard(view: RecordView, { source, article, places, result }: SourceView): string {
  const title = source.title?.value ?? source.id.value;
  const facts = [
    source.publisher?.value,
    source.published && dateText(source.published.value),
    article && languageName(article.language),
  ].filter((fact) => fact !== undefined);
  return blocks(
    [places ? `**${link(title, places.uri)}**` : bold(title), ...facts.map((fact) => escaped(fact))].join(' · '),
    result && 'failure' in result
      ? escaped(`The article ${result.failure.message}`)
      : countLine(view, source.id.value, article),
    source.retrieved && escaped(`Saved on ${dateText(source.retrieved.value)}`),
    source.url && /^https?:\/\//i.test(source.url.value) ? link(source.url.value, source.url.value) : undefined,
  );
}

function countLine({ result }: RecordView, id: string, article: SourceView['article']): string | undefined {
  if (!article) return 'No file is named, so nothing can be checked against it.';
  const places = new Set(
    result.claims.flatMap(({ evidence }) =>
      evidence.flatMap(({ source, place }) => (source === id && place ? [place.start] : [])),
    ),
  );
  const quantities = article.reading().quantities;
  const numbers = quantities.filter(({ kind, cutoff }) => kind !== 'date' && !cutoff);
  const claimed = numbers.filter(({ start }) => places.has(start)).length;
  return `${claimed} of its ${numbers.length} numbers ${claimed === 1 ? 'is' : 'are'} claimed by this record.`;
}
