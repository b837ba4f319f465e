import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver-types';
import { rules } from '../../src/checks/rules/index.ts';
import { parseCases } from '../checks/case-file.ts';
import { wholeRecord } from '../checks/harness.ts';
import { Client } from '../server/client.ts';
import { edited } from '../server/repository-case.ts';

/** Rules for whose findings nothing but the annotator's own judgement helps, and rules whose pages have no example. */
const withoutFix = new Set([
  'agency/not-mentioned',
  'figure/conflict',
  'source/unreadable',
  'check/limit',
  'check/failed',
  'baseline/paid',
]);

const path = 'case.policy.yaml';

describe('the fixes of every rule', () => {
  for (const { id } of rules) {
    if (withoutFix.has(id)) continue;
    for (const lineEnd of ['\n', '\r\n']) {
      it(`${id}: its wrong example is mended${lineEnd === '\n' ? '' : ', with carriage returns'}`, () =>
        mended(id, lineEnd));
    }
  }
});

/** Every action on the finding of a page's wrong example, but for accepting it, leaves none of that rule. */
async function mended(rule: string, lineEnd: string): Promise<void> {
  const { folder, text } = example(rule, lineEnd);
  const client = await Client.open(folder, {}, { workspace: { workspaceEdit: { documentChanges: true } } });
  try {
    await client.openText(path, text);
    const found = (await client.until(path, (all) => all.some(({ code }) => code === rule))).filter(
      ({ code }) => code === rule,
    );
    const [first] = found;
    assert.ok(first);
    const answered = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: client.uri(path) },
      range: first.range,
      context: { diagnostics: found },
    });
    const actions = answered.filter(({ title, diagnostics }) => !/^Accept /.test(title) && diagnostics?.length);
    assert.ok(actions.length > 0, `nothing is offered for ${rule}`);
    assert.ok(actions.filter(({ isPreferred }) => isPreferred).length <= found.length);
    for (const action of actions) {
      const { file, edits } = changeOf(action);
      const isRecord = file === client.uri(path);
      const before = isRecord ? text : readFileSync(new URL(file), 'utf8');
      const after = edited(before, edits);
      assert.ok(lineEnd === '\n' || !/[^\r]\n/.test(after), `${action.title} leaves a line end without its return`);
      // A change of the record asks for its findings anew; where another file changes, it is there before.
      if (!isRecord) await client.openText(file.slice(client.root.length + 1), after, 'policy-agencies');
      await client.changeText(path, isRecord ? after : `${text}${lineEnd}`);
      const left = (await client.diagnostics(path)).filter(({ code }) => code === rule);
      assert.ok(left.length < found.length, `${action.title} leaves\n${after}`);
    }
  } finally {
    client.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one file that an action changes, and how. */
function changeOf({ edit }: CodeAction): { readonly file: string; readonly edits: TextEdit[] } {
  const [change, ...others] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  assert.ok(change && others.length === 0);
  return { file: change.textDocument.uri, edits: change.edits as TextEdit[] };
}

/** The wrong example of a rule's page as a repository. */
function example(rule: string, lineEnd: string): { readonly folder: string; readonly text: string } {
  const page = readFileSync(`docs/rules/${rule.replace('/', '-')}.md`, 'utf8');
  const sections = [...page.matchAll(/^```(?:text|yaml) (.+)\n([\s\S]*?)\n```$/gm)].flatMap(([, info = '', text]) => {
    const [word = '', ...rest] = info.split(' ');
    if (word === 'right') return [];
    return `--- ${word === 'article' ? rest.join(' ') : word === 'wrong' ? 'record' : word}\n${text}`;
  });
  const [one] = parseCases('page', `=== ${rule}\n${sections.join('\n')}`);
  assert.ok(one);
  const { repository } = one;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'policy-records-rule-')));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  for (const { id, text } of repository.articles) write(`${id}.txt`, text);
  if (repository.agencies) write('case.agencies.yaml', `${repository.agencies}\n`.replaceAll('\n', lineEnd));
  for (const [index, other] of (repository.others ?? []).entries()) write(`other-${index}.policy.yaml`, other);
  const severities = Object.entries(repository.severities ?? {}).map(([name, severity]) => `  ${name}: ${severity}\n`);
  write('policy-records.yaml', severities.length > 0 ? `rules:\n${severities.join('')}` : '');
  return { folder, text: wholeRecord(repository).replaceAll('\n', lineEnd) };
}
