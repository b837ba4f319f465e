import assert from 'node:assert/strict';
import { readConfiguration } from '../../src/records/configuration.ts';
import { kindOf } from '../../src/records/layout.ts';
import type { Problem } from '../../src/records/problem.ts';
import { readRecord } from '../../src/records/read.ts';
import { readRegistry } from '../../src/records/registry.ts';
import { expectationOf, filesOf, fixed, shown } from './cases.ts';

interface Reading {
  readonly problems: readonly Problem[];
  /** Ids of what was read. */
  readonly reads: readonly string[];
}

function read(path: string, text: string): Reading {
  switch (kindOf(path)) {
    case 'record': {
      const { record, problems } = readRecord(path, text);
      return { problems, reads: [...(record?.dates ?? []), ...(record?.figures ?? [])].map((claim) => claim.id.value) };
    }
    case 'registry': {
      const { registry, problems } = readRegistry(path, text);
      return { problems, reads: (registry?.agencies ?? []).map((agency) => agency.id.value) };
    }
    case 'configuration':
      return { problems: readConfiguration(path, text).problems, reads: [] };
    case 'other':
      throw new Error(`${path}: neither a record, a registry nor a configuration`);
  }
}

describe('what is said of a file', () => {
  for (const { path, text: source } of filesOf('messages')) {
    it(path, () => {
      const { text, problems, reads } = expectationOf(path, source);
      const reading = read(path, text);
      assert.deepEqual(reading.problems.map((problem) => shown(text, problem)).sort(), problems);
      if (reads) assert.deepEqual(reading.reads, reads);
      for (const problem of reading.problems) {
        assert.ok(problem.start <= problem.end && problem.end <= text.length, 'a place outside the text');
        for (const edit of problem.fix?.edits ?? []) assert.ok(edit.start <= edit.end && edit.end <= text.length);
      }
    });
    it(`${path} with CRLF says the same`, () => {
      const { text, problems, reads } = expectationOf(path, source);
      const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`;
      const reading = read(path, windows);
      assert.deepEqual(reading.problems.map((problem) => shown(windows, problem)).sort(), problems);
      if (reads) assert.deepEqual(reading.reads, reads);
    });
  }
});

describe('fixes', () => {
  const files = new Map(filesOf('fixes').map(({ path, text }) => [path, text]));
  for (const [path, before] of files) {
    const name = /^(.+)\.(before|after)\.policy\.yaml$/.exec(path);
    if (!name) throw new Error(`${path}: neither before nor after`);
    const after = files.get(`${name[1]}.after.policy.yaml`);
    if (after === undefined || !files.has(`${name[1]}.before.policy.yaml`)) throw new Error(`${path}: half of a pair`);
    if (name[2] === 'after') continue;
    it(`${name[1]}`, () => {
      assert.equal(fixed(before, readRecord(path, before).problems), after);
      assert.deepEqual(
        readRecord(path, after).problems.filter((problem) => problem.fix),
        [],
      );
    });
    it(`${name[1]} with CRLF`, () => {
      const windows = (text: string): string => text.replaceAll('\n', '\r\n');
      assert.equal(fixed(windows(before), readRecord(path, windows(before)).problems), windows(after));
    });
  }
});
