/**
 * Bundles the command line: `tsx scripts/build.ts [folder] [--readable]`, by default into dist/, which needs nothing beside
 * it. With `--readable` names stay, for reading the trace of a crash.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundling } from './bundling.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const [folder = inProject('dist')] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

rmSync(folder, { recursive: true, force: true });
await build({
  ...bundling,
  entryPoints: { 'policy-records': inProject('src/cli/main.ts') },
  outdir: folder,
  minifyIdentifiers: !process.argv.includes('--readable'),
});

// What is bundled keeps its licence.
const licence = readFileSync(inProject('node_modules/yaml/LICENSE'), 'utf8');
writeFileSync(join(folder, 'THIRD-PARTY.txt'), `The package yaml is part of these files. Its licence:\n\n${licence}`);
