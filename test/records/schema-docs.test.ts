import assert from 'node:assert/strict';
import { docsAt } from '../../src/records/schema-docs.ts';

describe('what the schemas say of a key', () => {
  it('follows keys, lists and references', () => {
    assert.deepEqual(docsAt('record', ['figures', 3, 'kind'])?.allowed, ['actual', 'target', 'estimate']);
    assert.equal(docsAt('record', ['agencies', 0, 'role'])?.usual, 'mentioned');
    assert.equal(docsAt('record', ['figures', 0, 'accept', 0, 'reason'])?.title, 'Reason');
    assert.equal(docsAt('registry', ['agencies', 0, 'type'])?.allowed.includes('ministry'), true);
    assert.ok(docsAt('configuration', ['rules', 'figure/value']));
  });

  it('lists the keys of a place in the order of the schema', () => {
    assert.deepEqual(docsAt('record', [])?.keys.slice(0, 3), ['id', 'title', 'jurisdiction']);
    assert.deepEqual(docsAt('record', ['figures', 0])?.required, ['label', 'value']);
  });

  it('knows nothing of other keys', () => {
    for (const key of ['nothing', '__proto__', 'constructor', 'toString'])
      assert.equal(docsAt('record', [key]), undefined);
  });

  it('has a title and a description for every key that it lists', () => {
    const visit = (kind: 'record' | 'registry' | 'configuration', path: readonly (string | number)[]): number => {
      const docs = docsAt(kind, path);
      assert.ok(docs && docs.title !== '' && docs.description !== '', `${kind} ${path.join('/')}`);
      const inList = docsAt(kind, [...path, 0]);
      const own = docs.keys.reduce((sum, key) => sum + visit(kind, [...path, key]), 1);
      return own + (inList?.keys ?? []).reduce((sum, key) => sum + visit(kind, [...path, 0, key]), 0);
    };
    assert.ok(visit('record', []) > 60);
    assert.ok(visit('registry', []) > 8);
    assert.ok(visit('configuration', []) > 5);
  });
});
