import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtProgram } from './bundle.ts';

/** No two lines share a name, a noun or a number, so that whatever is kept of them is kept of each. */
const record = (index: number): string => {
  const noun = `mills-of-kind-${index}`;
  const yaml = `id: a-record-with-a-long-name-${index}
jurisdiction: FR
sources:
  - file: an-article-with-a-long-name-${index}.txt
    language: en
figures:
  - id: figure-with-a-long-name-${index}
    label: How many mills of kind ${index} there are
    indicator: an-indicator-with-a-long-name-${index}
    period: 2024
    value: ${index + 100}
    unit: ${noun}
    quote: The land has ${index + 100} ${noun}
`;
  const text = `The land has ${index + 100} ${noun}. In ${1900 + (index % 100)} nearly ${index} % of all were made of wood.`;
  return JSON.stringify({ id: index, record: yaml, articles: { [`an-article-with-a-long-name-${index}.txt`]: text } });
};

const text = (index: number): string => {
  const [language, words] = [
    ['en', `The town has ${index} schools, nearly ${index % 97} % of all ${index}-year-olds.`],
    ['fr', `La ville compte ${index} écoles, près de ${index % 97} % de la région.`],
    ['de', `Die Stadt hat ${index} Schulen, rund ${index % 97} % aller Städte${index}.`],
    ['zh', `全市有${index}所学校，占${index % 97}%。`],
  ][index % 4] as [string, string];
  return JSON.stringify({ id: index, language, text: words });
};

const few = 1_000;
const many = 20_000;

describe('a program that answers lines', function () {
  this.timeout(600_000);
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'policy-records-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [command, lineOf] of Object.entries({ check: record, extract: text })) {
    it(`keeps nothing of ${many} lines that it did not keep of ${few}: ${command} --jsonl`, () => {
      const input = join(folder, `${command}.jsonl`);
      const file = openSync(input, 'w');
      for (let index = 0; index < many; index += 1) writeSync(file, `${lineOf(index)}\n`);
      closeSync(file);
      const note = join(folder, `${command}.json`);
      const [from, to] = [openSync(input, 'r'), openSync(join(folder, 'answers'), 'w')];
      const hook = ['--expose-gc', '--require', resolve('test/cli/note-heap.cjs')];
      const args = [
        ...hook,
        builtProgram(),
        command,
        '--jsonl',
        ...(command === 'check' ? ['--fail-on', 'never'] : []),
      ];
      const { status, stderr } = spawnSync(process.execPath, args, {
        stdio: [from, to, 'pipe'],
        encoding: 'utf8',
        env: { ...process.env, HEAP_AFTER: String(few), HEAP_NOTE: note },
      });
      for (const handle of [from, to]) closeSync(handle);
      assert.equal(status, 0, stderr);
      const { lines, noted } = JSON.parse(readFileSync(note, 'utf8')) as { lines: number; noted: [number, number] };
      assert.equal(lines, many);
      const kept = (noted[1] - noted[0]) / (many - few);
      // What is kept of a line takes a hundred bytes at least. Code that V8 compiled in between takes some, too.
      assert.ok(kept < 60, `${kept.toFixed(0)} bytes are kept of each line`);
    });
  }
});
