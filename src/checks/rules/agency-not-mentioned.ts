import type { Agency } from '../../records/model.ts';
import type { CheckContext } from '../context.ts';
import { foldNames, holdsAbbreviation, holdsName, withoutPoints } from '../fold-names.ts';
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
function isNamed(names: readonly string[], sources: readonly SourceState[], namesIn: CheckContext['namesIn']): boolean {
  if (sources.some(({ article }) => names.some((name) => holdsName(article?.text ?? '', name)))) return true;
  return names.some((name) => {
    const folded = withoutPoints(foldNames(name));
    return sources.some(
      (state) => holdsName(namesIn(state), folded) && holdsAbbreviation(state.article?.text ?? '', name) !== false,
    );
  });
}

const namesOf = ({ names, aliases }: Agency): readonly string[] => [
  ...Object.values(names),
  ...Object.values(aliases).flat(),
];
