/**
 * Command-line scenarios as files; `test/cases/cli/README.md` tells how they are written. Whatever the loader does not
 * know is refused: a misspelt expectation must not pass as one that holds.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ScenarioFile {
  readonly path: string;
  readonly content: string;
  readonly keys: ReadonlyMap<string, string>;
}

export interface ScenarioCall {
  readonly args: readonly string[];
  readonly status: number;
  readonly stdin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly columns: number;
  /** Whether standard output is a terminal. */
  readonly terminal: boolean;
  /** Exactly what is written; absent where only parts are given. */
  readonly stdout?: string;
  readonly stderr?: string;
  /** Lines that must stand in the output, and lines of which no part may. */
  readonly has: readonly string[];
  readonly hasNot: readonly string[];
  /** Files as they must be when the call has ended. */
  readonly leaves: readonly ScenarioFile[];
}

export interface Scenario {
  readonly title: string;
  readonly files: readonly ScenarioFile[];
  readonly calls: readonly ScenarioCall[];
}

const fileKeys = ['encoding', 'link', 'kind', 'repeat'];
const callKeys = ['exit', 'env', 'columns', 'terminal'];
const callBlocks = ['stdin', 'stdout', 'stderr', 'has', 'has not'];

interface Section {
  readonly heading: string;
  readonly line: number;
  readonly keys: Map<string, string>;
  readonly blocks: Map<string, string>;
}

export function parseScenario(name: string, source: string): Scenario {
  const fail = (line: number, message: string): never => {
    throw new Error(`${name}:${line + 1}: ${message}`);
  };
  const lines = source.split('\n');
  const title = /^# (.+)$/.exec(lines[0] ?? '')?.[1] ?? fail(0, 'begin with "# " and what the scenario shows');
  const sections: Section[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const section = sections[sections.length - 1];
    if (line.startsWith('## ')) {
      sections.push({ heading: line.slice(3).trim(), line: at, keys: new Map(), blocks: new Map() });
    } else if (!section || line.trim() === '') {
      // Above the first section stands what the scenario is for.
    } else if (/^`{3,}/.test(line)) {
      const [, fence = '', info = ''] = /^(`{3,})(.*)$/.exec(line) ?? [];
      const end = lines.indexOf(fence, at + 1);
      if (end < 0) fail(at, 'the block does not end');
      if (section.blocks.has(info)) fail(at, `there are two blocks ${info}`);
      section.blocks.set(
        info,
        lines
          .slice(at + 1, end)
          .map((one) => `${one}\n`)
          .join(''),
      );
      at = end;
    } else {
      const [, key = '', value = ''] =
        /^([a-z]+): (.+)$/.exec(line) ?? fail(at, `"${line}" is neither a block nor "key: value"`);
      if (section.keys.has(key)) fail(at, `the key ${key} stands twice`);
      section.keys.set(key, value);
    }
  }
  const files: ScenarioFile[] = [];
  const calls: ScenarioCall[] = [];
  for (const section of sections) {
    const last = calls.at(-1);
    if (section.heading.startsWith('$ ')) calls.push(callOf(section, fail));
    else if (!section.heading.startsWith('= ')) files.push(fileOf(section, fail));
    else if (!last) fail(section.line, 'no call stands before what it must leave');
    else {
      const left = fileOf({ ...section, heading: section.heading.slice(2) }, fail);
      calls[calls.length - 1] = { ...last, leaves: [...last.leaves, left] };
    }
  }
  if (calls.length === 0) fail(0, 'nothing is called');
  return { title, files, calls };
}

type Fail = (line: number, message: string) => never;

function onlyKnown(section: Section, keys: readonly string[], fail: Fail): void {
  for (const key of section.keys.keys()) if (!keys.includes(key)) fail(section.line, `the key "${key}" is unknown`);
}

function fileOf(section: Section, fail: Fail): ScenarioFile {
  onlyKnown(section, fileKeys, fail);
  if (section.blocks.size > 1) fail(section.line, 'a file has one block');
  const [content] = section.blocks.values();
  const needsNone = section.keys.has('link') || section.keys.has('kind');
  if (content === undefined && !needsNone) fail(section.line, 'the file has no block');
  return { path: section.heading, content: content ?? '', keys: section.keys };
}

function callOf(section: Section, fail: Fail): ScenarioCall {
  onlyKnown(section, callKeys, fail);
  for (const info of section.blocks.keys())
    if (!callBlocks.includes(info)) fail(section.line, `the block "${info}" is unknown`);
  const words = [...section.heading.slice(2).matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  if (words[0] !== 'policy-records') fail(section.line, 'only policy-records can be called');
  const status = section.keys.get('exit');
  if (status === undefined || !/^[012]$/.test(status))
    fail(section.line, 'say which exit status is expected: "exit: 0"');
  const { stdin = '', stdout, stderr, has, 'has not': hasNot } = Object.fromEntries(section.blocks);
  const list = (block: string | undefined) => (block ?? '').split('\n').filter((line) => line !== '');
  if (stdout === undefined && stderr === undefined && has === undefined)
    fail(section.line, 'say what is expected to be written');
  return {
    args: words.slice(1),
    status: Number(status),
    stdin,
    env: Object.fromEntries(
      (section.keys.get('env') ?? '')
        .split(' ')
        .filter(Boolean)
        .map((pair) => pair.split('=') as [string, string]),
    ),
    columns: Number(section.keys.get('columns') ?? 100),
    terminal: section.keys.get('terminal') === 'yes',
    ...(stdout !== undefined && { stdout }),
    ...(stderr !== undefined && { stderr }),
    has: list(has),
    hasNot: list(hasNot),
    leaves: [],
  };
}

/** Lays the files of a scenario out in an empty folder. */
export function layOut(files: readonly ScenarioFile[], folder: string): void {
  for (const file of files) {
    const path = join(folder, file.path);
    mkdirSync(dirname(path), { recursive: true });
    const link = file.keys.get('link');
    const kind = file.keys.get('kind');
    if (link !== undefined) symlinkSync(link, path);
    else if (kind === 'pipe') execFileSync('mkfifo', [path]);
    else if (kind === 'folder') mkdirSync(path);
    else if (kind !== undefined) throw new Error(`${file.path}: the kind "${kind}" is unknown`);
    else writeFileSync(path, bytesOf(file));
  }
}

/** Compares the files of a folder with what a call must leave in it. */
export function compareLeft(files: readonly ScenarioFile[], folder: string): void {
  for (const file of files) {
    const path = join(folder, file.path);
    if (file.keys.get('kind') === 'none') {
      assert.ok(!existsSync(path), `${file.path} must not be there`);
      continue;
    }
    const link = file.keys.get('link');
    if (link !== undefined) assert.equal(readlinkSync(path), link);
    else assert.equal(readFileSync(path, 'latin1'), Buffer.from(bytesOf(file)).toString('latin1'), file.path);
  }
}

function bytesOf({ path, content, keys }: ScenarioFile): Uint8Array {
  const text = content.repeat(Number(keys.get('repeat') ?? 1));
  const encoding = keys.get('encoding') ?? 'utf-8';
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'latin-1':
      return Buffer.from(text, 'latin1');
    case 'utf-16':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'crlf':
      return Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf8');
    case 'escapes':
      return Buffer.from(JSON.parse(`"${text.replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`), 'utf8');
    case 'base64':
      return Buffer.from(text, 'base64');
    default:
      throw new Error(`${path}: the encoding "${encoding}" is unknown`);
  }
}
