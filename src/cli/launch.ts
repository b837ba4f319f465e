#!/usr/bin/env node
/**
 * Starts program.cjs, which lies beside this file, with the code that V8 compiled from it when it was built. Most of a
 * short run is spent on compiling; with another version of Node the cache is refused, and the start takes longer.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const file = fileURLToPath(new URL('./program.cjs', import.meta.url));
const script = new Script(readFileSync(file, 'utf8'), { filename: file, ...cached(`${file}.cache`) });
script.runInThisContext()(createRequire(file), file, dirname(file));

function cached(path: string): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(path) };
  } catch {
    // A cache may be deleted at any time.
    return {};
  }
}
