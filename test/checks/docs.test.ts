/** The pages of `docs/rules`: one for each rule, and their examples do what they say. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../src/checks/rules/index.ts';
import { parseCases } from './case-file.ts';
import { check } from './harness.ts';

const folder = 'docs/rules';
const pages = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** Rules that no record alone brings about: they speak of files of other kinds, of bounds and of faults of the program. */
const withoutExample = new Set(['source/unreadable', 'baseline/paid', 'check/limit', 'check/failed']);

const pageOf = (rule: string): string => `${rule.replace('/', '-')}.md`;

describe('the pages of the rules', () => {
  it('are there for every rule, and for no others', () => {
    assert.deepEqual(pages.sort(), rules.map(({ id }) => pageOf(id)).sort());
  });
  it('are listed with severity, verdict and title', () => {
    const index = readFileSync(join(folder, 'README.md'), 'utf8');
    const rows = index.split('\n').filter((line) => line.startsWith('| ['));
    const expected = rules.map(
      ({ id, severity, verdict = '', title }) => `| [${id}](${pageOf(id)}) | ${severity} | ${verdict} | ${title} |`,
    );
    assert.deepEqual(rows, expected);
  });
  for (const { id, severity } of rules) {
    it(id, () => {
      const page = readFileSync(join(folder, pageOf(id)), 'utf8');
      assert.ok(page.startsWith(`# ${id}\n`), 'the title is the rule');
      assert.match(page, new RegExp(`^Default severity: \\*\\*${severity}\\b`, 'm'));
      for (const heading of ['## What it does', '## Why it is bad'])
        assert.ok(page.includes(`\n${heading}\n`), heading);
      if (withoutExample.has(id)) return;
      assert.deepEqual(foundIn(page, 'wrong'), [id], 'the wrong example brings about this rule and no other');
      assert.deepEqual(foundIn(page, 'right'), [], 'the right example brings about nothing');
    });
  }
});

/** The rules that an example of a page brings about. */
function foundIn(page: string, kind: 'wrong' | 'right'): readonly string[] {
  const blocks = [...page.matchAll(/^```(?:text|yaml) (.+)\n([\s\S]*?)\n```$/gm)];
  const sections = blocks.flatMap(([, info = '', text = '']) => {
    const [word = '', ...rest] = info.split(' ');
    if (word === 'article') return [`--- ${rest.join(' ')}\n${text}`];
    if (word === kind) return [`--- record\n${text}`];
    return word === 'wrong' || word === 'right' ? [] : [`--- ${word}\n${text}`];
  });
  assert.ok(sections.length > 1, `no example "${kind}"`);
  const [example] = parseCases('page', `=== ${kind}\n${sections.join('\n')}`);
  assert.ok(example);
  return [...new Set(check(example.repository).result.findings.map(({ rule }) => rule))];
}
