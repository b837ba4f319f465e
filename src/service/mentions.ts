import type { NamedText } from '../checks/named-text.ts';
import type { Agency } from '../records/model.ts';
import { overlaps, type Span } from '../text/span.ts';

/** Every name and alias of an agency, in every language. */
export const namesOf = ({ names, aliases }: Agency): string[] => [
  ...Object.values(names),
  ...Object.values(aliases).flat(),
];

/** Where an agency is named, as `agency/not-mentioned` sees it, in the order of the text; where one name holds another, the longer counts. */
export function mentionsOf(agency: Agency, text: NamedText): Span[] {
  const found: Span[] = [];
  for (const name of namesOf(agency).sort((a, b) => b.length - a.length))
    for (const place of text.places(name)) if (!found.some((other) => overlaps(other, place))) found.push(place);
  return found.sort((a, b) => a.start - b.start);
}
