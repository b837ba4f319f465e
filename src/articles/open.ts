import type { ReadText } from '../quantities/quantity.ts';
import { fold } from '../text/fold.ts';
import type { ArticleResult, Opening } from './article.ts';
import { decode, type FileFacts, maxTextLength, tooLarge, unreadable } from './decode.ts';
import { formatOf } from './formats.ts';
import { type FrequentWords, tellLanguage } from './language.ts';
import type { FormatText, ReaderFacts } from './reader.ts';
import { loaders } from './readers.ts';

/** What a record says of a source's file. */
export interface SourceFacts extends FileFacts {
  /** BCP 47; told from the text where it is left out. */
  readonly language?: string;
}

/** What reading an article takes, so that tests and browsers may bring their own. */
export interface ArticleReaders {
  /** Lower-case hexadecimal digest of the bytes. */
  readonly sha256: (bytes: Uint8Array) => string;
  /** What the recogniser reads in a text of the language with this tag; asked for when a reading first is. */
  readonly recognise: (text: string, language: string) => ReadText;
  readonly tables: readonly FrequentWords[];
  /** See `ReaderFacts.characterMap`; where it is left out, a file that needs one cannot be read. */
  readonly characterMap?: ReaderFacts['characterMap'];
}

/**
 * Opens the bytes of a file as an article: text at once, and what needs a parser when that has been loaded. Hash, reading
 * and folding are made when they are first asked for. What a file holds never throws and never rejects: it is told as a
 * failure.
 */
export function openArticle(bytes: Uint8Array, facts: SourceFacts, readers: ArticleReaders): Opening {
  const refusal = tooLarge(bytes);
  if (refusal !== undefined) return unreadable(refusal);
  const format = formatOf(bytes, facts.name);
  if (format === 'text') {
    const decoded = decode(bytes, facts);
    return 'failure' in decoded ? decoded : articleOf({ ...decoded, view: asIs }, bytes, facts, readers);
  }
  if (typeof format === 'object')
    return unreadable(`is ${format.other}; save its text as a .txt file, and name that file.`);
  return loaders[format]()
    .then((read) => read(bytes, { characterMap: noMaps, ...readers, ...facts }))
    .then((read) => ('failure' in read ? unreadable(read.failure) : articleOf(read, bytes, facts, readers)));
}

const noMaps: ReaderFacts['characterMap'] = () => Promise.resolve(undefined);

const asIs = { kind: 'text' } as const;

function articleOf(read: FormatText, bytes: Uint8Array, facts: SourceFacts, readers: ArticleReaders): ArticleResult {
  const { text, view } = read;
  if (text.trim() === '') return unreadable('holds no text, so nothing can be checked against it.');
  if (text.length > maxTextLength)
    return unreadable(`holds more than ${maxTextLength / 1e6} million characters; cut it to the part you quote.`);
  const language = primarySubtag(facts.language) ?? tellLanguage(text, readers.tables);
  const reading = once(() => readers.recognise(text, language));
  return {
    article: {
      text,
      view,
      language,
      sha256: once(() => readers.sha256(bytes)),
      reading: (around) => reading()(around),
      folded: once(() => fold(text)),
    },
  };
}

/** `zh-Hans-CN` → `zh`; undefined where nothing is declared. */
function primarySubtag(tag: string | undefined): string | undefined {
  const [primary] = (tag ?? '').trim().toLowerCase().split(/[-_]/);
  return primary === '' || primary === 'und' ? undefined : primary;
}

/** Makes a value when it is first asked for, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
