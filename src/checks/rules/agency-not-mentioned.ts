import type { Agency } from '../../records/model.ts';
import type { CheckContext } from '../context.ts';
import { isBorder } from '../fold-names.ts';
import type { Rule } from '../rule.ts';
import type { SourceState } from '../source-state.ts';

/** No source of the record names the agency. Where a source could not be read, it might have, and nothing is said. */
export const agencyNotMentioned: Rule = {
  id: 'agency/not-mentioned',
  severity: 'warning',
  title: 'no source names the agency',
  agency({ agency }, { input, sources, namesIn }) {
    const known = input.agency(agency.value);
    const isReadable = sources.length > 0 && sources.every(({ article }) => article !== undefined);
    if (!known || !isReadable) return [];
    const names = namesOf(known);
    if (names.length === 0) return [];
    if (isNamed(names, sources, namesIn)) return [];
    const { start, end, value } = agency;
    return [
      {
        start,
        end,
        message: `No source of this record names the agency “${value}” (${names[0]}); take it out, or add the name that the source uses to the registry's aliases.`,
        expected: names.join(', '),
        found: value,
      },
    ];
  },
};

/** Most names stand in the article as they are written in the registry; only where none does is the article folded. */
const isNamed = (
  names: readonly string[],
  sources: readonly SourceState[],
  namesIn: CheckContext['namesIn'],
): boolean =>
  sources.some(({ article }) => article && names.some((name) => holdsAsWritten(article.text, name))) ||
  sources.some((state) => names.some((name) => namesIn(state).names(name)));

function holdsAsWritten(text: string, name: string): boolean {
  const wanted = name.trim();
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (isBorder(text[at - 1], wanted[0]) && isBorder(wanted.at(-1), text[at + wanted.length])) return true;
  return false;
}

const namesOf = ({ names, aliases }: Agency): readonly string[] => [
  ...Object.values(names),
  ...Object.values(aliases).flat(),
];
