/** The bounds of a file that people write by hand; passing one is one clear problem, never silence. */

/** Longest text of a record, a registry or a configuration, in UTF-16 units. The largest real record has 15,000. */
export const maxTextLength = 4_000_000;

/** Deepest nesting. A record needs eight levels; the YAML composer recurses and ends the process at about 900. */
export const maxNesting = 100;

/** Most entries that are read of one list: figures and sources of a record, agencies of a registry. */
export const maxEntries = 5_000;

/** Most problems that one file reports; one more says how many were left out. */
export const maxProblems = 200;

/** Most faults of YAML in a file of which the rest is still read. */
export const maxFaults = 1_000;

/** Most places in which a file may depart from its schema; beyond, it is something else than it says. */
export const maxDepartures = 20_000;

/** Powers of ten beyond which a number is taken for a slip. */
export const maxMagnitude = 60;
