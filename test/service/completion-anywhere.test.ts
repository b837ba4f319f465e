import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import type { TextEdit } from 'vscode-languageserver-types';
import { openerFor } from '../../src/node/open-article.ts';
import { kindOf } from '../../src/records/layout.ts';
import { diskFiles } from '../../src/server/disk-files.ts';
import { completionsAt } from '../../src/service/completion/complete.ts';
import { cursorAt } from '../../src/service/completion/find-cursor.ts';
import { Project } from '../../src/service/project.ts';
import { LineIndex } from '../../src/text/lines.ts';
import { Random } from '../text/random.ts';

/** Pieces that bite, to be put anywhere into a text. */
const pieces = [
  '\n',
  '  ',
  '- ',
  ': ',
  '"',
  "'",
  '{',
  '[',
  '}',
  ']',
  ',',
  '#',
  '>-',
  '|',
  '\t',
  '\r\n',
  '…',
  '\ud800',
  '&a',
  '*a',
  '---',
  '\0',
];

const files = [
  'records/typical-mistakes.policy.yaml',
  'records/rail-freight.policy.yaml',
  'records/county-hospitals.policy.yaml',
  'world.agencies.yaml',
  'policy-records.yaml',
];

describe('completion at any place of any text', () => {
  const random = new Random(5);

  /** A text with some pieces put in and some stretches taken out. */
  function mangled(text: string): string {
    let result = text;
    for (let count = 1 + random.below(5); count > 0; count -= 1) {
      const at = random.below(result.length + 1);
      const cut = random.below(2) === 0 ? random.below(40) : 0;
      result = result.slice(0, at) + random.one(pieces) + result.slice(at + cut);
    }
    return result;
  }

  for (const path of files) {
    it(`finds the cursor on one line of ${path}`, () => {
      const whole = readFileSync(`examples/${path}`, 'utf8').slice(0, 3000);
      for (let round = 0; round < 12; round += 1) {
        const text = round === 0 ? whole : mangled(whole).slice(0, 600 + random.below(2000));
        for (let offset = 0; offset <= text.length; offset += round === 0 ? 1 : 1 + random.below(60)) {
          const cursor = cursorAt(text, offset);
          if (!cursor) continue;
          const { replace, typed } = cursor;
          assert.ok(replace.start <= offset && offset <= replace.end, `${JSON.stringify(text)} at ${offset}`);
          assert.equal(typed, text.slice(replace.start, offset));
          assert.doesNotMatch(text.slice(replace.start, replace.end), /\n/, `${JSON.stringify(text)} at ${offset}`);
        }
      }
    });

    it(`offers something or nothing in ${path}, and never fails`, async () => {
      const project = new Project({
        files: diskFiles(realpathSync('examples')),
        opener: openerFor,
        uriOf: (one) => `file:///${one}`,
        textUriOf: (path) => path,
        rulePage: () => undefined,
        pause: () => Promise.resolve(),
        onCrash: (error) => assert.fail(String(error)),
      });
      const whole = readFileSync(`examples/${path}`, 'utf8');
      project.setText(path, whole);
      const draft = await project.draft(path);
      assert.ok(draft && draft.kind === kindOf(path));
      let offered = 0;
      for (let round = 0; round < 40; round += 1) {
        const text = round < 20 ? whole : mangled(whole);
        const lines = new LineIndex(text);
        const offset = random.below(text.length + 1);
        const { items } = await completionsAt({ ...draft, text }, offset, { snippets: round % 2 === 0 });
        for (const { textEdit, label } of items) {
          const { range, newText } = textEdit as TextEdit;
          assert.equal(range.start.line, range.end.line, label);
          assert.ok(lines.offsetAt(range.start) <= offset && offset <= lines.offsetAt(range.end), label);
          assert.ok(newText !== '' && label !== '', label);
        }
        offered += items.length;
      }
      assert.ok(offered > 20, `only ${offered} items were offered`);
    });
  }
});
