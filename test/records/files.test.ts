import assert from 'node:assert/strict';
import { readConfiguration } from '../../src/records/configuration.ts';
import { readRecord } from '../../src/records/read.ts';
import { readRegistry } from '../../src/records/registry.ts';

describe('a record', () => {
  const text = `id: plan
title: A plan
agencies: [cn-miit, {agency: cn-ndrc, role: issuer, accept: [{rule: agency/not-mentioned, reason: signed by it}]}]
sources:
  - file: a.txt
    published: 2024
    ignore: [{quote: page 3, reason: a page}]
dates:
  - {event: announced, date: 2025-03}
figures:
  - label: Share
    value: 11.30
    unit: percent
    qualifier: exact
  - {id: span, label: Span, value: [5, 10 thousand], qualifier: about, kind: target, period: 2020-2025, quote: 5 to 10}
  - {id: sum, label: Sum, value: 2, derived: {sum: [span, span]}}
`;
  const { record, problems } = readRecord('x/plan.policy.yaml', text);
  const [share, span, sum] = record?.figures ?? [];

  it('is read without a complaint but for the spelling of an interval', () => {
    assert.deepEqual(
      problems.map(({ severity, expected }) => [severity, expected]),
      [['info', '2020/2025']],
    );
    assert.equal(record?.path, 'x/plan.policy.yaml');
  });

  it('names what has no id, and says so', () => {
    assert.deepEqual([share?.id.value, share?.hasOwnId], ['figure-1', false]);
    assert.deepEqual([span?.id.value, span?.hasOwnId], ['span', true]);
    assert.equal(record?.dates[0]?.id.value, 'date-1');
    assert.equal(record?.sources[0]?.id.value, 'source-1');
  });

  it('reads short forms as long ones', () => {
    assert.equal(share?.unit?.value, '%');
    assert.equal(share?.qualifier, undefined);
    assert.equal(share?.kind, 'actual');
    assert.equal(span?.period?.value, '2020/2025');
    assert.deepEqual(
      record?.agencies.map(({ agency, role }) => [agency.value, role?.value]),
      [
        ['cn-miit', undefined],
        ['cn-ndrc', 'issuer'],
      ],
    );
    assert.equal(record?.agencies[1]?.accept[0]?.reason.value, 'signed by it');
    assert.equal(record?.sources[0]?.published?.value, '2024');
    assert.equal(record?.sources[0]?.ignore[0]?.quote.value, 'page 3');
  });

  it('keeps numbers as they are written', () => {
    const value = share?.value.value;
    assert.ok(value?.kind === 'number');
    assert.deepEqual([value.number.text, value.number.precision], ['11.30', -2]);
    const range = span?.value.value;
    assert.ok(range?.kind === 'range');
    assert.deepEqual([range.min.value.toString(), range.max.value.toString()], ['5', '10000']);
  });

  it('gives a claim evidence only where there is something to look at', () => {
    assert.equal(share?.evidence.length, 1);
    assert.equal(share?.evidence[0]?.quote, undefined);
    assert.equal(span?.evidence[0]?.quote?.value, '5 to 10');
    assert.deepEqual(sum?.evidence, []);
    assert.deepEqual(
      sum?.derived?.value.operands.map(({ value }) => value),
      ['span', 'span'],
    );
    const two = readRecord('a', text.replace('sources:\n', 'sources:\n  - file: b.txt\n')).record;
    assert.deepEqual(two?.figures[0]?.evidence, []);
  });
});

describe('a registry', () => {
  it('holds names and aliases by language', () => {
    const { registry, problems } = readRegistry(
      'china.agencies.yaml',
      'agencies:\n  - id: a\n    type: ministry\n    parent: b\n    names: {en: One, __proto__: Two}\n    aliases: {zh: [一]}\n',
    );
    assert.deepEqual(problems, []);
    const [agency] = registry?.agencies ?? [];
    assert.deepEqual(Object.entries(agency?.names ?? {}), [
      ['en', 'One'],
      ['__proto__', 'Two'],
    ]);
    assert.deepEqual(agency?.aliases.zh, ['一']);
    assert.deepEqual([agency?.type, agency?.parent?.value], ['ministry', 'b']);
  });

  it('that is no registry says so', () => {
    const { registry, problems } = readRegistry('a.agencies.yaml', 'hello');
    assert.equal(registry, undefined);
    assert.equal(problems.length, 1);
  });
});

describe('the configuration', () => {
  it('may be empty', () => {
    for (const text of ['', '\ufeff', '# nothing\r\n', '---\n', '{}\n', '---\n# nothing\n...\n']) {
      const { configuration, problems } = readConfiguration('policy-records.yaml', text);
      assert.deepEqual(problems, [], JSON.stringify(text));
      assert.deepEqual(configuration.include, []);
      assert.deepEqual(Object.keys(configuration.rules), []);
    }
  });

  it('holds patterns, rules, units and nouns', () => {
    const { configuration, problems } = readConfiguration(
      'policy-records.yaml',
      `records: {include: [a/**], exclude: [a/b]}
rules: {figure/no-quote: off, constructor: info}
units: {racks: {words: [standard racks], factor: 2.5, of: kW}}
nouns: {parks: [parks, parcs], hubs: {words: [hubs], parent: parks}}
`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual([configuration.include, configuration.exclude], [['a/**'], ['a/b']]);
    assert.deepEqual(Object.entries(configuration.rules), [
      ['figure/no-quote', 'off'],
      ['constructor', 'info'],
    ]);
    assert.equal(configuration.units.racks?.conversion?.factor.toString(), '2.5');
    assert.deepEqual(configuration.nouns.hubs, { words: ['hubs'], parent: 'parks' });
    assert.deepEqual(configuration.nouns.parks, { words: ['parks', 'parcs'] });
    assert.equal(configuration.nouns.toString, undefined);
  });
});
