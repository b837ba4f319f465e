import type { Field } from './fields.ts';
import { kinds } from './kinds.ts';
import { blockScalar, comment, flowScalar, inBlock, inFlow, propertiesScope } from './scalars.ts';
import { type Grammar, groups, include, type Rule } from './textmate.ts';

/**
 * A grammar of YAML that knows the keys of one format: each key has a rule that begins with it, goes on while lines are
 * indented deeper, and holds the rules for what may stand there. So a key is coloured where it belongs, and one that is
 * unknown or in the wrong place is left plain.
 */

type Repository = Readonly<Record<string, Rule>>;

const keyScope = 'entity.name.tag.yaml';
const colon = 'punctuation.separator.key-value.mapping.yaml';
const dash = 'punctuation.definition.block.sequence.item.yaml';

/** Groups: 1 indentation, 2 dash, 3 a space for the dash, 4 spaces behind it, 5 quotation mark, 6 key, 7 colon. */
const blockKey = (pattern: string): string =>
  String.raw`^( *+)(?:(-)(?=( ))( ++))?(["']?)(${pattern})\5[ \t]*+(:)(?=\s|$)`;
/** The column of the key: a dash counts as the space that stands in for it. */
const column = String.raw`\1\3\4`;
const deeper = String.raw`^(?=${column}[ \t]|[ \t]*+$)`;
/** So does a list whose dashes stand right below the key; and comments, wherever they stand. */
const deeperOrList = String.raw`^(?=${column}(?:[ \t]|-(?:\s|$))|[ \t]*+(?:#|$))`;
const unknownKey = String.raw`[^\s:#"'\[\]{},&*!|>%@\x60-][^\s:#"'\[\]{},]*+`;

const flowKey = (pattern: string): string => String.raw`(?<![^\s,{])(["']?)(${pattern})\1[ \t]*+(:)(?=[\s,\[\]{}"']|$)`;

/** Scope of a key. Those that hold the record together, and those that compute, are told from the others. */
function scopeOf(field: Field, parent: string | undefined): string {
  if (field.scope) return field.scope;
  if (parent === undefined && field.fields) return `${keyScope} keyword.control.section.policy-record`;
  if (parent === 'derived') return `${keyScope} support.function.operation.policy-record`;
  return keyScope;
}

/** `[…]` or `{…}`, from its bracket to the one that closes it. */
const bracketed = (name: 'sequence' | 'mapping', before: string, patterns: readonly Rule[]): Rule => ({
  name: `meta.flow-${name}.yaml`,
  begin: `${before}(${name === 'sequence' ? '\\[' : '\\{'})`,
  end: `(${name === 'sequence' ? '\\]' : '\\}'})`,
  beginCaptures: groups(propertiesScope, `punctuation.definition.${name}.begin.yaml`),
  endCaptures: groups(`punctuation.definition.${name}.end.yaml`),
  patterns: [include('comment'), { name: `punctuation.separator.${name}.yaml`, match: ',' }, ...patterns],
});

const flowMapping = (fields: readonly Field[], before: string): Rule =>
  bracketed('mapping', before, [
    ...fields.map(({ key }) => include(`${key}-key-in-flow`)),
    include('unknown-key-in-flow'),
  ]);

/** What the rules for the values behind a key are called; keys whose values are alike share them. */
const valuesName = ({ key, fields, kind }: Field): string => (fields ? key : (kind?.name ?? key));

/** The rules for what may stand behind a key. */
function valueRules(field: Field): Repository {
  const { fields = [], kind } = field;
  const name = valuesName(field);
  const keys = field.fields ? [...fields.map(({ key }) => include(`${key}-key`)), include('unknown-key')] : [];
  const inner = include(`${name}-in-flow`);
  return {
    [`${name}-in-flow`]: {
      patterns: [
        include('comment'),
        bracketed('sequence', inFlow, [inner]),
        flowMapping(fields, inFlow),
        ...flowScalar(kind ?? kinds.unknown),
      ],
    },
    [name]: {
      patterns: [
        include('comment'),
        ...keys,
        bracketed('sequence', inBlock, [inner]),
        flowMapping(fields, inBlock),
        ...(kind ? blockScalar(kind) : []),
      ],
    },
    [`${name}-item`]: {
      begin: String.raw`^( *+)(-)(?=\s|$)`,
      while: String.raw`^(?=\1[ \t]|[ \t]*+$)`,
      beginCaptures: groups('', dash),
      patterns: [include(name)],
    },
  };
}

function keyRules(field: Field, scope: string): Repository {
  const { key, pattern = key, list } = field;
  const holdsItems = list || field.fields !== undefined;
  const name = valuesName(field);
  return {
    [`${key}-key-in-flow`]: {
      begin: flowKey(pattern),
      end: String.raw`(?=[,}\]])`,
      beginCaptures: groups('', scope, colon),
      patterns: [include(`${name}-in-flow`)],
    },
    [`${key}-key`]: {
      begin: blockKey(pattern),
      while: holdsItems ? deeperOrList : deeper,
      beginCaptures: groups('', dash, '', '', '', scope, colon),
      patterns: [include(name), ...(holdsItems ? [include(`${name}-item`)] : [])],
    },
  };
}

/** The rules for keys and for all below them. One name stands for one rule within a grammar, at whatever depth. */
function repositoryOf(fields: readonly Field[], parent?: string): Repository {
  const all: Record<string, Rule> = {};
  for (const field of fields) {
    const parts = [
      valueRules(field),
      keyRules(field, scopeOf(field, parent)),
      repositoryOf(field.fields ?? [], field.key),
    ];
    for (const [name, rule] of parts.flatMap((part) => Object.entries(part))) {
      if (all[name] && JSON.stringify(all[name]) !== JSON.stringify(rule))
        throw new Error(`${name} means two things, and the grammar has one rule for it.`);
      all[name] = rule;
    }
  }
  return all;
}

/** A key that the format does not have there: its value is divided as YAML has it, and left plain. */
const unknown: Field = {
  key: 'unknown',
  pattern: unknownKey,
  scope: 'meta.key.unknown.yaml',
  list: true,
  kind: kinds.unknown,
  fields: [],
};

/** The grammar of files whose root has these keys. */
export const grammarOf = (name: string, scopeName: string, fields: readonly Field[]): Grammar => ({
  $schema: 'https://json.schemastore.org/tmlanguage.json',
  comment: 'Made by scripts/build-grammars.ts from schemas/; not to be edited.',
  name,
  scopeName,
  patterns: [
    include('comment'),
    { name: 'entity.other.document.yaml', match: String.raw`^(?:---|\.\.\.)(?=\s|$)` },
    { name: 'meta.directive.yaml', match: '^%.*$' },
    ...fields.map(({ key }) => include(`${key}-key`)),
    include('unknown-key'),
    {
      begin: String.raw`^(?=[ \t]*+\{)`,
      while: String.raw`^(?=[\s}\]]|$)`,
      patterns: [flowMapping(fields, inBlock)],
    },
  ],
  repository: { comment, ...repositoryOf([unknown]), ...repositoryOf(fields) },
});
