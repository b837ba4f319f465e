import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type About, cleanValue, dayOf, languageOf, merged } from '../about.ts';
import { parsed } from './read.ts';

/** Units of JSON-LD in a page that are read. */
const longestData = 1_000_000;
const mostNodes = 5000;

const articleTypes = /(?:Article|NewsArticle|BlogPosting|Report|WebPage|Legislation|GovernmentService|PressRelease)$/;

/**
 * What an HTML page says of itself: in JSON-LD (schema.org), in the tags of OpenGraph, in Dublin Core and other `meta`
 * elements, in its `title` and `lang`; the first that speaks counts.
 */
export function aboutPage(source: string): About {
  const document = parsed(source);
  if (typeof document === 'string') return {};
  const found = collect(document);
  const { metas } = found;
  const meta = (...names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  return tidy(
    merged(
      ...found.data.map(aboutData),
      {
        ...some('title', cleanValue(meta('og:title', 'twitter:title', 'dc.title', 'dcterms.title', 'citation_title'))),
        ...some(
          'publisher',
          cleanValue(
            meta('og:site_name', 'dc.publisher', 'dcterms.publisher', 'citation_publisher', 'application-name'),
          ),
        ),
        ...some('published', dayOf(meta(...publishedNames))),
        ...some('language', languageOf(found.language ?? meta('content-language', 'og:locale', 'dc.language'))),
      },
      { ...some('title', cleanValue(found.title)), ...some('published', dayOf(found.time)) },
    ),
  );
}

const publishedNames = [
  'article:published_time',
  'og:published_time',
  'citation_publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'date',
  'pubdate',
  'publishdate',
  'parsely-pub-date',
];

interface Found {
  readonly metas: Map<string, string>;
  readonly data: unknown[];
  title?: string;
  language?: string;
  time?: string;
}

function collect(document: Tree.Document): Found {
  const found: Found = { metas: new Map(), data: [] };
  const nodes: Tree.Node[] = [document];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if ('tagName' in node) note(node, found);
    if ('childNodes' in node) for (const child of node.childNodes.toReversed()) nodes.push(child);
  }
  return found;
}

function note(element: Tree.Element, found: Found): void {
  const attribute = (name: string) => element.attrs.find((one) => one.name === name)?.value;
  const { tagName } = element;
  if (tagName === 'html') found.language ??= attribute('lang') ?? attribute('xml:lang') ?? '';
  if (found.language === '') delete found.language;
  if (tagName === 'title') found.title ??= textIn(element);
  if (tagName === 'time' && attribute('pubdate') !== undefined) found.time ??= attribute('datetime') ?? '';
  if (tagName === 'meta') {
    const name = (
      attribute('property') ??
      attribute('name') ??
      attribute('http-equiv') ??
      attribute('itemprop')
    )?.toLowerCase();
    const content = attribute('content');
    if (name !== undefined && content !== undefined && content.trim() !== '' && !found.metas.has(name))
      found.metas.set(name, content);
  }
  if (tagName === 'script' && attribute('type')?.trim().toLowerCase() === 'application/ld+json') {
    const text = textIn(element);
    if (text.length <= longestData) found.data.push(...itemsIn(text));
  }
}

const textIn = ({ childNodes }: Tree.Element): string =>
  childNodes.map((child) => ('value' in child ? child.value : '')).join('');

/** The items of JSON-LD that describe an article; data that cannot be read says nothing. */
function itemsIn(text: string): unknown[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return [];
  }
  const items: unknown[] = [];
  const open: unknown[] = [data];
  for (let item = open.pop(), seen = 0; item !== undefined && seen < mostNodes; item = open.pop(), seen += 1) {
    if (Array.isArray(item)) open.push(...item.toReversed().slice(0, mostNodes));
    else if (isObject(item)) {
      if (textsOf(item['@type']).some((type) => articleTypes.test(type))) items.push(item);
      if ('@graph' in item) open.push(item['@graph']);
    }
  }
  // An article says more than the page that it stands on.
  return items.sort((a, b) => Number(isPage(a)) - Number(isPage(b)));
}

const isPage = (item: unknown): boolean => isObject(item) && textsOf(item['@type']).includes('WebPage');

function aboutData(item: unknown): About {
  if (!isObject(item)) return {};
  const publisher = [item.publisher, item.sourceOrganization, item.isPartOf]
    .map(nameOf)
    .find((name) => name !== undefined);
  return {
    ...some('title', cleanValue(item.headline) ?? cleanValue(item.name)),
    ...some('publisher', cleanValue(publisher)),
    ...some('published', dayOf(item.datePublished) ?? dayOf(item.dateCreated)),
    ...some('language', languageOf(isObject(item.inLanguage) ? item.inLanguage.alternateName : item.inLanguage)),
  };
}

function nameOf(value: unknown): unknown {
  if (Array.isArray(value)) return nameOf(value[0]);
  return isObject(value) ? value.name : value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');

const some = <K extends keyof About>(key: K, value: string | undefined): About =>
  value === undefined ? {} : { [key]: value };

/** A title often ends with the name of its site, which stands under `publisher`. */
function tidy(about: About): About {
  const { title, publisher } = about;
  if (title === undefined || publisher === undefined) return about;
  for (const sign of [' | ', ' - ', ' – ', ' — ', ' :: ', ' · ', '_']) {
    const end = `${sign}${publisher}`;
    if (title.endsWith(end) && title.length > end.length)
      return { ...about, title: title.slice(0, -end.length).trim() };
  }
  return about;
}
