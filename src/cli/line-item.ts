/** One record as a line of JSON brings it, with all that its check needs. */
export interface LineItem {
  readonly id: unknown;
  /** Where the record would stand in its repository; the registries that it sees depend on it. */
  readonly path: string;
  /** YAML. */
  readonly record: string;
  /** Each article under the words by which the record names its file. */
  readonly articles: ReadonlyMap<string, Uint8Array>;
  /** Path → YAML. */
  readonly registries: Readonly<Record<string, string>>;
  /** YAML. */
  readonly configuration: string | undefined;
}

/** `failure` is the end of a sentence: *Line 3 …*. */
export type LineReading = LineItem | { readonly id?: unknown; readonly failure: string };

export function readLine(line: string): LineReading {
  let item: unknown;
  try {
    item = JSON.parse(line);
  } catch {
    return { failure: 'is not JSON' };
  }
  if (!isObject(item)) return { failure: 'is no object with a "record"' };
  const { id = null, path = 'record.policy.yaml', record, articles = {}, registries = {}, configuration } = item;
  if (typeof record !== 'string') return { id, failure: 'has no "record", the text of one in YAML' };
  if (typeof path !== 'string') return { id, failure: 'has a "path" that is no text' };
  if (configuration !== undefined && typeof configuration !== 'string')
    return { id, failure: 'has a "configuration" that is no text' };
  if (!isObject(registries) || !Object.values(registries).every((text) => typeof text === 'string'))
    return { id, failure: 'has "registries" that are no texts by their paths' };
  const read = isObject(articles) ? articlesOf(articles) : undefined;
  if (!read) return { id, failure: 'has "articles" that are neither texts by their files nor {"base64": …}' };
  return { id, path, record, articles: read, registries: registries as Record<string, string>, configuration };
}

function articlesOf(written: Readonly<Record<string, unknown>>): Map<string, Uint8Array> | undefined {
  const articles = new Map<string, Uint8Array>();
  for (const [file, article] of Object.entries(written)) {
    if (typeof article === 'string') articles.set(file, Buffer.from(article));
    else if (isObject(article) && typeof article.base64 === 'string')
      articles.set(file, Buffer.from(article.base64, 'base64'));
    else return undefined;
  }
  return articles;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
