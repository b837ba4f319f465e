#!/usr/bin/env node
/**
 * Starts program.cjs, which lies beside this file, with the code that V8 compiled from it when it was built. Most of a
 * short run is spent on compiling; with another version of Node the cache is refused, and the start takes longer. The
 * language server is a program of its own, and lies there too.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

if (process.argv[2] === 'lsp' && !process.argv.includes('--help')) {
  // The library that serves wants to be told how to talk; standard input and output are what every editor can.
  if (!process.argv.slice(3).some((argument) => argument.startsWith('--'))) process.argv.push('--stdio');
  createRequire(import.meta.url)('./server.cjs');
} else {
  const file = fileURLToPath(new URL('./program.cjs', import.meta.url));
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, ...cached(`${file}.cache`) });
  script.runInThisContext()(createRequire(file), file, dirname(file));
}

function cached(path: string): { cachedData?: Buffer } {
  try {
    return { cachedData: readFileSync(path) };
  } catch {
    // A cache may be deleted at any time.
    return {};
  }
}
