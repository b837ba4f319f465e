import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { About } from '../articles/about.ts';
import type { Article, ArticleResult } from '../articles/article.ts';
import { type FileFacts, maxArticleBytes } from '../articles/decode.ts';
import { formatOf } from '../articles/formats.ts';
import { describers } from '../articles/readers.ts';
import type { CapturedSource } from '../capture/entry.ts';
import { slugOf } from '../text/slug.ts';
import type { Open } from './article-shelf.ts';
import { type FetchOptions, fetchPage } from './fetch-page.ts';
import { FileWriter } from './file-writer.ts';
import { readInside, wouldLieInside } from './files.ts';
import { reasonOf } from './reasons.ts';

export interface CaptureRequest {
  readonly url: string;
  /** Real path of the repository. */
  readonly root: string;
  /** Folder for a new file, from the root, with `/`; empty for the root itself. */
  readonly folder: string;
  /** The file that this page was kept in before, from the root. */
  readonly file?: string;
  /** Whether a file that is there, and is another one now, is replaced. */
  readonly replace: boolean;
  readonly open: Open;
  readonly fetching?: FetchOptions;
}

export interface Capture {
  readonly source: CapturedSource;
  /** New file; the same bytes as before; another page than the one that is kept, which stayed or was replaced. */
  readonly outcome: 'new' | 'unchanged' | 'kept' | 'replaced';
  readonly article: ArticleResult;
  /** The article as it was, where another one was there. */
  readonly before?: Article;
}

export type CaptureResult = Capture | { readonly failure: string };

/**
 * Fetches a page, keeps it in the repository as it came, and fills in a source from what it says of itself. This is the one
 * function of the program that opens a connection.
 */
export async function captureArticle(request: CaptureRequest): Promise<CaptureResult> {
  const fetched = await fetchPage(request.url, request.fetching);
  if ('failure' in fetched) return fetched;
  const { bytes, type, charset, url } = fetched;
  const ending = endingOf(bytes, type, url);
  if (ending === undefined)
    return { failure: `The address leads to no article, but to a file of the kind "${type || 'unknown'}".` };
  const encoding =
    charset !== undefined && /^text|html|xml/.test(type) && !/^utf-?8$/.test(charset) ? charset : undefined;
  const facts = { name: `page.${ending}`, ...(encoding !== undefined && { encoding }) };
  const article = await request.open(bytes, facts);
  const about = await aboutOf(bytes, ending, facts);
  const path = request.file ?? nameFor(about, url, ending, request.folder);
  const source: CapturedSource = {
    id: idFor(about, url),
    path,
    url,
    ...about,
    ...('article' in article &&
      article.article.language !== 'und' &&
      !about.language && { language: article.article.language }),
    retrieved: today(),
    ...(encoding !== undefined && { encoding }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return keep(bytes, source, article, request);
}

async function keep(
  bytes: Uint8Array,
  source: CapturedSource,
  article: ArticleResult,
  { root, replace, open }: CaptureRequest,
): Promise<CaptureResult> {
  const target = join(root, source.path);
  if (!wouldLieInside(root, source.path))
    return {
      failure: `The folder of ${source.path} is a link that leads outside the repository; nothing was written.`,
    };
  const old = existsSync(target) ? readInside(root, source.path, maxArticleBytes) : undefined;
  if (old && !('bytes' in old)) return { failure: `The file ${source.path} ${old.reason}.` };
  if (old && Buffer.compare(old.bytes, bytes) === 0) return { source, article, outcome: 'unchanged' };
  const opened =
    old && (await open(old.bytes, { name: source.path, ...(source.encoding && { encoding: source.encoding }) }));
  const before = opened && 'article' in opened ? { before: opened.article } : {};
  if (old && !replace) return { source, article, outcome: 'kept', ...before };
  try {
    mkdirSync(dirname(target), { recursive: true });
    const writer = new FileWriter(target);
    writer.write(bytes);
    writer.finish();
  } catch (error) {
    return { failure: `The file ${source.path} ${reasonOf(error, 'written')}.` };
  }
  return { source, article, outcome: old ? 'replaced' : 'new', ...before };
}

/** How the file is called behind its point, by what it holds; undefined for what is no article. */
function endingOf(bytes: Uint8Array, type: string, url: string): string | undefined {
  const path = new URL(url).pathname;
  const name = /\.(?:md|markdown|txt|docx)$/i.exec(path)?.[0].toLowerCase();
  const format = formatOf(bytes, type.includes('html') ? 'page.html' : (name ?? 'page'));
  if (typeof format === 'object') return undefined;
  if (format !== 'text') return format;
  if (type !== '' && !/^text\/|^application\/(?:octet-stream|xml|json)/.test(type)) return undefined;
  return type.includes('markdown') || /\.m(?:d|arkdown)$/.test(name ?? '') ? 'md' : 'txt';
}

async function aboutOf(bytes: Uint8Array, ending: string, facts: FileFacts): Promise<About> {
  return ending === 'html' || ending === 'pdf' ? (await describers[ending]())(bytes, facts) : {};
}

function nameFor(about: About, url: string, ending: string, folder: string): string {
  const { hostname, pathname } = new URL(url);
  const last = decodeURIComponentSafely(pathname.split('/').filter(Boolean).pop() ?? '').replace(
    /\.[a-z\d]{1,5}$/i,
    '',
  );
  const words = slugOf(about.title ?? '') || slugOf(last) || slugOf(hostname);
  const language = about.language?.split('-')[0]?.toLowerCase();
  return [folder, `${words}${language ? `.${language}` : ''}.${ending}`].filter((part) => part !== '').join('/');
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const idFor = ({ publisher }: About, url: string): string =>
  slugOf(publisher ?? '', 30) || slugOf(new URL(url).hostname.replace(/^www\./, ''), 30) || 'article';

/** The day where the person is. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
