import { readFile } from 'node:fs/promises';

/** Where Adobe's character maps lie: beside the bundled program, or in the package that they come from. */
const folder = new URL('../../node_modules/pdfjs-dist/cmaps/', import.meta.url);

/** A character map for reading PDF files; undefined for one that is not shipped. */
export async function characterMap(name: string): Promise<Uint8Array | undefined> {
  // Names come from files of others, and are no paths.
  if (!/^[\w-]{1,60}$/.test(name)) return undefined;
  try {
    return new Uint8Array(await readFile(new URL(`${name}.bcmap`, folder)));
  } catch {
    return undefined;
  }
}
