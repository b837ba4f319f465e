import type { SchemaError } from '../generated/validators.js';
import type { Span } from '../text/span.ts';
import { allowedWords, capital, isNumeric, knownKeys } from './corrections.ts';
import type { Problem } from './problem.ts';
import { describe, nameOf, type Site } from './site.ts';
import type { YamlNode } from './tree.ts';

export interface Complaint {
  readonly problem?: Problem;
  /** What cannot be used for it. */
  readonly breaks?: Span;
}

/** What a validator found, in a person's words; undefined where another complaint says it already. */
export function complaintOf(error: SchemaError, site: Site): Complaint | undefined {
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(error, site);
    case 'required':
      return error.schemaPath.includes('/anyOf/') ? undefined : missingKey(error, site);
    case 'enum':
      return broken(
        site.node,
        `${capital(nameOf(site))} is ${shown(site.node)}, and can only be one of ${allowedWords(error).join(', ')}.`,
      );
    case 'type':
      return wrongType(error, site);
    case 'minLength':
      return broken(site.node, `${capital(nameOf(site))} is empty: write something behind it, or take the line out.`);
    case 'minItems':
    case 'maxItems':
      return wrongCount(error, site);
    case 'minProperties':
      return broken(
        site.node,
        '`derived` names no operation: write one of sum, difference, product, ratio, share, growth with the figures it takes.',
      );
    case 'maxProperties':
      return broken(site.node, '`derived` names several operations: keep the one by which the value was computed.');
    case 'false schema':
      return twofold(site);
    case 'dependencies':
      return broken(
        keyPlace(site.node),
        '`factor` and `of` go together: a unit is so many (`factor`) of another unit (`of`).',
      );
    case 'anyOf':
      return broken(
        keyPlace(site.node),
        'This agency has no `names`: write its name in at least one language, so that articles can be searched for it.',
      );
    default:
      return broken(site.node, `${capital(nameOf(site))} is not written as it should be${example(error)}.`);
  }
}

const broken = (place: Span, message: string): Complaint => ({
  problem: { rule: 'record/schema', start: place.start, end: place.end, message },
  breaks: { start: place.start, end: place.end },
});

function unknownKey(error: SchemaError, site: Site): Complaint {
  const key = String(error.params.additionalProperty);
  const place = (site.node.kind === 'map' && site.node.entries.get(key)?.key) || site.node;
  const known = knownKeys(error);
  if (key === '<<') {
    return broken(place, '`<<` merges keys from elsewhere, which a record does not use: write the keys out.');
  }
  if (site.node.kind === 'map' && site.node.flow && /^\d+$/.test(key)) {
    return broken(place, `The comma before ${cut(key)} ends the number within { }: write the number without a comma.`);
  }
  if (error.parentSchema?.title === 'Computed from other figures') {
    return broken(place, `There is no operation \`${cut(key)}\`; the operations are ${known.join(', ')}.`);
  }
  const problem: Problem = {
    rule: 'record/schema',
    start: place.start,
    end: place.end,
    message: `There is no key \`${cut(key)}\` here, and it is not read; the keys are ${known.join(', ')}.`,
    found: cut(key),
  };
  return { problem };
}

/** Names of the parts of a record by the titles of their schemas. */
const things: Readonly<Record<string, string>> = {
  'Claimed number': 'figure',
  'Claimed date': 'date',
  'Accepted finding': 'acceptance',
  'Number left unclaimed': 'passage',
  'Policy record': 'record',
  'Registry of agencies': 'registry',
};

const wants: Readonly<Record<string, string>> = {
  id: 'give it a short name of its own',
  label: 'say in your own words what the number counts',
  value: 'write the number that the article states',
  date: 'write the date that the article states',
  agency: 'write the id of an agency of a registry',
  rule: 'name the rule whose finding is accepted',
  reason: 'say why the finding is accepted',
  quote: 'write the words of the article',
  agencies: 'list the agencies under it',
};

