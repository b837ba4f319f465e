import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { maxEntries } from '../../src/records/limits.ts';
import { editDistance, nearest } from '../../src/records/nearest.ts';
import { isKnownKey } from '../../src/records/prose.ts';

type Schema = { [key: string]: unknown };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every schema of a property or an item, with its path. */
function* parts(schema: Schema, path: string): Generator<[path: string, schema: Schema]> {
  const under: [string, unknown][] = [];
  for (const group of ['properties', 'definitions']) {
    for (const [key, part] of Object.entries((schema[group] ?? {}) as Schema)) under.push([`${group}/${key}`, part]);
  }
  for (const key of ['items', 'additionalProperties']) under.push([key, schema[key]]);
  for (const [key, part] of under) {
    if (!isSchema(part)) continue;
    yield [`${path}/${key}`, part];
    yield* parts(part, `${path}/${key}`);
  }
}

for (const file of ['policy-record.schema.json', 'agencies.schema.json', 'policy-records.schema.json']) {
  describe(`schemas/${file}`, () => {
    const schema: Schema = JSON.parse(readFileSync(new URL(`../../schemas/${file}`, import.meta.url), 'utf8'));
    const ajv = new Ajv({
      allowUnionTypes: true,
      strictTypes: false,
      strictRequired: false,
      keywords: ['markdownDescription'],
    });
    ajv.addSchema(schema, file);

    it('is draft-07, and says what it is', () => {
      assert.equal(schema.$schema, 'http://json-schema.org/draft-07/schema#');
      assert.ok(schema.title && schema.description);
    });

    for (const [path, part] of parts(schema, '')) {
      if (part.$ref !== undefined) continue;
      it(`${path} has prose and examples that are right`, () => {
        assert.equal(typeof part.title, 'string');
        assert.match(String(part.description), /^[A-Z`].*\.$/, 'a description in sentences');
        assert.ok(Array.isArray(part.examples) && part.examples.length > 0, 'examples');
        assert.equal(part.pattern, undefined, 'a pattern is slow on hostile texts, and says nothing to a person');
        const validate = ajv.compile({ $ref: `${file}#${path.replace(/~/g, '~0')}` });
        for (const example of part.examples) assert.ok(validate(example), JSON.stringify(example));
      });
    }
  });
}

describe('keys of a record', () => {
  it('are those of the schema', () => {
    const schema: Schema = JSON.parse(
      readFileSync(new URL('../../schemas/policy-record.schema.json', import.meta.url), 'utf8'),
    );
    const keys = [...parts(schema, '')].flatMap(([path]) => /\/properties\/([^/]+)$/.exec(path)?.[1] ?? []);
    const operations = ['sum', 'difference', 'product', 'ratio', 'share', 'growth'];
    assert.deepEqual(
      keys.filter((key) => !isKnownKey(key) && !operations.includes(key)),
      [],
    );
    assert.ok(maxEntries > 100);
  });
});

describe('the nearest word', () => {
  const words = ['quote', 'qualifier', 'source', 'value', 'unit', 'note'];
  const cases: [string, string | undefined][] = [
    ['quote', 'quote'],
    ['Quote', 'quote'],
    ['qoute', 'quote'],
    ['qualfier', 'qualifier'],
    ['sources', 'source'],
    ['valeu', 'value'],
    ['nit', 'unit'],
    ['xyz', undefined],
    ['', undefined],
    ['q'.repeat(1000), undefined],
  ];
  for (const [word, expected] of cases)
    it(`of ${word.slice(0, 20)}`, () => assert.equal(nearest(word, words), expected));

  it('is none where two are as near', () => assert.equal(nearest('abd', ['abc', 'abe']), undefined));

  it('counts edits, swaps as one, up to the bound', () => {
    assert.equal(editDistance('kitten', 'sitting', 9), 3);
    assert.equal(editDistance('ab', 'ba', 9), 1);
    assert.equal(editDistance('', 'abc', 9), 3);
    assert.equal(editDistance('abcdef', 'uvwxyz', 3), 3);
  });
});
