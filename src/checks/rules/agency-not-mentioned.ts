import type { Agency } from '../../records/model.ts';
import { foldNames, holdsName } from '../fold-names.ts';
import type { Rule } from '../rule.ts';

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
    const folded = names.map(foldNames);
    const isNamed = sources.some((state) => folded.some((name) => holdsName(namesIn(state), name)));
    if (isNamed) return [];
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

const namesOf = ({ names, aliases }: Agency): readonly string[] => [
  ...Object.values(names),
  ...Object.values(aliases).flat(),
];
