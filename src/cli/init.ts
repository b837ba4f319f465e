import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, reasonOf } from '../node/reasons.ts';
import { visible } from '../reports/display.ts';
import { Failure } from './failure.ts';
import { initialFiles } from './init-files.ts';
import type { Call } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Writes a small repository to start from. A file that is there already is left as it is, and said so. */
export function runInit(call: Call, terminal: Terminal): number {
  if (call.operands.length > 1) throw new Failure('init takes one folder; quote its name if there are blanks in it.');
  const folder = call.operands[0] ?? '.';
  let written = 0;
  for (const [path, content] of Object.entries(initialFiles)) {
    const isNew = writeNew(join(folder, path), content);
    if (isNew) written += 1;
    terminal.out(
      `${isNew ? 'written  ' : 'kept     '}${visible(join(folder, path))}${isNew ? '' : ', which was there already'}\n`,
    );
  }
  const there = folder === '.' ? '' : ` ${visible(folder)}`;
  terminal.out(written === 0 ? 'Everything was there already.\n' : `Next: policy-records check${there}\n`);
  return 0;
}

/** Whether the file was written; false where it exists, be it as a link that leads nowhere. */
function writeNew(path: string, content: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new Failure(`${path} ${codeOf(error) === 'ENOTDIR' ? 'lies below a file, not a folder' : reasonOf(error)}.`);
  }
}
