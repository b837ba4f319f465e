import { type ArticleReaders, openArticle } from '../articles/open.ts';
import { otherLanguages } from '../articles/other-languages.ts';
import type { BlockMemory } from '../quantities/block-memory.ts';
import { languages } from '../quantities/languages/index.ts';
import { Recogniser } from '../quantities/recognise.ts';
import type { Configuration } from '../records/configuration.ts';
import type { Open } from './article-shelf.ts';
import { characterMap } from './character-maps.ts';
import { crypto } from './late-modules.ts';

/** How articles are read in this process: with Node's hash and every language that has a table. */
const readersWith = (recogniser: Recogniser): ArticleReaders => ({
  sha256: (bytes) => crypto().createHash('sha256').update(bytes).digest('hex'),
  recognise: (text, language) => recogniser.open(text, language),
  tables: [...languages, ...otherLanguages],
  characterMap,
});

/**
 * Opens articles with the units and nouns of a configuration. With a memory an article that was opened before is read
 * again only where it has changed: for an editor, whose articles change under its hands.
 */
export function openerFor({ units, nouns }: Pick<Configuration, 'units' | 'nouns'>, memory?: BlockMemory): Open {
  const wordsOf = (extras: Readonly<Record<string, { readonly words: readonly string[] }>>) =>
    Object.fromEntries(Object.entries(extras).map(([name, { words }]) => [name, words]));
  const readers = readersWith(new Recogniser({ units: wordsOf(units), nouns: wordsOf(nouns) }, memory));
  return (bytes, about) => openArticle(bytes, about, readers);
}
