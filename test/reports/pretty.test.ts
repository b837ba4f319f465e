import assert from 'node:assert/strict';
import type { Finding } from '../../src/checks/finding.ts';
import { columnsOf } from '../../src/reports/display.ts';
import { prettyReport } from '../../src/reports/pretty.ts';
import type { CheckedRecord } from '../../src/reports/report.ts';
import { paint, piece, type Screen, wrapped } from '../../src/reports/row.ts';
import { checked, otherThing, placeOf, record, slipOfScale } from './sample.ts';

/** Select Graphic Rendition, and nothing else that an escape may begin. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is the purpose
const colors = /\u001b\[[0-9;]+m/g;

const at = (width: number, more: Partial<Screen> = {}): Screen => ({ width, color: false, ascii: false, ...more });

function shown(records: readonly CheckedRecord[], screen: Screen, quiet = false): string {
  const report = prettyReport(screen, { quiet });
  return records.map((one) => report.record(one)).join('') + [...report.end([])].join('');
}

describe('a line of a report', () => {
  it('is no command to the log of a build service, wherever words are wrapped', () => {
    const plain = { width: 20, color: false, ascii: false };
    for (const text of ['::error::x', '  ::error::x', '##[add-mask]x', 'a ##[add-mask]x']) {
      for (const row of wrapped([piece(`words before it ${text}`)], plain.width, plain, 2)) {
        assert.doesNotMatch(paint(row, plain), /^\s*::|##\[/);
      }
      assert.doesNotMatch(paint([piece(text)], plain), /^\s*::|##\[/);
    }
  });
});

describe('the report that a person reads', () => {
  it('shows the record and the article side by side where there is room', () => {
    assert.equal(
      shown([checked([slipOfScale])], at(120)),
      `✗ records/wind.policy.yaml  2 of 3 supported, 1 refuted

  ✗ The source says 350 Milliarden (350 billion); the record says 350 million: a thousand times less.
    output  figure/value
       6 │ value: 350 million   bund:3 │ …schneller als erwartet; der Wert der Erzeugung erreichte rund
         │        ^^^^^^^^^^^          │ 350 Milliarden Euro, wie die Behörde am Montag bekannt gab. An der Küste
                                       │ ^^^^^^^^^^^^^^
                                       │ wurden darüber hinaus neue Anlagen errichtet, deren…
    → write 350 billion

████████████████████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
✓ 2 supported   ✗ 1 refuted
1 record, 2 figures, 1 date: 1 error
Nothing was left unchecked.
`,
    );
  });

  it('shows the article below the record where there is none', () => {
    const report = shown([checked([otherThing])], at(60));
    assert.ok(
      report.includes(`  ! The source counts 家; the record counts laboratories.
    figure-2  figure/unit
      13 │ unit: laboratories
         │       ^^^^^^^^^^^^
    zh:1 │ 据统计，去年全国共有风电场一千二百家，其中
         │                           ^^^^^^^^^^`),
      report,
    );
  });

  it('is never wider than the terminal, whatever is shown', () => {
    const findings = [
      slipOfScale,
      otherThing,
      { ...slipOfScale, ...placeOf(record, record), message: '亿'.repeat(200) },
    ];
    for (let width = 40; width < 180; width += 7) {
      for (const ascii of [false, true]) {
        for (const line of shown([checked(findings, 'a.policy.yaml')], at(width, { ascii })).split('\n')) {
          assert.ok(columnsOf(line) <= width, `${width}: ${line}`);
          if (ascii) assert.match(line, /^[ -~]*$/);
        }
      }
    }
  });

  it('puts the carets under the words that it speaks of', () => {
    for (let width = 40; width < 180; width += 3) {
      const lines = shown([checked([slipOfScale])], at(width)).split('\n');
      const under = lines.flatMap((line, index) =>
        [...line.matchAll(/\^+/g)].map(({ 0: carets, index: column }) =>
          (lines[index - 1] ?? '').slice(column, column + carets.length),
        ),
      );
      assert.deepEqual(under, ['350 million', '350 Milliarden'], `width ${width}`);
    }
  });

  it('lets no text of others steer the terminal', () => {
    const hostile: Finding = {
      ...slipOfScale,
      message: 'a\u001b[2Jb\u202ec',
      claim: '\u0007',
      fix: { title: '\u001b]0;x\u0007', safe: false, edits: [] },
    };
    const source: CheckedRecord = {
      ...checked([hostile], 'evil\u001b[31m.policy.yaml'),
      article: () => '\u001b[31m'.repeat(200),
    };
    for (const color of [false, true]) {
      const report = shown([source], at(100, { color })).replace(colors, '');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: to find them is the purpose
      assert.doesNotMatch(report, /[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });

  it('is the same with colour, but for the colour', () => {
    const records = [checked([slipOfScale, otherThing]), checked([])];
    const colored = shown(records, at(110, { color: true }));
    assert.notEqual(colored, shown(records, at(110)));
    const lines = colored.replace(colors, '').split('\n');
    assert.equal(lines.map((line) => line.trimEnd()).join('\n'), shown(records, at(110)));
  });

  it('quietly leaves out what is in order', () => {
    assert.equal(shown([checked([])], at(80), true), 'Nothing was left unchecked.\n');
  });

  it('shows a passage of a line of megabytes without reading it all', () => {
    const long: CheckedRecord = {
      ...checked([{ ...slipOfScale, related: [{ source: 'x', start: 5_000_000, end: 5_000_004 }] }]),
      article: () => 'word '.repeat(2_000_000),
    };
    const started = Date.now();
    assert.match(shown([long], at(100)), /…word word/);
    assert.ok(Date.now() - started < 2000);
  });

  it('leaves out findings that are accepted', () => {
    assert.doesNotMatch(shown([checked([{ ...slipOfScale, accepted: 'known' }])], at(80)), /350/);
  });
});
