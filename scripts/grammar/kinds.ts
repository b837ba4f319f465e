import { rules } from '../../src/checks/rules/index.ts';
import { groups, type Rule } from './textmate.ts';

/** Text that is a kind of value only where the whole scalar is. */
interface Whole {
  /** The regular expression, without anchors. */
  readonly text: string;
  /** Scopes of its groups, the first for all of it. */
  readonly scopes: readonly string[];
}

/** What a scalar says, and how that is coloured. Text that is none of `whole` is left as it is: it is a mistake. */
export interface Kind {
  /** What the grammar's rules for it are called. */
  readonly name: string;
  /** Scope of all text of the scalar, whatever it says: `string` is told from its quotation marks, the rest is not. */
  readonly text?: string;
  readonly whole?: readonly Whole[];
  /** Rules for what stands within the text. */
  readonly within?: readonly Rule[];
}

/**
 * Scopes of ours. Where there are two, few themes know the inner one, and it is there for those that give the outer one
 * the colour of keys: Monokai, Solarized.
 */
const own = (scopes: string): string =>
  scopes
    .split(' ')
    .map((scope) => `${scope}.policy-record`)
    .join(' ');
const whole = (text: string, ...scopes: string[]): Whole => ({ text, scopes: scopes.map(own) });

/** One of some words, each as it is written; longest first, so that none hides another. */
const oneOf = (words: readonly string[]): string => `(?:${[...words].sort().reverse().join('|')})`;

const name = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?+`;
const number = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,6})?`;
const scale = 'thousand|million|billion|trillion|quadrillion';
const year = String.raw`\d{4}`;
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12][0-9]|3[01])';
const date = `${year}(?:-${month}(?:-${day})?)?`;
const moment = `(?:${year}-Q[1-4]|${date})`;
const dateScope = 'constant.numeric.date constant.other.date';
const printable = String.raw`[^\s"'#\[\]{},|>&*!]+`;

/** A number as articles print it: with signs, spaces or full-width digits, no part of such a name as GPT-4 or 6G. */
const printed = String.raw`(?<![\p{Latin}\p{N}_])(?<![\p{Latin}][-.])\p{Nd}++(?:[.,:/’'](?=\p{Nd})\p{Nd}++|[ \x{A0}\x{2009}\x{202F}]\p{Nd}{3}(?!\p{N}))*+(?:[ \x{A0}\x{202F}]?[%‰％])?(?![\p{Latin}\p{N}_])`;

export const enumeration = (name: string, words: readonly string[], scope: string): Kind => ({
  name,
  whole: [whole(oneOf(words), scope)],
});

export const kinds = {
  unknown: { name: 'unknown' },
  prose: { name: 'prose', text: own('meta.prose') },
  definition: { name: 'definition', whole: [whole(name, 'entity.name.type.id')] },
  reference: { name: 'reference', whole: [whole(name, 'support.class.reference')] },
  indicator: { name: 'indicator', whole: [whole(name, 'support.class.indicator')] },
  rule: { name: 'rule', whole: [whole(oneOf(rules.map((rule) => rule.id)), 'support.function.rule')] },
  jurisdiction: {
    name: 'jurisdiction',
    whole: [whole('[A-Z]{2}(?:-[A-Z0-9]{1,3})?', 'variable.other.constant constant.other.jurisdiction')],
  },
  language: {
    name: 'language',
    whole: [whole('[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}', 'variable.other.constant constant.other.language-tag')],
  },
  encoding: {
    name: 'encoding',
    whole: [whole('[A-Za-z][A-Za-z0-9._:-]*', 'variable.other.constant constant.other.encoding')],
  },
  wikidata: { name: 'wikidata', whole: [whole(String.raw`Q\d+`, 'variable.other.constant constant.other.wikidata')] },
  topic: {
    name: 'topic',
    whole: [whole(`${printable}(?: +${printable})*+`, 'variable.other.constant constant.other.topic')],
  },
  hash: { name: 'hash', whole: [whole('[0-9A-Fa-f]{64}', 'constant.numeric.hex.sha256')] },
  date: { name: 'date', whole: [whole(date, dateScope)] },
  period: {
    name: 'period',
    whole: [
      whole(moment, dateScope),
      whole(`(${moment})(/)(${moment})`, 'meta.interval', dateScope, 'keyword.operator.interval', dateScope),
    ],
  },
  number: {
    name: 'number',
    whole: [
      whole(
        `(${number})(?: +(${scale}))?`,
        'meta.number',
        'constant.numeric.value',
        'keyword.other.unit constant.other.unit.scale',
      ),
    ],
  },
  unit: {
    name: 'unit',
    whole: [
      whole('[A-Z]{3}', 'keyword.other.unit constant.other.unit.currency'),
      whole('%|percent(?:age points?)?', 'keyword.other.unit constant.other.unit.share'),
      whole(`${printable}(?: +${printable})*+`, 'keyword.other.unit constant.other.unit.counted'),
    ],
  },
  path: { name: 'path', text: 'string.path.policy-record' },
  url: {
    name: 'url',
    whole: [whole(String.raw`https?://[^\s"'<>]+`, 'string.other.link.url markup.underline.link')],
  },
  agencyName: { name: 'agency-name', text: 'string.name.policy-record' },
  quote: {
    name: 'quote',
    text: 'string.quote.policy-record',
    within: [
      { name: own('constant.character.escape.elision'), match: String.raw`\[(?:…|\.\.\.)\]` },
      { name: own('constant.numeric.quoted'), match: printed },
    ],
  },
} satisfies Record<string, Kind>;

export const wholeRule = ({ text, scopes }: Whole, end: string): Rule => ({
  match: String.raw`\G[ \t]*+(${text})(?=[ \t]*${end})`,
  captures: groups(...scopes),
});
