import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { textsOfCode } from '../../scripts/l10n/texts.ts';

type Texts = Readonly<Record<string, string>>;

const read = (file: string): Texts => JSON.parse(readFileSync(file, 'utf8')) as Texts;

const languages = ['de', 'fr', 'zh-cn'];
const english = { code: read('l10n/bundle.l10n.json'), manifest: read('package.nls.json') };

/** What a translation has to keep: places for values, and links to commands. */
const kept = (text: string): string[] => (text.match(/\{\d+\}|\(command:[\w.]+\)/g) ?? []).sort();

describe('translations of the extension', () => {
  it('have every text of the code to translate, and no other: `npm run l10n` writes them', () => {
    assert.deepEqual(Object.keys(english.code), textsOfCode('src/extension'));
    for (const [key, text] of Object.entries(english.code)) assert.equal(text, key);
  });

  it('are those that there are files for', () => {
    const tags = (files: readonly string[], pattern: RegExp): string[] =>
      files.flatMap((file) => pattern.exec(file)?.[1] ?? []).sort();
    assert.deepEqual(tags(readdirSync('l10n'), /^bundle\.l10n\.(.+)\.json$/), languages);
    assert.deepEqual(tags(readdirSync('.'), /^package\.nls\.(.+)\.json$/), languages);
  });

  for (const tag of languages) {
    for (const [what, source, file] of [
      ['the code', english.code, `l10n/bundle.l10n.${tag}.json`],
      ['the manifest', english.manifest, `package.nls.${tag}.json`],
    ] as const) {
      it(`${tag}: every text of ${what} is there, with the same values and links`, () => {
        const translated = read(file);
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(source).sort());
        for (const [key, text] of Object.entries(source)) {
          const own = translated[key] ?? '';
          assert.notEqual(own.trim(), '', key);
          assert.deepEqual(kept(own), kept(text), key);
        }
      });
    }
  }
});
