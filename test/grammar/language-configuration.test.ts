import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const configuration = JSON.parse(
  readFileSync(new URL('../../syntaxes/language-configuration.json', import.meta.url), 'utf8'),
);

describe('the configuration of the languages', () => {
  const { pattern, flags } = configuration.wordPattern;
  const words: Readonly<Record<string, readonly string[]>> = {
    'source: cn-miit-2024': ['source', 'cn-miit-2024'],
    'value: 350e9': ['value', '350e9'],
    'value: 5610.60': ['value', '5610.60'],
    'period: 2013/2021': ['period', '2013/2021'],
    'rule: figure/value': ['rule', 'figure/value'],
    "l'année 2 400,5 %": ['l', 'année', '2', '400,5', '%'],
    'in port. Then, […] 约2300亿元': ['in', 'port', 'Then', '约2300亿元'],
  };
  for (const [line, expected] of Object.entries(words)) {
    it(`takes ${expected.join(' | ')} as words`, () => {
      assert.deepEqual(line.match(new RegExp(pattern, `g${flags}`)), expected);
    });
  }

  /** What Enter at the end of a line leads to: the rule for the line, else more or the same indentation. */
  function entered(line: string): string {
    const rule = configuration.onEnterRules.find(({ beforeText }: { beforeText: string }) =>
      new RegExp(beforeText).test(line),
    );
    if (rule) return `${rule.action.indent} + ${rule.action.appendText.length}`;
    return new RegExp(configuration.indentationRules.increaseIndentPattern).test(line) ? 'indent' : 'same';
  }
  const enters: Readonly<Record<string, string>> = {
    'figures:': 'indent',
    'figures: # of the plan': 'indent',
    '    quote: >-': 'indent',
    '    quote: |2+ # as it stands': 'indent',
    '    derived:': 'indent',
    '    label: Ports: all': 'same',
    '      the plan: in short': 'same',
    '      announced by the ministry:': 'same',
    '    value: 5': 'same',
    '  - cn-miit': 'same',
    '  # on figures:': 'same',
    '  - id: ports': 'none + 2',
    '  - quote: more than 5': 'none + 2',
    '  - url: https://example.org': 'none + 2',
    '  - quote: >-': 'none + 4',
    '  - derived:': 'none + 4',
    '- evidence: # two': 'none + 4',
  };
  for (const [line, expected] of Object.entries(enters)) {
    it(`goes on with ${expected} after ${line}`, () => assert.equal(entered(line), expected));
  }

  it('closes no apostrophe by itself', () => {
    const opens = configuration.autoClosingPairs.map(({ open }: { open: string }) => open);
    assert.deepEqual(opens, ['{', '[', '"']);
  });
});
