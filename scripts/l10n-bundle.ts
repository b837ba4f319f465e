/**
 * Writes `l10n/bundle.l10n.json`, the texts of the extension's code for those who translate them: `npm run l10n`. What is still to be
 * translated, or no longer said, `test/extension/translations.test.ts` tells.
 */
import { writeFileSync } from 'node:fs';
import { textsOfCode } from './l10n/texts.ts';

const texts = Object.fromEntries(textsOfCode('src/extension').map((text) => [text, text]));
writeFileSync('l10n/bundle.l10n.json', `${JSON.stringify(texts, undefined, 2)}\n`);
console.log(`l10n/bundle.l10n.json: ${Object.keys(texts).length} texts`);
