import { readSync } from 'node:fs';

/** Longest line that is read, in bytes. */
const maxLine = 200_000_000;
const chunkSize = 1 << 16;

/** A line of standard input: its text, or why it has none. */
export type InputLine = { readonly text: string } | { readonly failure: string };

/**
 * The lines of an open file, each as soon as it is whole, without its line end. UTF-8, strictly: a byte that is none
 * must not turn silently into another character.
 */
export function* inputLines(handle: number): Generator<InputLine> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunksOf(handle)) {
    let from = 0;
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      yield decoded([...parts, chunk.subarray(from, end)], size + end - from);
      parts = [];
      size = 0;
      from = end + 1;
    }
    size += chunk.length - from;
    // What is too long is counted on and no longer kept.
    if (size <= maxLine) parts.push(chunk.slice(from));
  }
  if (size > 0) yield decoded(parts, size);
}

function decoded(parts: readonly Uint8Array[], size: number): InputLine {
  if (size > maxLine) return { failure: `is longer than ${maxLine / 1e6} MB` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)).replace(/\r$/, '') };
  } catch {
    return { failure: 'is not UTF-8' };
  }
}

/** Everything that an open file still gives. */
export const readToEnd = (handle: number): Uint8Array =>
  Buffer.concat([...chunksOf(handle)].map((chunk) => chunk.slice()));

/** Each chunk is valid until the next one is asked for. */
function* chunksOf(handle: number): Generator<Uint8Array> {
  const chunk = new Uint8Array(chunkSize);
  for (;;) {
    const count = readOnce(handle, chunk);
    if (count === 0) return;
    if (count > 0) yield chunk.subarray(0, count);
  }
}

/** Bytes read; 0 at the end; -1 where a pipe that does not wait has nothing yet. */
function readOnce(handle: number, chunk: Uint8Array): number {
  try {
    return readSync(handle, chunk, 0, chunk.length, null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EOF') return 0;
    if (code !== 'EAGAIN') throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    return -1;
  }
}
