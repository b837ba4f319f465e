import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fixSafely, type Reading } from '../../src/checks/fixing.ts';
import { readRecord } from '../../src/records/read.ts';

/** Every record of the cases, whatever is wrong with it, its expectations taken out. */
const records = ['fixes', 'messages'].flatMap((folder) =>
  readdirSync(`test/cases/records/${folder}`)
    .filter((name) => name.endsWith('.policy.yaml'))
    .map((name) => {
      const source = readFileSync(`test/cases/records/${folder}/${name}`, 'utf8');
      return { name, text: source.replace(/^ *# (?:error|warning|info|reads)\b.*\n/gm, '') };
    }),
);

const readingOf = (text: string): Reading => {
  const { record, problems } = readRecord('a.policy.yaml', text);
  return { content: record, complaints: problems };
};

const safeLeft = (text: string): readonly string[] =>
  readRecord('a.policy.yaml', text).problems.flatMap(({ fix }) => (fix?.safe ? [fix.title] : []));

/** A reading that wants each of some words replaced, and means the letters `meaning` keeps. */
const words = (replacements: Readonly<Record<string, string>>, meaning: (text: string) => unknown = () => 1) => {
  return (text: string): Reading => ({
    content: { value: meaning(text) },
    complaints: Object.entries(replacements).flatMap(([word, newText]) =>
      [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
        fix: {
          title: `${word} to ${newText}`,
          edits: [{ start: index, end: index + word.length, newText }],
          safe: true,
        },
      })),
    ),
  });
};

describe('safe fixes', () => {
  it('are all made, in records with every kind of slip, and leave none', () => {
    let made = 0;
    for (const { name, text } of records) {
      const fixed = fixSafely(text, readingOf);
      made += fixed.titles.length;
      assert.deepEqual(safeLeft(fixed.text), [], name);
      assert.deepEqual(fixSafely(fixed.text, readingOf).titles, [], `${name}: a second time there is nothing to do`);
    }
    assert.ok(made > 40, 'the cases hold safe fixes of many kinds');
  });

  it('keep the marks and line ends of the file', () => {
    for (const { name, text } of records) {
      const plain = fixSafely(text, readingOf).text;
      const windows = fixSafely(`\ufeff${text.replaceAll('\n', '\r\n')}`, readingOf).text;
      assert.equal(windows, `\ufeff${plain.replaceAll('\n', '\r\n')}`, name);
      const cut = text.replace(/\n+$/, '');
      if (fixSafely(text, readingOf).titles.length > 0)
        assert.ok(!fixSafely(cut, readingOf).text.endsWith('\n'), `${name}: no line end is added to the last line`);
    }
  });

  it('that touch each other are made one after the other', () => {
    assert.deepEqual(fixSafely('abab', words({ ab: 'c' })), { text: 'cc', titles: ['ab to c', 'ab to c'] });
    assert.equal(fixSafely('aab', words({ aa: 'x', ab: 'y' })).text, 'xb');
  });

  it('never go round in circles', () => {
    const { titles } = fixSafely('a', words({ a: 'b', b: 'a' }));
    assert.ok(titles.length <= 10);
    assert.ok(fixSafely('a', words({ a: 'aa' })).text.length <= 1024);
  });

  it('are left where they would change what is read, and only there', () => {
    const digits = (text: string) => text.replace(/\D/g, '');
    assert.deepEqual(fixSafely('x 1 y', words({ 1: '2', x: 'z' }, digits)), { text: 'z 1 y', titles: ['x to z'] });
  });

  it('are only those that are called safe', () => {
    const unsafe = (): Reading => ({
      content: 1,
      complaints: [{ fix: { title: '', safe: false, edits: [{ start: 0, end: 1, newText: 'b' }] } }],
    });
    assert.deepEqual(fixSafely('a', unsafe), { text: 'a', titles: [] });
  });
});
