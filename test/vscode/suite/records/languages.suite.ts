import assert from 'node:assert/strict';
import { extensions, languages } from 'vscode';
import { close, eventually, extension, open, openNew } from '../workbench.ts';

describe('languages', () => {
  afterEach(close);

  it('knows a record and a registry by their names', async () => {
    const record = await open('records/hydrogen.policy.yaml');
    assert.equal(record.document.languageId, 'policy-record');
    const registry = await open('world.agencies.yaml');
    assert.equal(registry.document.languageId, 'policy-agencies');
    assert.ok((await languages.getLanguages()).includes('policy-record'));
  });

  it('leaves other YAML as it was', async () => {
    const { document } = await openNew('other.yaml', 'figures:\n  - value: 3\n');
    assert.equal(document.languageId, 'yaml');
  });

  it('is active where there are records', async () => {
    await eventually('active', () => extension().isActive || undefined);
    assert.equal(extensions.all.filter(({ id }) => id.startsWith('policy-records.')).length >= 1, true);
  });
});
