import type { LanguageTable } from './language.ts';
import { images } from './languages/images.ts';
import type { Lexicon, WordAdditions } from './lexicon.ts';
import { compileLexicon } from './lexicon-compile.ts';
import { lexiconFrom } from './lexicon-image.ts';
import { addEnding } from './noun-endings.ts';
import { A } from './roles.ts';

/** The lexicon of a table, from the image of it that the build has left where there is one; nobody else holds it. */
export function lexiconOf(table: LanguageTable, { nouns = {}, units = {} }: WordAdditions = {}): Lexicon {
  const image = images[table.tag]?.();
  const lexicon = image ? lexiconFrom(image, table) : compileLexicon(table);
  for (const [symbol, words] of Object.entries(units)) {
    lexicon.symbols.add(symbol);
    for (const word of words.filter(isPlain)) lexicon.after.add(word, A.unit, symbol);
  }
  for (const [concept, words] of Object.entries(nouns)) {
    for (const word of words.filter(isPlain)) addNoun(lexicon, word.toLowerCase(), concept);
  }
  return lexicon;
}

/** Words of a person are words, not patterns. */
const isPlain = (word: string): boolean => !/[()|]/.test(word);

/** A word that the table has too means both. */
function addNoun({ after, nounEndings, table }: Lexicon, word: string, concept: string): void {
  const known = after.meaning<readonly string[]>(word, A.noun) ?? [];
  const concepts = known.includes(concept) ? known : [...known, concept];
  after.setMeaning(word, A.noun, concepts);
  if (table.nouns.compounds) addEnding(nounEndings, word, concepts);
}
