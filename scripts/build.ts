/**
 * Bundles the command line into dist/: one file that starts fast and needs nothing beside it.
 *
 * Names are kept readable, white space is not: traces of a crash can be read, and the file stays small.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** `tsx scripts/build.ts [folder]` */
const dist = process.argv[2] ?? fileURLToPath(new URL('../dist/', import.meta.url));

rmSync(dist, { recursive: true, force: true });
await build({
  entryPoints: { 'policy-records': 'src/cli/main.ts' },
  outdir: dist,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
  // The package's own ES modules: without them nothing that goes unused could be left out.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
});

// What is bundled keeps its licence.
const licence = readFileSync(new URL('../node_modules/yaml/LICENSE', import.meta.url), 'utf8');
writeFileSync(join(dist, 'THIRD-PARTY.txt'), `The package yaml is part of these files. Its licence:\n\n${licence}`);
