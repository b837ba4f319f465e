/**
 * How fast the core is beside others, in one table: `npm run bench`, or some of it: `npm run bench -- digits checking`.
 *
 * Only ratios count, each measured in one run in which both sides take turns: the machine may be slow or busy, and is so
 * for both. Nothing fails here; a goal that is missed says so.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { againstParsing } from './bench/checking.ts';
import type * as Core from './bench/core.ts';
import { editing } from './bench/editing.ts';
import { opening } from './bench/opening.ts';
import { readingHtml, readingPdf } from './bench/reading.ts';
import { againstDigits, longAgainstShort } from './bench/recognition.ts';
import { reportOfMany } from './bench/report.ts';
import { ofManyRecords } from './bench/scale.ts';
import { againstNothing } from './bench/starting.ts';
import { type Row, tableOf } from './bench/table.ts';
import { ofPackage } from './bench/window.ts';
import { bundling } from './bundling.ts';

const program = fileURLToPath(new URL('../dist/policy-records.js', import.meta.url));
const folder = fileURLToPath(new URL('../.cache/bench/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
await build({
  ...bundling,
  entryPoints: { core: 'scripts/bench/core.ts' },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
});
const core = (await import(pathToFileURL(`${folder}core.mjs`).href)) as typeof Core;

const measurements: Readonly<Record<string, () => Row | Row[] | Promise<Row | Row[]>>> = {
  digits: () => againstDigits(core),
  checking: () => againstParsing(core),
  length: () => longAgainstShort(core),
  html: readingHtml,
  pdf: readingPdf,
  editing,
  opening,
  // As it is shipped; `npm run build` writes it.
  starting: () => againstNothing(program),
  scale: () => ofManyRecords(program),
  report: () => reportOfMany(program),
  package: ofPackage,
  // The last, as the suite changes regular expressions, for all that run beside it.
  suite: async () => (await import('./bench/suite.ts')).againstSuite(core),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in measurements));
if (unknown.length > 0)
  throw new Error(`There is nothing called ${unknown.join(', ')}; there are ${Object.keys(measurements).join(', ')}.`);
const rows: Row[] = [];
for (const [name, measure] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stderr.write(`measuring ${name}…\n`);
  rows.push(...[await measure()].flat());
}
console.log(tableOf(rows));
