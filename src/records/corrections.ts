import type { SchemaError } from '../generated/validators.js';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { quoteInMarks } from './quoting.ts';
import { describe, disregard, nameOf, replace, type Site } from './site.ts';
import type { ListNode, MapNode, ScalarNode } from './tree.ts';

export interface Correction {
  readonly apply: () => void;
  /** Absent where what is written is as good, as an empty list. */
  readonly problem?: Problem;
}

/** The evident correction of what a validator found, if there is one. */
export function correctionOf(error: SchemaError, site: Site): Correction | undefined {
  switch (error.keyword) {
    case 'additionalProperties':
      return renamed(error, site);
    case 'enum':
      return respelled(error, site);
    case 'type':
      return retyped(error, site);
    default:
      return undefined;
  }
}

/** A misspelt key, where the key that it is nearest to is not there yet. */
function renamed(error: SchemaError, site: Site): Correction | undefined {
  const map = site.node;
  const wrong = String(error.params.additionalProperty);
  if (map.kind !== 'map' || wrong.length > 60) return undefined;
  const entry = map.entries.get(wrong);
  const known = nearest(
    wrong,
    knownKeys(error).filter((key) => !map.entries.has(key)),
  );
  if (!entry || known === undefined) return undefined;
  const { start, end } = entry.key;
  return {
    apply: () => {
      map.entries.delete(wrong);
      map.entries.set(known, { key: { value: known, start, end }, value: entry.value });
      delete map.json[wrong];
      map.json[known] = entry.value.json;
    },
    problem: {
      rule: 'record/schema',
      start,
      end,
      message: `There is no key \`${wrong}\` here; it is read as \`${known}\`: correct its spelling.`,
      expected: known,
      found: wrong,
      fix: { title: `Write \`${known}\``, edits: [{ start, end, newText: known }], safe: true },
    },
  };
}

export const knownKeys = (error: SchemaError): string[] => {
  const properties = error.parentSchema?.properties;
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
};

/** A word that is not in its list, where one of the list is near. */
function respelled(error: SchemaError, site: Site): Correction | undefined {
  const node = site.node;
  if (node.kind !== 'scalar') return undefined;
  if (node.json === null) return emptied(site, node);
  const allowed = allowedWords(error);
  const word = nearest(node.text, allowed);
  if (word === undefined) return undefined;
  const { start, end } = node;
  const found = node.text;
  return {
    apply: () => replace(site, { ...node, text: word, json: word }),
    problem: {
      rule: 'record/schema',
      start,
      end,
      message: `${capital(nameOf(site))} is \`${found}\`, which is not among the words it can be; it is read as \`${word}\` (the others: ${allowed.filter((other) => other !== word).join(', ')}).`,
      expected: word,
      found,
      fix: { title: `Write \`${word}\``, edits: [{ start, end, newText: word }], safe: true },
    },
  };
}

export const allowedWords = (error: SchemaError): string[] => {
  const values = error.params.allowedValues;
  return Array.isArray(values) ? values.map(String) : [];
};

function retyped(error: SchemaError, site: Site): Correction | undefined {
  const node = site.node;
  const types = ([] as unknown[]).concat(error.params.type).map(String);
  if (node.kind === 'map' && !node.flow && types.join() === 'array' && site.parent) return asListOfOne(site, node);
  if (node.kind !== 'scalar') return undefined;
  if (node.json === null) {
    // A list that is still to be filled is an empty list.
    if (types.length === 1 && (types[0] === 'array' || types[0] === 'object')) return { apply: () => disregard(site) };
    return emptied(site, node);
  }
  // Where a number may stand as well, whoever reads the number says what is wrong with it.
  if (types.includes('string') && !isNumeric(types)) return asText(site, node);
  if (types.length === 1 && types[0] === 'array') return asList(site, node);
  return undefined;
}

/** Whether a number or a date is wanted, which has a reader of its own. */
export const isNumeric = (types: readonly string[]): boolean => types.includes('number') || types.includes('integer');

/** A key without a value: said, and read as if it were not there. */
function emptied(site: Site, node: ScalarNode): Correction | undefined {
  const entry = site.parent?.kind === 'map' ? site.parent.entries.get(site.key) : undefined;
  if (!entry) return undefined;
  // An alias without a text, and a quote that a # swallowed whole, are complained of by themselves.
  const isSaid = node.text === '' && (node.end > node.start || (site.key === 'quote' && node.commented));
  if (isSaid) return { apply: () => disregard(site) };
  return {
    apply: () => disregard(site),
    problem: {
      rule: 'record/schema',
      start: entry.key.start,
      end: Math.max(entry.key.end, node.end),
      message: `${capital(nameOf(site))} is empty: write something behind it, or take the line out.`,
    },
  };
}

function asText(site: Site, node: ScalarNode): Correction {
  const { start, end, text } = node;
  const written = quoteInMarks(text);
  return {
    apply: () => replace(site, { ...node, json: text }),
    problem: {
      rule: 'record/schema',
      start,
      end,
      message: `${capital(nameOf(site))} wants a text, and YAML takes ${text} for ${describe(node.json)}: write ${written}, with quotation marks.`,
      expected: written,
      found: text,
      fix: { title: 'Put it in quotation marks', edits: [{ start, end, newText: written }], safe: true },
    },
  };
}

function asList(site: Site, node: ScalarNode): Correction | undefined {
  const { start, end, text } = node;
  const list: ListNode = { kind: 'list', flow: true, start, end, items: [node], json: [node.json] };
  const written = node.plain && /[,[\]{}]/.test(text) ? quoteInMarks(text) : undefined;
  return {
    apply: () => replace(site, list),
    problem: {
      rule: 'record/schema',
      start,
      end,
      message: `${capital(nameOf(site))} wants a list, even of one: write it in square brackets.`,
      fix: {
        title: 'Make it a list',
        edits: written
          ? [{ start, end, newText: `[${written}]` }]
          : [
              { start, end: start, newText: '[' },
              { start: end, end, newText: ']' },
            ],
        safe: true,
      },
    },
  };
}

/** Keys where a list of entries should stand: the hyphen of its only entry is missing. */
function asListOfOne(site: Site, node: MapNode): Correction {
  const { start, end } = node;
  const place = node.entries.values().next().value?.key ?? node;
  return {
    apply: () => replace(site, { kind: 'list', flow: false, start, end, items: [node], json: [node.json] }),
    problem: {
      rule: 'record/schema',
      start: place.start,
      end: place.end,
      message: `${capital(nameOf(site))} wants a list: begin each of its entries with a hyphen and a space.`,
    },
  };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
