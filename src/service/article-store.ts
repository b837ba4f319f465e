import type { Article, ArticleResult } from '../articles/article.ts';
import { maxArticleBytes } from '../articles/decode.ts';
import { sourcePath } from '../records/layout.ts';
import type { Source } from '../records/model.ts';
import type { FileBytes, RepositoryFiles } from './files.ts';

/** What a record says of a file besides its path. */
export type DeclaredFacts = Pick<Source, 'encoding' | 'language'>;

/** How bytes become an article. */
export type OpenArticle = (
  bytes: Uint8Array,
  about: { readonly name: string; readonly encoding?: string; readonly language?: string },
) => ArticleResult | Promise<ArticleResult>;

/** Units of text of articles that are kept though no open record asks for them. */
const maxKept = 6_000_000;

interface Kept {
  readonly result: Promise<ArticleResult>;
  readonly path: string;
  size: number;
}

/**
 * The articles of one repository. What an editor holds unsaved stands before what is on the disk. An article is opened
 * once, and again when it changes; those used last are kept.
 */
export class ArticleStore {
  /** In the order of their last use. */
  private readonly kept = new Map<string, Kept>();
  private listed: Promise<readonly string[]> | undefined;
  private readonly unsaved = new Map<string, string>();

  constructor(
    private readonly files: RepositoryFiles,
    private readonly open: OpenArticle,
  ) {}

  /** The article of a path, or why there is none. */
  article(path: string, facts: DeclaredFacts): Promise<ArticleResult> {
    const key = JSON.stringify([path, facts.encoding?.value, facts.language?.value]);
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known.result;
    }
    const kept: Kept = { result: this.read(path, facts), path, size: 0 };
    this.kept.set(key, kept);
    void kept.result.then((result) => {
      kept.size = 'article' in result ? result.article.text.length : 0;
      this.makeRoom(key);
    });
    return kept.result;
  }

  /** Takes the text that an editor holds; undefined gives the file on the disk back its say. */
  setText(path: string, text: string | undefined): void {
    if (text === undefined) this.unsaved.delete(path);
    else this.unsaved.set(path, text);
    this.forget(path);
  }

  /** Paths of the files that may be articles. */
  list(): Promise<readonly string[]> {
    this.listed ??= this.files.articles();
    return this.listed;
  }

  /** The file is another one now, or there is a new one. */
  forget(path: string): void {
    this.listed = undefined;
    for (const [key, kept] of this.kept) if (kept.path === path) this.kept.delete(key);
  }

  private async read(path: string, facts: DeclaredFacts): Promise<ArticleResult> {
    const saved = await this.opened(path, await this.files.read(path, maxArticleBytes), facts);
    const text = this.unsaved.get(path);
    // The hash of a file is that of its bytes, which an editor does not show: while nothing is typed, the file counts.
    if (text === undefined || ('article' in saved && shownText(saved.article) === text)) return saved;
    // A byte order mark says what it is now, whatever the file declares.
    const bytes = new TextEncoder().encode(`\ufeff${text}`);
    return this.open(bytes, { name: path, ...language(facts) });
  }

  private async opened(path: string, file: FileBytes, facts: DeclaredFacts): Promise<ArticleResult> {
    if ('bytes' in file) {
      const encoding = facts.encoding && { encoding: facts.encoding.value };
      return this.open(file.bytes, { name: path, ...encoding, ...language(facts) });
    }
    const message = `${file.reason}: ${file.missing ? 'correct the path, or put the article there' : 'name another file'}.`;
    return { failure: { rule: file.missing ? 'source/missing' : 'source/unreadable', message } };
  }

  private makeRoom(newest: string): void {
    let size = 0;
    for (const kept of this.kept.values()) size += kept.size;
    for (const [key, kept] of this.kept) {
      if (size <= maxKept || key === newest) return;
      this.kept.delete(key);
      size -= kept.size;
    }
  }
}

/** What an editor shows of the file. */
const shownText = ({ text, view }: Article): string => (view.kind === 'markup' ? view.file : text);

const language = ({ language }: DeclaredFacts) => language && { language: language.value };

/** Why a source whose `file` is no path inside the repository cannot be opened. */
export function noPath(record: string, { file }: Source): ArticleResult {
  const place = sourcePath(record, file?.value ?? '');
  if ('path' in place) throw new Error('a source with a path was not opened');
  return { failure: { rule: 'source/missing', message: place.failure } };
}
