import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { maxProblems } from '../../src/records/limits.ts';
import { readRecord } from '../../src/records/read.ts';
import { fatal, harmless } from './hostile-inputs.ts';

const program = fileURLToPath(new URL('hostile-inputs.ts', import.meta.url));

describe('inputs that end a process', function () {
  this.timeout(60_000);
  let said: string[] = [];
  before(() => {
    const child = spawnSync(process.execPath, ['--import', 'tsx', program], { encoding: 'utf8', timeout: 50_000 });
    said = child.stdout.split('\n');
    assert.equal(child.status, 0, `ended after ${said.at(-2)}`);
  });
  for (const [name, [, says]] of Object.entries(fatal)) {
    it(name, () => {
      const lines = said.filter((line) => line.startsWith(`${name}: `));
      assert.equal(lines.length, 3);
      for (const line of lines) assert.match(line, says);
    });
  }
});

describe('hostile inputs', function () {
  this.timeout(30_000);
  for (const [name, [make, says]] of Object.entries(harmless)) {
    it(name, () => {
      const text = make();
      const { record, problems } = readRecord('a.policy.yaml', text);
      assert.ok(problems.length <= maxProblems + 1, `${problems.length} problems`);
      if (says)
        assert.ok(
          problems.some(({ message }) => says.test(message)),
          problems[0]?.message ?? 'nothing is said',
        );
      else assert.deepEqual(problems, []);
      // Nothing that is not read goes unsaid.
      if (!record) assert.notEqual(problems.length, 0);
      for (const { start, end, message } of problems) {
        assert.ok(0 <= start && start <= end && end <= text.length, 'a place outside the text');
        assert.ok(message.length < 600 && !message.includes('\n'), message);
      }
    });
  }

  it('keys of the prototype are keys like any other', () => {
    const text =
      'id: __proto__\n__proto__: {polluted: 1}\nfigures:\n  - {id: constructor, label: a, value: 1, toString: 2}\n';
    const { record, problems } = readRecord('a.policy.yaml', text);
    assert.equal(record?.id?.value, '__proto__');
    assert.equal(record?.figures[0]?.id.value, 'constructor');
    assert.deepEqual(
      problems.map(({ found }) => found),
      ['__proto__', 'toString'],
    );
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });
});
