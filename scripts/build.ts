/**
 * Bundles the command line into dist/: one file that starts fast and needs nothing beside it.
 *
 * Names are kept readable, white space is not: traces of a crash can be read, and the file stays small.
 */
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const dist = new URL('../dist/', import.meta.url).pathname;

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
  legalComments: 'linked',
  logLevel: 'warning',
});
