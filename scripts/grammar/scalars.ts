import { type Kind, wholeRule } from './kinds.ts';
import { groups, include, type Rule } from './textmate.ts';

/**
 * The ways in which YAML writes a scalar, each as rules for one kind of value. Rules for blocks begin with `\G`: right
 * behind the key or dash, or at the beginning of a further line. Whatever is open there ends with the block, since the
 * key's rule goes on only while lines are indented deeper; so an unfinished quotation mark colours nothing beyond.
 * `\G` is also what keeps long lines fast: it is tried in one place only.
 */

/** Where a value begins, with its tag and anchor as the first group. */
const properties = String.raw`((?>(?:[&!][^\s,\[\]{}]*+[ \t]+){0,2}))`;
export const inBlock = String.raw`\G[ \t]*+${properties}`;
export const inFlow = String.raw`(?<![^\s,:\[{])${properties}`;
export const propertiesScope = 'storage.type.properties.yaml';

const plainStart = String.raw`(?:[^\s#"'\[\]{}&*!|>%@\x60,?:-]|[-?:](?=\S))`;
const flowStart = String.raw`(?:[^\s#"'\[\]{}&*!|>%@\x60,?:-]|[-?:](?=[^\s,\[\]{}]))`;
const blockEnd = String.raw`(?:$|[ \t]#)`;
const flowEnd = String.raw`(?:$|[,\[\]{}]|[ \t]#)`;

type Form = 'plain' | 'double' | 'single' | 'block' | 'flow';
const forms = {
  plain: { string: 'string.unquoted.plain', end: blockEnd },
  flow: { string: 'string.unquoted.plain', end: flowEnd },
  block: { string: 'string.unquoted.block', end: '$' },
  double: { string: 'string.quoted.double', end: '"' },
  single: { string: 'string.quoted.single', end: "'" },
} as const;

/** `string.quote.x` in a block is `string.unquoted.block.quote.x`; other scopes are the same everywhere. */
const textScope = (kind: Kind, form: Form): string | undefined => kind.text?.replace(/^string/, forms[form].string);

function inner(kind: Kind, form: Form): Rule[] {
  return [...(kind.whole ?? []).map((whole) => wholeRule(whole, forms[form].end)), ...(kind.within ?? [])];
}

export const comment: Rule = {
  name: 'comment.line.number-sign.yaml',
  match: String.raw`(?<!\S)(#).*$`,
  captures: groups('punctuation.definition.comment.yaml'),
};

const escapes: Readonly<Record<'double' | 'single', Rule>> = {
  double: {
    name: 'constant.character.escape.yaml',
    match: String.raw`\\(?:[0abtnvfre "/\\N_LP\t]|x\h{2}|u\h{4}|U\h{8}|$)`,
  },
  single: { name: 'constant.character.escape.yaml', match: "''" },
};

function quoted(kind: Kind, form: 'double' | 'single', before: string): Rule {
  const mark = forms[form].end;
  return {
    name: textScope(kind, form) ?? `${forms[form].string}.yaml`,
    begin: `${before}(${mark})`,
    end: form === 'single' ? "(')(?!')" : '(")',
    beginCaptures: groups(propertiesScope, 'punctuation.definition.string.begin.yaml'),
    endCaptures: groups('punctuation.definition.string.end.yaml'),
    patterns: [escapes[form], ...inner(kind, form)],
  };
}

/** The text of one line, without the white space around it and without a comment. */
const line = (kind: Kind): Rule => ({
  name: textScope(kind, 'plain'),
  begin: String.raw`(?=\S)`,
  end: String.raw`(?<=\S)(?=[ \t]+#|[ \t]*$)`,
  patterns: inner(kind, 'plain'),
});

/** The scalar as the value of a key, or as an item, in a block. */
export function blockScalar(kind: Kind): Rule[] {
  return [
    {
      begin: String.raw`${inBlock}([|>])([-+1-9]{0,2})[ \t]*+(#.*)?$`,
      while: '^',
      contentName: textScope(kind, 'block'),
      beginCaptures: groups(
        propertiesScope,
        'keyword.control.flow.block-scalar.yaml',
        'storage.modifier.chomping.yaml',
        'comment.line.number-sign.yaml',
      ),
      patterns: inner(kind, 'block'),
    },
    quoted(kind, 'double', inBlock),
    quoted(kind, 'single', inBlock),
    {
      begin: `${inBlock}(?=${plainStart})`,
      while: '^',
      beginCaptures: groups(propertiesScope),
      patterns: [include('comment'), line(kind)],
    },
  ];
}

/** The scalar between brackets. */
export function flowScalar(kind: Kind): Rule[] {
  return [
    quoted(kind, 'double', inFlow),
    quoted(kind, 'single', inFlow),
    {
      name: textScope(kind, 'flow'),
      begin: `${inFlow}(?=${flowStart})`,
      end: String.raw`(?=[,\[\]{}])|(?<=\S)(?=[ \t]+#|[ \t]*$)`,
      beginCaptures: groups(propertiesScope),
      patterns: inner(kind, 'flow'),
    },
  ];
}
