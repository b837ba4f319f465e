/**
 * Compiles the JSON Schemas into plain JavaScript, so that nothing is compiled (and no `eval` is needed) at run time.
 * Run it before type checking, tests and bundling: `npx tsx scripts/build-schemas.ts`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const validators = {
  validateRecord: 'policy-record.schema.json',
  validateRegistry: 'agencies.schema.json',
  validateConfiguration: 'policy-records.schema.json',
};

const root = new URL('../', import.meta.url);
const schemas = Object.values(validators).map((file) =>
  JSON.parse(readFileSync(new URL(`schemas/${file}`, root), 'utf8')),
);

// `verbose` gives each error the schema it comes from, which is where messages take titles and known keys from;
// without `unicode` lengths are counted in UTF-16 units, and the code needs no import.
const ajv = new Ajv({
  schemas,
  allErrors: true,
  verbose: true,
  unicode: false,
  logger: false,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
  keywords: ['markdownDescription'],
  code: { source: true, esm: true, lines: true },
});

const generate = standalone as unknown as (ajv: Ajv, exported: Record<string, string>) => string;
const code = generate(ajv, validators);
if (code.includes('require('))
  throw new Error('A validator needs a module of ajv at run time; see the note on `unicode`.');

const declarations = `/** Made by scripts/build-schemas.ts from schemas/; not to be edited. */
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  parentSchema?: Record<string, unknown>;
  data?: unknown;
}
export interface Validator {
  (data: unknown): boolean;
  errors?: SchemaError[] | null;
}
${Object.keys(validators)
  .map((name) => `export declare const ${name}: Validator;`)
  .join('\n')}
`;

const folder = new URL('src/generated/', root);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('validators.js', folder), code);
writeFileSync(new URL('validators.d.ts', folder), declarations);
