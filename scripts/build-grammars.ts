/**
 * Writes the TextMate grammars that colour records and registries: the keys and enumerations are those of `schemas/`,
 * what the values look like is told in `scripts/grammar/`. `npx tsx scripts/build-grammars.ts`; the build runs it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fieldsOf } from './grammar/fields.ts';
import { grammarOf } from './grammar/grammar.ts';

const root = new URL('../', import.meta.url);

for (const [language, name] of [
  ['policy-record', 'Policy Record'],
  ['policy-agencies', 'Policy Agencies'],
] as const) {
  const schema = `schemas/${language.replace('policy-agencies', 'agencies')}.schema.json`;
  const fields = fieldsOf(JSON.parse(readFileSync(new URL(schema, root), 'utf8')));
  const grammar = grammarOf(name, `source.yaml.${language}`, fields);
  writeFileSync(new URL(`syntaxes/${language}.tmLanguage.json`, root), `${JSON.stringify(grammar, null, 2)}\n`);
}
