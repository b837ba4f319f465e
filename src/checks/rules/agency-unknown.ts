import { nearest } from '../../records/nearest.ts';
import { replacement } from '../edits.ts';
import type { Rule } from '../rule.ts';

/** No registry that the record sees has this agency. */
export const agencyUnknown: Rule = {
  id: 'agency/unknown',
  severity: 'error',
  title: 'no registry has this agency',
  agency({ agency }, { input }) {
    if (input.agency(agency.value)) return [];
    const { start, end, value } = agency;
    const meant = nearest(value, input.agencyIds());
    return [
      {
        start,
        end,
        message: `No registry of agencies that this record sees has “${value}”${meant === undefined ? '; add it to one.' : `; did you mean “${meant}”?`}`,
        found: value,
        ...(meant !== undefined && { expected: meant, fix: replacement(agency, meant, `Write “${meant}”`) }),
      },
    ];
  },
};