function missingKey(error: SchemaError, site: Site): Complaint {
  const key = String(error.params.missingProperty);
  const title = String(error.parentSchema?.title ?? 'entry');
  const thing = things[title] ?? title.toLowerCase();
  // Where the key stands there without a value, that has been said.
  if (site.node.kind === 'map' && site.node.entries.has(key)) return { breaks: keyPlace(site.node) };
  const complaint = broken(keyPlace(site.node), `This ${thing} has no \`${key}\`: ${wants[key] ?? 'add it'}.`);
  if (thing !== 'record' || !complaint.problem) return complaint;
  // A record without an id can be checked; nothing else can refer to it.
  return { problem: { ...complaint.problem, severity: 'warning' } };
}

function wrongType(error: SchemaError, site: Site): Complaint {
  const types = ([] as unknown[]).concat(error.params.type).map(String);
  if (isNumeric(types) && site.node.kind === 'scalar') return { breaks: site.node };
  const wanted = isNumeric(types)
    ? 'a number or a date'
    : types.includes('string')
      ? 'a text'
      : types.includes('array')
        ? 'a list'
        : keysWanted(error);
  if (site.key === 'quote' && site.node.kind === 'list') {
    return broken(site.node, 'A quote is one text: join its pieces with […], or give each its place under `evidence`.');
  }
  if (site.node.json === null) {
    return broken(site.node, `${capital(nameOf(site))} is empty: write something behind it, or take it out.`);
  }
  if (site.key === '')
    return broken(site.node, `The file holds ${describe(site.node.json)} where keys such as \`id: …\` should stand.`);
  return broken(
    site.node,
    `${capital(nameOf(site))} holds ${describe(site.node.json)}, and ${wanted} should stand there${example(error)}.`,
  );
}

/** The first keys of what should stand there, where they are known. */
function keysWanted(error: SchemaError): string {
  const keys = knownKeys(error).slice(0, 3);
  return keys.length === 0 ? 'keys with values of their own' : `keys such as \`${keys.join('`, `')}\``;
}

const operandCounts: Readonly<Record<string, string>> = {
  difference: 'the figure that is taken from, then the one that is taken away',
  ratio: 'the figure that is divided, then the one that it is divided by',
  share: 'the part, then the whole',
  growth: 'the earlier figure, then the later one',
};

function wrongCount(error: SchemaError, site: Site): Complaint {
  const count = site.node.kind === 'list' ? site.node.items.length : 0;
  if (site.key === 'value') {
    return broken(
      site.node,
      `A range has two ends, and ${count} ${count === 1 ? 'stands' : 'stand'} here: write [low, high].`,
    );
  }
  const operands = operandCounts[site.key];
  if (operands)
    return broken(
      site.node,
      `\`${site.key}\` takes two figures, ${operands}; ${count} ${count === 1 ? 'stands' : 'stand'} here.`,
    );
  return broken(
    site.node,
    `${capital(nameOf(site))} is an empty list: write at least ${String(error.params.limit)}, or take it out.`,
  );
}

/** `source` and `quote` beside `evidence`, or any of them beside `derived`. */
function twofold(site: Site): Complaint {
  const beside = site.parent?.kind === 'map' && site.parent.entries.has('derived') ? 'derived' : 'evidence';
  const message =
    beside === 'derived'
      ? `A figure is either computed or quoted: take out \`${site.key}\` or \`derived\`.`
      : `\`evidence\` stands in place of \`source\` and \`quote\`: move this \`${site.key}\` into the list, or take it out.`;
  const key = site.parent?.kind === 'map' ? site.parent.entries.get(site.key)?.key : undefined;
  return broken(key ?? site.node, message);
}

const example = (error: SchemaError): string => {
  const examples = error.parentSchema?.examples;
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined;
  const isShort = typeof first === 'number' || (typeof first === 'string' && first.length <= 30);
  return isShort ? `, such as ${first}` : '';
};

const shown = (node: YamlNode): string => (node.kind === 'scalar' ? `\`${cut(node.text)}\`` : describe(node.json));

/** A short place for what concerns a whole entry: its first key. */
function keyPlace(node: YamlNode): Span {
  const [first] = node.kind === 'map' ? node.entries.values() : [];
  return first?.key ?? node;
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
