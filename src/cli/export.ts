import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileWriter } from '../node/file-writer.ts';
import { reasonOf } from '../node/reasons.ts';
import { claimsCsv, claimsHead, claimsJsonl } from '../reports/claims-table.ts';
import { dataPackage, tableName } from '../reports/data-package.ts';
import { visible } from '../reports/display.ts';
import { WebAnnotations } from '../reports/web-annotation.ts';
import { ClaimSource } from './checked-claims.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Writes the claims with their verdicts and evidence for other programs; status 1 where a record had to be left out. */
export async function runExport(call: Call, terminal: Terminal): Promise<number> {
  const format = call.values.get('format') ?? 'csv';
  const output = call.values.get('output');
  if (format === 'datapackage' && output === undefined)
    throw new Failure('A data package is a folder: name it with --output, as in --output claims.');
  const source = new ClaimSource(call, terminal);
  if (format === 'datapackage') await writePackage(source, output ?? '');
  else
    await written(
      output,
      terminal.out,
      (write) => writers[format]?.(source, call, write) ?? Promise.reject(new Error(`there is no format ${format}`)),
    );
  return source.complete ? 0 : 1;
}

type Write = (text: string) => void;

const writers: Readonly<Record<string, (source: ClaimSource, call: Call, write: Write) => Promise<void>>> = {
  async csv(source, { switches }, write) {
    // Spreadsheets take a table without the mark for one in the encoding of the machine.
    write(switches.has('excel') ? `\ufeff${claimsHead()}` : claimsHead());
    for await (const { rows } of source.claims()) write(claimsCsv(rows));
  },
  async jsonl(source, _, write) {
    for await (const { rows } of source.claims()) write(claimsJsonl(rows));
  },
  async 'web-annotation'(source, _, write) {
    const annotations = new WebAnnotations();
    for await (const { rows, article } of source.claims()) annotations.add(rows, article);
    write(annotations.written());
  },
};

async function writePackage(source: ClaimSource, folder: string): Promise<void> {
  const { version, homepage } = await import('../../package.json');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`The folder ${visible(folder)} ${reasonOf(error, 'written')}.`);
  }
  let count = 0;
  await written(
    join(folder, tableName),
    () => undefined,
    async (write) => {
      write(claimsHead());
      for await (const { rows } of source.claims()) {
        count += rows.length;
        write(claimsCsv(rows));
      }
    },
  );
  await written(
    join(folder, 'datapackage.json'),
    () => undefined,
    async (write) => write(dataPackage({ version, homepage, rows: count })),
  );
}

/** Writes to a file, which is put in its place when it is complete, or to standard output. */
async function written(path: string | undefined, out: Write, make: (write: Write) => Promise<void>): Promise<void> {
  if (path === undefined) return make(out);
  let file: FileWriter | undefined;
  try {
    file = new FileWriter(path);
    const open = file;
    await make((text) => open.write(text));
    file.finish();
  } catch (error) {
    file?.abandon();
    if (error instanceof Error && 'code' in error) throw new Failure(`${visible(path)} ${reasonOf(error, 'written')}.`);
    throw error;
  }
}
