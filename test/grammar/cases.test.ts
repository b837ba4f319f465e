import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseGrammarTestCase, runGrammarTestCase, type TestFailure } from 'vscode-tmgrammar-test/dist/unit/index.js';
import { filesIn, grammars, registry } from './harness.ts';

const cases = filesIn('test/cases/grammar', '.yaml').map(({ path, text }) => ({
  path,
  case: parseGrammarTestCase(text),
}));

const shown = ({ line, start, end, missing, unexpected, actual }: TestFailure): string =>
  [
    `line ${line + 1}, ${start} to ${end}:`,
    ...missing.map((scope) => `  without ${scope}`),
    ...unexpected.map((scope) => `  with ${scope}`),
    `  it has ${actual.join(' ')}`,
  ].join('\n');

/** Every scope that a grammar gives. */
function scopesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(scopesOf);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    (key === 'name' || key === 'contentName') && typeof value === 'string' ? value.split(' ') : scopesOf(value),
  );
}

describe('the grammars', () => {
  for (const { path, case: one } of cases) {
    it(`colour ${path}: ${one.metadata.description}`, async () => {
      assert.ok(one.assertions.length > 0, 'nothing is asserted');
      const failures = await runGrammarTestCase(registry, one);
      assert.equal(failures.map(shown).join('\n'), '');
    });
  }

  for (const { path, scopeName } of grammars) {
    it(`give no scope that no case asks for: ${scopeName}`, () => {
      const { patterns, repository } = JSON.parse(readFileSync(path, 'utf8'));
      const given = new Set(scopesOf([patterns, Object.values(repository)]));
      const asked = new Set(
        cases
          .filter((one) => one.case.metadata.scope === scopeName)
          .flatMap((one) =>
            one.case.assertions.flatMap((line) => line.scopeAssertions.flatMap(({ scopes }) => scopes)),
          ),
      );
      assert.ok(given.size > 10, 'no scopes were found: the test is broken');
      assert.deepEqual(
        [...given].filter((scope) => !asked.has(scope)),
        [],
      );
    });
  }
});
