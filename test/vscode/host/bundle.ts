import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Within the project, from where the tests find `mocha`; beside the cache of installed programs, which may lie elsewhere. */
const bundles = resolve('.cache', 'suite');

/** Bundles the tests of one folder of `test/vscode/suite`; gives the module with `run()`. */
export async function bundleSuite(name: string): Promise<string> {
  const from = resolve('test', 'vscode', 'suite');
  const into = join(bundles, name);
  const files = readdirSync(join(from, name));
  const suites = files.filter((file) => file.endsWith('.suite.ts'));
  // Programs that a suite starts.
  const programs = files.filter((file) => file.endsWith('.program.ts'));
  if (suites.length === 0) throw new Error(`test/vscode/suite/${name} holds no *.suite.ts`);
  rmSync(into, { recursive: true, force: true });
  await build({
    entryPoints: { index: join(from, 'index.ts'), ...entries(join(from, name), [...suites, ...programs]) },
    outdir: into,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: 'const moduleUrl=require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'warning',
  });
  return join(into, 'index.cjs');
}

function entries(folder: string, files: readonly string[]): Record<string, string> {
  return Object.fromEntries(files.map((file) => [file.replace(/\.ts$/, ''), join(folder, file)]));
}
