import assert from 'node:assert/strict';
import { grammarOf, type LineState } from './harness.ts';

/** Begin of a record → what its last line goes on with, over and over. Each was slow in some grammar, or could be. */
const lines: readonly (readonly [begin: string, repeated: string, end?: string])[] = [
  ['', ' ', 'id: x'],
  ['', '- '],
  ['', 'a', 'b'],
  ['', 'a: '],
  ['', '{'],
  ['{', 'id: x, '],
  ['topics: [', 'a ', '"'],
  ['agencies: [', 'a-b, '],
  ['sources:\n  - language: ', 'aa-'],
  ['sources:\n  - url: https://', 'a?', ' <'],
  ['figures:\n  - value: ', '1', 'x'],
  ['figures:\n  - value: ', '['],
  ['figures:\n  - unit: ', 'a ', '"'],
  ['figures:\n  - unit: "', '\\n'],
  ['figures:\n  - source: ', 'a.', '!'],
  ['figures:\n  - derived: {sum: [', 'ab, '],
  ['figures:\n  - accept: ', '[{rule: figure/value},'],
  ['figures:\n  - quote: ', ' ', 'x'],
  ['figures:\n  - quote: a', ' #'],
  ['figures:\n  - quote: ', '1,'],
  ['figures:\n  - quote: ', '1 000 '],
  ['figures:\n  - quote: ', '&a '],
  ['figures:\n  - quote: [', '&a,'],
  ['figures:\n  - quote: "', '\\"'],
  ["figures:\n  - quote: '", "''"],
  ['figures:\n  - quote: >-\n      ', '[…'],
  ['figures:\n  - {quote: ', "l'a "],
];

async function time(text: string): Promise<number> {
  const grammar = await grammarOf('source.yaml.policy-record');
  let state: LineState = null;
  const started = performance.now();
  for (const line of text.split('\n')) state = grammar.tokenizeLine2(line, state).ruleStack;
  return performance.now() - started;
}

describe('the grammars on long lines', () => {
  // VS Code itself leaves a line of more than 20,000 characters plain.
  for (const [begin, repeated, end = ''] of lines) {
    it(`take well below a second for ${JSON.stringify(begin.split('\n').at(-1) + repeated)}… of 20,000 characters`, async () => {
      const text = (size: number) => begin + repeated.repeat(size / repeated.length) + end;
      await time(text(100));
      const taken = await time(text(20_000));
      assert.ok(taken < 1000, `${taken.toFixed(0)} ms`);
    });
  }

  for (const [what, repeated] of Object.entries({ words: 'mot ', spaces: ' ' })) {
    it(`do not hang on a line of 5 MB of ${what}`, async () => {
      const taken = await time(`figures:\n  - quote: x${repeated.repeat(5_000_000 / repeated.length)}`);
      assert.ok(taken < 15_000, `${taken.toFixed(0)} ms`);
    });
  }
});
