import assert from 'node:assert/strict';
import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, visit } from 'yaml';
import { readRecord } from '../../src/records/read.ts';
import { readRegistry } from '../../src/records/registry.ts';
import type { Span } from '../../src/text/span.ts';
import { type Coloured, colour, filesIn } from './harness.ts';

/**
 * The grammar reads YAML by regular expressions and the checker by a parser: over every example they must agree on what
 * is a key, and on where the value of each key begins and ends.
 */

const reference = 'support.class.reference.policy-record';
const prose = 'meta.prose.policy-record';
const date = 'constant.other.date.policy-record';
const enumeration = 'constant.other.enumeration.policy-record';
const name = 'name.policy-record';

/** Key → the end of a scope that each character of its values has. */
const scopes: Readonly<Record<string, readonly string[]>> = {
  id: ['entity.name.type.id.policy-record'],
  quote: ['quote.policy-record'],
  value: ['constant.numeric.value.policy-record', 'constant.other.unit.scale.policy-record'],
  unit: [
    'constant.other.unit.counted.policy-record',
    'constant.other.unit.currency.policy-record',
    'constant.other.unit.share.policy-record',
  ],
  qualifier: ['support.constant.qualifier.policy-record'],
  period: [date, 'keyword.operator.interval.policy-record'],
  indicator: ['support.class.indicator.policy-record'],
  file: ['path.policy-record'],
  url: ['markup.underline.link.policy-record'],
  language: ['constant.other.language-tag.policy-record'],
  jurisdiction: ['constant.other.jurisdiction.policy-record'],
  topics: ['constant.other.topic.policy-record'],
  rule: ['support.function.rule.policy-record'],
  sha256: ['constant.numeric.hex.sha256.policy-record'],
  wikidata: ['constant.other.wikidata.policy-record'],
  ...all(['date', 'published', 'retrieved'], date),
  ...all(['title', 'label', 'event', 'note', 'reason', 'publisher'], prose),
  ...all(['status', 'role', 'kind', 'type'], enumeration),
  ...all(['source', 'agency', 'agencies', 'parent'], reference),
  ...all(['sum', 'difference', 'product', 'ratio', 'share', 'growth'], reference),
  ...all(['en', 'fr', 'de', 'zh'], name),
};

/** Keys with other keys below them. */
const containers = new Set([
  ...['agencies', 'sources', 'figures', 'dates'],
  ...['ignore', 'accept', 'evidence', 'derived', 'names', 'aliases'],
]);

function all(keys: readonly string[], scope: string): Record<string, readonly string[]> {
  return Object.fromEntries(keys.map((key) => [key, [scope]]));
}

/** The scalars behind a key, alone or in a list. */
function scalarsOf({ value }: Pair): Scalar[] {
  if (isScalar(value)) return [value];
  return isSeq(value) ? value.items.filter(isScalar) : [];
}

/** Where the text of a scalar stands, without quotation marks and without the head of a block. */
function textOf(source: string, { range, type }: Scalar): { start: number; end: number } {
  assert.ok(range);
  const [start, end] = range;
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return { start: source.indexOf('\n', start) + 1, end };
  return type?.startsWith('QUOTE') ? { start: start + 1, end: end - 1 } : { start, end };
}

/** Characters of a part of the text that have none of the scopes, as pieces of text. */
function without(source: string, tokens: readonly Coloured[], start: number, end: number, ends: readonly string[]) {
  return tokens
    .filter((token) => token.end > start && token.start < end)
    .filter((token) => !token.scopes.some((scope) => ends.some((one) => scope.endsWith(one))))
    .map((token) => source.slice(Math.max(start, token.start), Math.min(end, token.end)).trim())
    .filter((text) => text !== '');
}

/**
 * What the grammar colours otherwise than the parser reads, and the number of values that were compared. What the
 * checker itself complains of is not compared: the grammar may leave it plain.
 */
function disagreements(
  source: string,
  tokens: readonly Coloured[],
  problems: readonly Span[],
): { compared: number; found: string[] } {
  const wrong = (start: number, end: number) =>
    problems.some((problem) => problem.start <= end && start <= problem.end);
  const found: string[] = [];
  let compared = 0;
  visit(parseDocument(source), {
    Pair(_, pair) {
      assert.ok(isScalar(pair.key) && pair.key.range);
      const key = String(pair.key.value);
      const [start, end] = pair.key.range;
      const expected = scopes[key];
      const known = expected !== undefined || containers.has(key);
      const scope = known ? 'entity.name.tag.yaml' : 'meta.key.unknown.yaml';
      if (without(source, tokens, start, end, [scope]).length > 0) found.push(`key ${key}`);
      if (!expected || isMap(pair.value)) return;
      for (const scalar of scalarsOf(pair)) {
        const text = textOf(source, scalar);
        if (wrong(text.start, text.end)) continue;
        found.push(...without(source, tokens, text.start, text.end, expected).map((piece) => `${key}: ${piece}`));
        compared++;
      }
    },
  });
  return { compared, found };
}

const problemsOf = (path: string, text: string): readonly Span[] =>
  (path.endsWith('.agencies.yaml') ? readRegistry(path, text) : readRecord(path, text)).problems;

describe('the grammars and the parser agree', () => {
  const ends = { 'policy-record': ['.policy.yaml', '.policy.yml'], 'policy-agencies': ['.agencies.yaml'] };
  for (const [language, extensions] of Object.entries(ends)) {
    for (const { path, text } of filesIn('examples', ...extensions)) {
      it(`on examples/${path}`, async () => {
        const { compared, found } = disagreements(
          text,
          await colour(`source.yaml.${language}`, text),
          problemsOf(path, text),
        );
        assert.deepEqual(found, []);
        assert.ok(compared > 10, 'hardly anything was compared');
      });
    }
  }

  it('and say so where they do not', async () => {
    const text = 'figures:\n  - quote: in 5 ports\n    value: 5,5\nvalue: 5\n';
    const { found } = disagreements(text, await colour('source.yaml.policy-record', text), []);
    assert.deepEqual(found, ['value: 5,5', 'key value', 'value: 5']);
  });
});
