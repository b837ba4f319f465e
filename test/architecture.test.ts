import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Folder → the folders that it may import from, beside itself. Imports run downward only. */
const below: Readonly<Record<string, readonly string[]>> = {
  text: [],
  quantities: ['text'],
  articles: ['text', 'quantities', 'generated'],
  records: ['text', 'quantities', 'generated'],
  checks: ['text', 'quantities', 'articles', 'records'],
  sheets: ['text', 'quantities', 'records'],
  insight: ['text', 'quantities', 'articles', 'records', 'checks'],
  reports: ['text', 'quantities', 'articles', 'records', 'checks', 'insight'],
  service: ['text', 'quantities', 'articles', 'records', 'checks', 'insight'],
  capture: ['text', 'quantities', 'articles', 'records'],
  node: ['text', 'quantities', 'articles', 'records', 'capture'],
  cli: ['text', 'quantities', 'articles', 'records', 'checks', 'sheets', 'insight', 'reports', 'capture', 'node'],
  server: ['text', 'quantities', 'articles', 'records', 'checks', 'insight', 'reports', 'service', 'capture', 'node'],
  extension: ['text', 'records', 'checks', 'insight', 'service', 'server'],
  generated: [],
};

/** Folder → the packages that it may import; `node:` stands for Node's own modules. */
const packages: Readonly<Record<string, readonly string[]>> = {
  articles: ['parse5', 'saxes'],
  records: ['yaml'],
  sheets: ['papaparse'],
  service: ['vscode-languageserver-types'],
  node: ['node:'],
  cli: ['node:', 'diff'],
  server: ['node:', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-languageserver-types'],
  extension: ['node:', 'vscode', 'vscode-languageclient'],
};

const core = [
  'text',
  'quantities',
  'articles',
  'capture',
  'records',
  'sheets',
  'checks',
  'insight',
  'reports',
  'service',
];

interface SourceFile {
  /** Below `src`, with `/`. */
  readonly path: string;
  readonly folder: string;
  readonly code: string;
  /** The code without comments and without what stands in strings. */
  readonly bare: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(/[\\/]/).join('/'))
  .filter((path) => /\.(?:ts|js)$/.test(path) && !path.startsWith('generated/'))
  .sort()
  .map((path) => {
    const code = readFileSync(join('src', path), 'utf8');
    return { path, folder: path.split('/')[0] ?? '', code, bare: bareOf(code), imports: importsOf(code) };
  });

/** `from '…'`, `import '…'` and `import('…')`. */
function importsOf(code: string): string[] {
  const pattern =
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(pattern)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

/** The path below `src` that a file means by a relative name. */
const within = (path: string, name: string): string => posix.normalize(posix.join(posix.dirname(path), name));

function bareOf(code: string): string {
  return code
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g, "''")
    .replace(/\/\/.*$/gm, ' ');
}

function complaints(find: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => find(file).map((complaint) => `src/${file.path}: ${complaint}`));
}

describe('the architecture', () => {
  it('has files in every folder that is named here, and no folder beside them', () => {
    const folders = new Set(files.map((file) => file.folder));
    assert.deepEqual(
      [...folders].filter((folder) => !(folder in below)),
      [],
    );
    for (const folder of ['text', 'quantities', 'records', 'checks', 'reports', 'cli']) {
      assert.ok(folders.has(folder), `src/${folder} holds no code`);
    }
    assert.ok(
      files.some((file) => file.imports.length > 3),
      'no imports were found: the scan is broken',
    );
  });

  it('lets imports run downward only', () => {
    const upward = complaints(({ path, folder, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => within(path, name))
        .filter((target) => {
          const [first = ''] = target.split('/');
          if (first === '..')
            return (
              !(target === '../package.json' && ['cli', 'server'].includes(folder)) &&
              !(target.startsWith('../schemas/') && folder === 'records')
            );
          return first !== folder && !(below[folder] ?? []).includes(first);
        })
        .map((target) => `imports ${target}`),
    );
    assert.deepEqual(upward, []);
  });

  it('has no file that imports itself by way of others', () => {
    const known = new Map(files.map(({ path, imports }) => [path, imports.map((name) => within(path, name))]));
    // A file is done once nothing that it leads to leads back (depth first, with three colours).
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (done.has(path)) return;
      const at = way.indexOf(path);
      if (at >= 0) {
        circles.push([...way.slice(at), path].join(' → '));
        return;
      }
      for (const target of known.get(path) ?? []) if (known.has(target)) visit(target, [...way, path]);
      done.add(path);
    };
    for (const { path } of files) visit(path, []);
    assert.deepEqual(circles, []);
  });

  it('imports packages only where they belong', () => {
    const misplaced = complaints(({ folder, imports }) =>
      imports
        .filter((name) => !name.startsWith('.'))
        .filter(
          (name) =>
            !(packages[folder] ?? []).some(
              (one) => name === one || (one === 'node:' ? name.startsWith(one) : name.startsWith(`${one}/`)),
            ),
        )
        .map((name) => `imports ${name}`),
    );
    assert.deepEqual(misplaced, []);
  });

  it('keeps the console, the process and Node out of the core', () => {
    const leaks = complaints(({ folder, bare }) =>
      core.includes(folder)
        ? [
            ...bare.matchAll(
              /(?<![\w.$-])(?:console|process|Buffer|__dirname|__filename|require|setImmediate)\b(?=\s*[.(])/g,
            ),
          ].map(([name]) => `uses ${name}`)
        : [],
    );
    assert.deepEqual(leaks, []);
  });

  it('has no file of code over 350 lines', () => {
    const long = complaints(({ path, code }) => {
      const lines = code.split('\n').length - 1;
      return lines > 350 && !path.includes('/languages/') ? [`has ${lines} lines`] : [];
    });
    assert.deepEqual(long, []);
  });

  it('has no `any`', () => {
    assert.deepEqual(
      complaints(({ bare }) => (/[:<,|&]\s*any\b(?!\w)|\bas any\b/.test(bare) ? ['says any'] : [])),
      [],
    );
  });
});
