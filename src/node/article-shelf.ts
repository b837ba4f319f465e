import type { ArticleResult, Opening } from '../articles/article.ts';
import { maxArticleBytes } from '../articles/decode.ts';
import { sourcePath } from '../records/layout.ts';
import type { PolicyRecord, Source } from '../records/model.ts';
import type { FileReader } from './files.ts';

/** How bytes become an article. */
export type Open = (
  bytes: Uint8Array,
  about: { readonly name: string; readonly encoding?: string; readonly language?: string },
) => Opening;

/** Bytes of articles that are kept between records; with what was read in them they take about eight times as much. */
export const roomForArticles = 3_000_000;

/** What became of opening each source of a record that names a file. */
export type OpenedArticles = ReadonlyMap<Source, ArticleResult>;

interface Kept {
  readonly result: Opening;
  readonly bytes: number;
}

/**
 * The articles of a run. Records cite the same article again and again, so that those used last are kept, as many as
 * fit; the others are read anew when they are asked for. Where it is known which articles come again, only they are kept.
 */
export class ArticleShelf {
  /** In the order of their last use. */
  private readonly kept = new Map<string, Kept>();
  private size = 0;
  private shared: ReadonlySet<string> | undefined;

  /** @param room In bytes. */
  constructor(
    private readonly files: FileReader,
    private readonly open: Open,
    private readonly room = roomForArticles,
  ) {}

  /** Says which articles are asked for by several records; until then all may be. */
  setShared(paths: ReadonlySet<string>): void {
    this.shared = paths;
  }

  /** The articles of all sources of a record: they are opened before the check, which asks for them as it goes along. */
  async openAll({ path, sources }: PolicyRecord): Promise<OpenedArticles> {
    const opened = new Map<Source, ArticleResult>();
    for (const source of sources) if (source.file) opened.set(source, await this.article(path, source));
    return opened;
  }

  /** The article that a source of a record names, or why there is none. */
  article(record: string, source: Source): Opening {
    const file = source.file?.value ?? '';
    const place = sourcePath(record, file);
    if ('failure' in place) return missing(place.failure);
    const key = JSON.stringify([place.path, source.encoding?.value, source.language?.value]);
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known.result;
    }
    const read = this.read(place.path, source);
    if (this.shared?.has(place.path) ?? true) this.keep(key, read);
    return read.result;
  }

  private read(path: string, { encoding, language }: Source): Kept {
    const file = this.files.read(path, maxArticleBytes);
    if (!('bytes' in file)) {
      const why = `${file.reason}: ${file.missing ? 'correct the path, or put the article there' : 'name another file'}.`;
      return {
        result: file.missing ? missing(why) : { failure: { rule: 'source/unreadable', message: why } },
        bytes: 0,
      };
    }
    const about = {
      name: path,
      ...(encoding && { encoding: encoding.value }),
      ...(language && { language: language.value }),
    };
    return { result: this.open(file.bytes, about), bytes: file.bytes.length };
  }

  private keep(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    this.size += kept.bytes;
    for (const [oldest, { bytes }] of this.kept) {
      if (this.size <= this.room || oldest === key) return;
      this.kept.delete(oldest);
      this.size -= bytes;
    }
  }
}

const missing = (message: string): ArticleResult => ({ failure: { rule: 'source/missing', message } });
