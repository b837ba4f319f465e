import assert from 'node:assert/strict';
import { readRegistry } from '../../src/records/registry.ts';
import { newRecordFor } from '../../src/service/new-record.ts';

const { registry } = readRegistry(
  'world.agencies.yaml',
  `agencies:
  - id: de-bmwk
    jurisdiction: DE
    names: { de: Bundesministerium für Wirtschaft und Klimaschutz }
    aliases: { de: [BMWK] }
  - id: de-bafa
    jurisdiction: DE
    names: { de: BAFA }
  - id: eu-commission
    jurisdiction: EU
    names: { en: European Commission }
  - id: who
    names: { en: WHO }
`,
);
const agencies = registry?.agencies ?? [];

describe('a new record for an article', () => {
  it('proposes the places of the agencies that the article names, and leaves to fill in what nothing tells', () => {
    const placeFor = (text: string): string | undefined =>
      /^jurisdiction: (.*)$/m.exec(
        newRecordFor('a.txt', { text, language: 'de' }, { records: [], agencies }).snippet,
      )?.[1];
    assert.equal(agencies.length, 4);
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: a snippet writes its places to fill in so
    assert.equal(placeFor('Die BAFA fördert. Das sagte die Bafa.'), '${2:DE}');
    assert.equal(placeFor('The European Commission wrote to BMWK and BAFA.'), '${2|DE,EU|}');
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: a snippet writes its places to fill in so
    assert.equal(placeFor('Those who ask the WHO.'), '$2');
  });

  it('goes where most records are, with the article’s path from there', () => {
    const records = ['records/a.policy.yaml', 'records/b.policy.yaml', 'old/c.policy.yaml'];
    const { path, snippet } = newRecordFor(
      'articles/Plan vélo.fr.txt',
      { text: 'Le plan : « vélo »\n\nLa ville…', language: 'fr' },
      { records, agencies },
    );
    assert.equal(path, 'records/plan-velo.policy.yaml');
    assert.match(snippet, /^id: plan-velo\n/);
    assert.match(snippet, / {4}title: "Le plan : « vélo »"\n/);
    assert.match(snippet, / {4}file: "\.\.\/articles\/Plan vélo\.fr\.txt"\n {4}language: fr\n/);
  });

  it('goes into records beside the articles, where it is the first', () => {
    assert.equal(newRecordFor('articles/a.txt', undefined, { records: [], agencies }).path, 'records/a.policy.yaml');
    const { path, snippet } = newRecordFor('a.txt', undefined, { records: [], agencies });
    assert.equal(path, 'a.policy.yaml');
    assert.match(snippet, / {4}file: a\.txt\nfigures:/);
  });

  it('never takes the name of a record that is there', () => {
    const records = ['records/a.policy.yaml', 'records/a-2.policy.yml'];
    assert.equal(
      newRecordFor('articles/a.txt', { text: 'It is a whole sentence.\n', language: 'en' }, { records, agencies }).path,
      'records/a-3.policy.yaml',
    );
  });

  it('has a name where the article has none that can be used, and nothing of it is taken for a place to fill in', () => {
    const { path, snippet } = newRecordFor(
      '文章/北京.zh.txt',
      { text: '', language: 'und' },
      { records: [], agencies },
    );
    assert.equal(path, 'records/record.policy.yaml');
    assert.match(snippet, /file: "?\.\.\/文章\/北京\.zh\.txt"?\n/);
    assert.match(
      newRecordFor('articles/$1.txt', undefined, { records: [], agencies }).snippet,
      /file: "\.\.\/articles\/\\\$1\.txt"\n/,
    );
  });

  it('asks nothing, and says nothing that it does not know, where figures follow at once', () => {
    const article = { text: '\n# Costs $1 rise\n', language: 'en' };
    const { snippet } = newRecordFor('a.md', article, { records: [], agencies }, false);
    assert.deepEqual(snippet.split('\n'), [
      'id: a',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet writes its places to fill in so
      'title: ${1:What the policy is called}',
      'sources:',
      '  - id: article',
      '    title: "Costs \\$1 rise"',
      '    file: a.md',
      '    language: en',
      '$0',
    ]);
  });
});
