/**
 * Bundles the command line: `tsx scripts/build.ts [folder] [--readable]`, by default into dist/, which needs nothing beside
 * it. With `--readable` names stay, for reading the trace of a crash.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleExtension } from './bundle-extension.ts';
import { program as asProgram, buildReaders, bundling, writeImages } from './bundling.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const [folder = inProject('dist')] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const program = join(folder, 'program.cjs');
const launcher = join(folder, 'policy-records.js');

rmSync(folder, { recursive: true, force: true });
const minifyIdentifiers = !process.argv.includes('--readable');
await build({
  ...bundling,
  splitting: false,
  minifyIdentifiers,
  entryPoints: [inProject('src/cli/launch.ts')],
  outfile: launcher,
});
await build({
  ...asProgram,
  minifyIdentifiers,
  entryPoints: [inProject('src/cli/main.ts')],
  outfile: program,
  define: { 'import.meta.url': 'programUrl' },
  // One function, which the launcher calls: a script that it can compile, and keep compiled.
  banner: {
    js: '(function(require,__filename,__dirname){const programUrl=require("node:url").pathToFileURL(__filename).href;',
  },
  footer: { js: '})' },
});
writeFileSync(program, asAscii(readFileSync(program, 'utf8')));
await build({
  ...asProgram,
  minify: true,
  define: { 'import.meta.url': 'serverUrl' },
  banner: { js: 'const serverUrl=require("node:url").pathToFileURL(__filename).href;' },
  entryPoints: [inProject('src/server/main.ts')],
  outfile: join(folder, 'server.cjs'),
});
await buildReaders(folder);
writeImages(folder);
await bundleExtension(folder);
writeCache();

// What is bundled keeps its licence.
const bundled: Readonly<Record<string, string>> = {
  yaml: 'LICENSE',
  parse5: 'LICENSE',
  entities: 'LICENSE',
  xmlchars: 'LICENSE',
  diff: 'LICENSE',
  papaparse: 'LICENSE',
  'pdfjs-dist': 'LICENSE',
  'vscode-languageserver': 'License.txt',
  'vscode-languageclient': 'License.txt',
};
const licences = Object.entries(bundled).map(
  ([name, file]) =>
    `The package ${name} is part of these files. Its licence:\n\n${readFileSync(inProject(`node_modules/${name}/${file}`), 'utf8')}`,
);
// The package saxes names its licence (ISC) and comes without the text of it.
licences.push(
  `The package saxes is part of these files. Its licence:

Copyright Louis-Dominique Dubeau and others. Permission to use, copy, modify, and/or distribute this software for any purpose
with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all
copies. The software is provided "as is" and the author disclaims all warranties with regard to this software including all
implied warranties of merchantability and fitness. In no event shall the author be liable for any special, direct, indirect,
or consequential damages or any damages whatsoever resulting from loss of use, data or profits, whether in an action of
contract, negligence or other tortious action, arising out of or in connection with the use or performance of this software.
`,
);
writeFileSync(join(folder, 'THIRD-PARTY.txt'), licences.join('\n\n'));

/**
 * Code with every other character escaped, for the bundler leaves those of regular expressions as they are. Text of plain
 * ASCII is read in a fraction of the time.
 */
function asAscii(code: string): string {
  const escaped = /\\[^\0-\x7f]/.exec(code);
  if (escaped) throw new Error(`The code holds ${escaped[0]}, which cannot be escaped again: leave out the backslash.`);
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Runs the program on a small repository in a process of its own, and writes what V8 compiled beside it. A cache that
 * cannot be made is no mistake of the build: the program runs without it.
 */
function writeCache(): void {
  const repository = mkdtempSync(join(tmpdir(), 'policy-records-'));
  const warm = `
    const { Script } = require('node:vm');
    const { readFileSync, writeFileSync } = require('node:fs');
    const { createRequire } = require('node:module');
    const [file, folder] = process.argv.slice(1);
    // Flags of V8 belong to what a cache is good for, and a start has not set any yet when it is read.
    require('node:v8').setFlagsFromString = () => {};
    const script = new Script(readFileSync(file, 'utf8'), { filename: file });
    process.on('exit', () => writeFileSync(file + '.cache', script.createCachedData()));
    process.argv = [process.argv[0], file, 'check', folder];
    script.runInThisContext()(createRequire(file), file, folder);`;
  try {
    spawnSync(process.execPath, [launcher, 'init', repository]);
    spawnSync(process.execPath, ['-e', warm, program, repository]);
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
  if (!existsSync(`${program}.cache`))
    console.warn('The program was built without its cache, and will start more slowly.');
}
