import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createRegistry, type IGrammarConfig, loadConfiguration } from 'vscode-tmgrammar-test/dist/common/index.js';

const root = new URL('../../', import.meta.url);

/** The grammars that package.json contributes; the same file that VS Code reads. */
export const grammars: readonly IGrammarConfig[] = loadConfiguration(
  fileURLToPath(new URL('package.json', root)),
  undefined,
  undefined,
).grammars;

export const registry = createRegistry([...grammars]);

export type TextMateGrammar = NonNullable<Awaited<ReturnType<typeof registry.loadGrammar>>>;
/** What is open at the beginning of a line. */
export type LineState = Parameters<TextMateGrammar['tokenizeLine']>[1];

export async function grammarOf(scopeName: string): Promise<TextMateGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  if (!grammar) throw new Error(`package.json contributes no grammar ${scopeName}.`);
  return grammar;
}

export interface Coloured {
  /** Offsets in the text, half-open. */
  readonly start: number;
  readonly end: number;
  /** From the outermost on, without the one of the file. */
  readonly scopes: readonly string[];
}

/** The tokens of a text, in their order. */
export async function colour(scopeName: string, text: string): Promise<Coloured[]> {
  const grammar = await grammarOf(scopeName);
  let state: LineState = null;
  let offset = 0;
  return text.split('\n').flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    const start = offset;
    state = ruleStack;
    offset += line.length + 1;
    return tokens.map(({ startIndex, endIndex, scopes }) => ({
      start: start + startIndex,
      end: start + Math.min(endIndex, line.length),
      scopes: scopes.slice(1),
    }));
  });
}

/** The files below a folder of the project whose names end in one of these ways; none is an error. */
export function filesIn(
  folder: string,
  ...ends: readonly string[]
): { readonly path: string; readonly text: string }[] {
  const base = new URL(`${folder}/`, root);
  const files = readdirSync(base, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => ends.some((end) => path.endsWith(end)))
    .sort();
  if (files.length === 0) throw new Error(`No files in ${folder}`);
  return files.map((path) => ({ path, text: readFileSync(new URL(path, base), 'utf8').replaceAll('\r\n', '\n') }));
}
