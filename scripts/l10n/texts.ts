import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const call = /\bl10n\.t\(\s*/g;
/** A text in single or double quotation marks. */
const literal = /(['"])((?:\\.|(?!\1)[^\\\n])*)\1/y;

/** Every text that code below a folder hands to `l10n.t`, in alphabetical order. Throws where one is no plain text. */
export function textsOfCode(folder: string): string[] {
  const texts = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const path = join(folder, name);
    for (const text of textsOf(readFileSync(path, 'utf8'), path)) texts.add(text);
  }
  return [...texts].sort();
}

function textsOf(code: string, path: string): string[] {
  return [...code.matchAll(call)].map((match) => {
    literal.lastIndex = match.index + match[0].length;
    const found = literal.exec(code);
    if (!found)
      throw new Error(`${path}: what stands behind ${code.slice(match.index, match.index + 60)} is no plain text`);
    return unescaped(found[2] ?? '');
  });
}

/** The text that a literal stands for. */
const unescaped = (inside: string): string =>
  inside.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
