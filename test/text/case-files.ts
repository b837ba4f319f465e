import { readdirSync, readFileSync } from 'node:fs';

/** A line of a case file, `key: value`, with its place for messages. */
export interface CaseLine {
  readonly place: string;
  readonly key: string;
  readonly value: string;
}

/** The files of a folder of cases whose names begin so; an empty folder is an error, lest its tests pass unseen. */
export function caseFiles(folder: string, prefix: string): { readonly name: string; readonly text: string }[] {
  const url = new URL(`../cases/${folder}/`, import.meta.url);
  const names = readdirSync(url).filter((name) => name.startsWith(prefix) && name.endsWith('.txt'));
  if (names.length === 0) throw new Error(`No file ${prefix}*.txt in test/cases/${folder}.`);
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, url), 'utf8') }));
}

/** Lines that are neither empty nor comments. */
export function plainLines(file: { readonly name: string; readonly text: string }): CaseLine[] {
  return file.text.split('\n').flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    return [{ place: `${file.name}:${index + 1}`, key: '', value: unescaped(line) }];
  });
}

/** Lines as key and value; a key that does not fit `keys` is an error. */
export function keyedLines(file: { readonly name: string; readonly text: string }, keys: RegExp): CaseLine[] {
  return plainLines(file).map(({ place, value: line }) => {
    const match = /^(.*?):(?: |$)(.*)$/s.exec(line);
    if (!match || !keys.test(match[1] ?? '')) throw new Error(`${place}: "${line}" begins with no key that is known.`);
    return { place, key: match[1] ?? '', value: match[2] ?? '' };
  });
}

/** `a => b` as both; the second one absent without an arrow. */
export function arrow(value: string): [string, string | undefined] {
  const at = value.indexOf(' => ');
  return at < 0 ? [value, undefined] : [value.slice(0, at), value.slice(at + 4)];
}

const unescaped = (line: string): string =>
  line.replace(/\\(?:([nrt])|u([0-9a-f]{4}))/g, (_, letter: string | undefined, code: string) =>
    letter === undefined
      ? String.fromCharCode(Number.parseInt(code, 16))
      : ({ n: '\n', r: '\r', t: '\t' }[letter] ?? ''),
  );
