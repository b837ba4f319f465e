import { currencyName } from '../../checks/plain-words.ts';
import { rules } from '../../checks/rules/index.ts';
import { docsAt, type KeyDocs, type SchemaKind } from '../../records/schema-docs.ts';
import type { Json } from '../../records/tree.ts';
import { blocks, bold, code, escaped, link } from '../markdown.ts';
import type { ProjectView } from '../views.ts';

/** What the format says of a key, with the words that may stand there and an example. */
export function keyCard(kind: SchemaKind, path: readonly (string | number)[]): string | undefined {
  const docs = docsAt(kind, path);
  if (!docs || docs.title === '') return undefined;
  return blocks(bold(docs.title), documentation(docs));
}

/** The documentation of a key without its title: description as Markdown, allowed words, default, an example. */
export function documentation({ description, allowed, usual, examples }: KeyDocs): string {
  const example = examples.find((one) => typeof one !== 'object');
  return blocks(
    description,
    allowed.length > 0 ? `One of ${allowed.map(code).join(', ')}.` : undefined,
    usual === undefined ? undefined : `${code(plain(usual))} where it is left out.`,
    allowed.length === 0 && example !== undefined ? `For example ${code(plain(example))}` : undefined,
  );
}

const plain = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a rule looks for, with a link to its page. */
export function ruleCard(id: string, project: ProjectView): string | undefined {
  const rule = rules.find((one) => one.id === id);
  if (!rule) return undefined;
  const severity = project.configuration.rules[id] ?? rule.severity;
  const page = project.rulePage(id);
  return blocks(
    `${bold(id)} · ${severity}`,
    escaped(`${rule.title}.`),
    page === undefined ? undefined : link('What it does, with examples', page),
  );
}

const qualifiers: Readonly<Record<string, string>> = {
  exact: 'The source gives the number as it is, without a word such as *about*.',
  about: 'The source says *about*, *environ*, *rund*, 约. The number rounded as it is written here agrees too.',
  nearly: 'The source says *nearly*, *près de*, *knapp*, 近: a little less. It agrees with *about* and *less than*.',
  'more-than': 'The source says *more than*, *plus de*, *über*, 超过. It agrees with *at least*.',
  'at-least': 'The source says *at least*, *au moins*, *mindestens*, 至少, 以上. It agrees with *more than*.',
  'less-than': 'The source says *less than*, *moins de*, *unter*, 不足. It agrees with *at most* and *nearly*.',
  'at-most': 'The source says *at most*, *jusqu’à*, *höchstens*, 不超过. It agrees with *less than*.',
};

/** What a qualifier means, and which others it agrees with. */
export function qualifierCard(word: string): string | undefined {
  const meaning = Object.hasOwn(qualifiers, word) ? qualifiers[word] : undefined;
  return meaning === undefined ? undefined : blocks(bold(word), meaning);
}

/** What a unit is. */
export function unitCard(unit: string, nameOf: (symbol: string) => string | undefined): string | undefined {
  const currency = currencyName(unit);
  if (currency !== undefined) return blocks(`${bold(unit)} · ${escaped(currency)}`, 'A currency of ISO 4217.');
  const name = nameOf(unit);
  return name === undefined ? undefined : `${bold(unit)} · ${escaped(name)}`;
}
