import { maxArticleBytes } from '../articles/decode.ts';
import { tellLanguage } from '../articles/language.ts';
import { readNamed } from '../node/files.ts';
import { openerFor } from '../node/open-article.ts';
import { languages } from '../quantities/languages/index.ts';
import { recognise } from '../quantities/recognise.ts';
import { visible } from '../reports/display.ts';
import { printedQuantity, quantityTable } from '../reports/quantities.ts';
import { Failure } from './failure.ts';
import { inputLines, readToEnd } from './input-lines.ts';
import type { Call } from './options.ts';
import { screenOf, type Terminal } from './terminal.ts';

/** Shows the quantities of one text, or with `--jsonl` those of each text that standard input brings. */
export async function runExtract(call: Call, terminal: Terminal): Promise<number> {
  const { operands, values, switches } = call;
  if (operands.length > 1) throw new Failure('extract takes one file; quote its name if there are blanks in it.');
  const language = values.get('language');
  if (switches.has('jsonl')) {
    if (operands.length > 0)
      throw new Failure('--jsonl reads standard input; write "policy-records extract --jsonl < file".');
    return extractLines(language, terminal);
  }
  const { text, language: tag, reading } = await articleOf(operands[0], language, terminal);
  const { quantities } = reading();
  if (values.get('format') === 'json') {
    const printed = quantities.map((quantity) => printedQuantity(text, quantity));
    terminal.out(`${JSON.stringify({ version: 1, language: tag, quantities: printed }, undefined, 2)}\n`);
    return 0;
  }
  terminal.out(
    quantityTable(text, quantities, screenOf(terminal, values.get('color') ?? 'auto', switches.has('ascii'))),
  );
  if (!languages.some((table) => table.tag === tag)) terminal.out(`${languageNote(tag)}\n`);
  return 0;
}

async function articleOf(file: string | undefined, language: string | undefined, terminal: Terminal) {
  const isNamed = file !== undefined && file !== '-';
  const read = isNamed ? readNamed(file, maxArticleBytes) : { bytes: readToEnd(terminal.input) };
  const shown = isNamed ? visible(file) : 'Standard input';
  if (!('bytes' in read)) throw new Failure(`${shown} ${read.reason}.`);
  const about = { name: isNamed ? file : 'standard-input.txt', ...(language !== undefined && { language }) };
  const result = await openerFor({ units: {}, nouns: {} })(read.bytes, about);
  if ('failure' in result) throw new Failure(`${shown} ${result.failure.message}`);
  return result.article;
}

/** What a person should know of a text in a language without a table. */
function languageNote(tag: string): string {
  const known = languages.map((table) => `${table.tag} (${table.name})`).join(', ');
  const what =
    tag === 'und' ? 'The language could not be told' : `There is no table for the language "${visible(tag)}"`;
  return `${what}, so only digits, signs and symbols were read; --language takes ${known}.`;
}

/** One line out for each line in, in their order; a line that cannot be read says so, and the status is 2. */
function extractLines(language: string | undefined, terminal: Terminal): number {
  let number = 0;
  let failed = 0;
  for (const line of inputLines(terminal.input)) {
    number += 1;
    if ('text' in line && line.text.trim() === '') continue;
    const item = 'text' in line ? parseLine(line.text) : line;
    if ('failure' in item) {
      failed += 1;
      const error = `Line ${number} ${item.failure}.`;
      terminal.err(`${error}\n`);
      terminal.out(`${JSON.stringify({ id: 'id' in item ? item.id : null, quantities: [], error })}\n`);
      continue;
    }
    const tag = item.language ?? language ?? tellLanguage(item.text, languages);
    const quantities = recognise(item.text, tag).quantities.map((quantity) => printedQuantity(item.text, quantity));
    terminal.out(`${JSON.stringify({ id: item.id, quantities })}\n`);
    if (terminal.closed()) break;
  }
  return failed > 0 ? 2 : 0;
}

type Item =
  | { readonly id: unknown; readonly language: string | undefined; readonly text: string }
  | { readonly id?: unknown; readonly failure: string };

function parseLine(line: string): Item {
  let item: unknown;
  try {
    item = JSON.parse(line);
  } catch {
    return { failure: 'is not JSON' };
  }
  if (typeof item !== 'object' || item === null) return { failure: 'is no object with a "text"' };
  const id = 'id' in item ? item.id : null;
  if (!('text' in item) || typeof item.text !== 'string') return { id, failure: 'has no "text"' };
  const language = 'language' in item && typeof item.language === 'string' ? item.language : undefined;
  return { id, language, text: item.text };
}
