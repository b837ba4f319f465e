import { lookup } from 'node:dns/promises';
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { maxArticleBytes } from '../articles/decode.ts';
import { isPublic } from '../capture/addresses.ts';
import { checkUrl } from '../capture/urls.ts';

/** A page as it came: the body that the site sent, unpacked for its transfer alone. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** Where it was found in the end. */
  readonly url: string;
  /** Media type in lower case, without parameters; empty where none was sent. */
  readonly type: string;
  /** Encoding that the site declares. */
  readonly charset?: string;
}

export type FetchResult = FetchedPage | { readonly failure: string };

export interface FetchOptions {
  /**
   * Addresses that pass beside those of the public internet. For tests, which run a server on this machine; no option of
   * the command and no variable of the environment leads here.
   */
  readonly alsoAllowed?: (address: string) => boolean;
  /** How names are looked up; for tests, which have names of their own. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** Milliseconds for all of it. */
  readonly time?: number;
  readonly maxBytes?: number;
  /** Ends it when whoever asked wants it no longer. */
  readonly signal?: AbortSignal;
}

const mostRedirects = 5;
const usualTime = 30_000;

/**
 * Fetches a page over the open internet, with nothing that tells who asks: no cookies, no credentials, no proxy. Every
 * address, that of each redirect too, is looked up once, refused unless it is public, and connected to as it was looked
 * up, so that a name cannot mean another address a moment later.
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchResult> {
  const late = AbortSignal.timeout(options.time ?? usualTime);
  const ends = options.signal ? AbortSignal.any([late, options.signal]) : late;
  let checked = checkUrl(address);
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if ('failure' in checked) return checked;
      const { url } = checked;
      const answer = await ask(url, ends, options);
      if ('failure' in answer) return answer;
      const { message } = answer;
      const status = message.statusCode ?? 0;
      const { location } = message.headers;
      if (status >= 300 && status < 400 && status !== 304 && location !== undefined) {
        message.destroy();
        checked = checkUrl(location, url);
        continue;
      }
      if (status !== 200) {
        message.destroy();
        return {
          failure: `The site answers ${status}${meaning(status)}; open the page in a browser, and save it from there.`,
        };
      }
      return await pageOf(message, url, options.maxBytes ?? maxArticleBytes);
    }
    return { failure: `The site sends from one address to another more than ${mostRedirects} times.` };
  } catch (error) {
    if (options.signal?.aborted) return { failure: 'Stopped; nothing was written.' };
    if (ends.aborted) return { failure: 'The site takes too long to answer; try again later.' };
    return { failure: reasonFor(error) };
  }
}

type Answer = { readonly message: IncomingMessage } | { readonly failure: string };

async function ask(url: URL, ends: AbortSignal, options: FetchOptions): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await (options.resolve ?? resolved)(host);
  const isAllowed = (address: string) => isPublic(address) || options.alsoAllowed?.(address) === true;
  const [first] = addresses;
  if (first === undefined) return { failure: `There is no site "${host}"; correct the address.` };
  if (!addresses.every(isAllowed)) {
    return {
      failure: `"${host}" is an address of this machine or of a network behind it, and such pages are not fetched.`,
    };
  }
  ends.throwIfAborted();
  const settings: RequestOptions = {
    method: 'GET',
    // A connection of its own, without a pool and without a proxy of the environment.
    agent: false,
    lookup: pinnedTo(first),
    signal: ends,
    headers: {
      'user-agent': 'policy-records (captures one article)',
      accept: 'text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
    },
  };
  return new Promise((done, fail) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, settings, (message) => {
      const peer = message.socket.remoteAddress;
      if (peer !== undefined && isAllowed(plainAddress(peer))) return done({ message });
      message.destroy();
      done({ failure: `"${host}" led to an address that is not public.` });
    });
    request.on('error', fail);
    request.end();
  });
}

/** An IPv4 peer of a socket for both may be told as `::ffff:93.184.216.34`. */
const plainAddress = (peer: string): string => peer.replace(/^::ffff:(?=\d+\.)/i, '');

async function resolved(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
}

/** A lookup that knows one answer, whatever it is asked. */
function pinnedTo(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, { all }, done) => {
    if (all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
}

async function pageOf(message: IncomingMessage, url: URL, most: number): Promise<FetchResult> {
  const tooLarge = { failure: `The page is larger than ${Math.floor(most / 1e6)} MB, the most that is read.` };
  if (Number(message.headers['content-length'] ?? 0) > most) {
    message.destroy();
    return tooLarge;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const body = unpackedBody(message);
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) {
      message.destroy();
      return tooLarge;
    }
    chunks.push(chunk);
  }
  const [type = '', ...parameters] = (message.headers['content-type'] ?? '').split(';').map((part) => part.trim());
  const charset = parameters
    .map((one) => /^charset\s*=\s*"?([\w.:-]+)"?$/i.exec(one)?.[1])
    .find((one) => one !== undefined);
  return {
    bytes: new Uint8Array(Buffer.concat(chunks)),
    url: url.href,
    type: type.toLowerCase(),
    ...(charset !== undefined && { charset: charset.toLowerCase() }),
  };
}

/** What was packed for its way is unpacked piece by piece, so that a bound can end it. */
function unpackedBody(message: IncomingMessage): AsyncIterable<Buffer> {
  const encoding = (message.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const make = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }[
    encoding
  ];
  if (!make) {
    if (encoding !== 'identity') throw new UnknownPacking();
    return message;
  }
  const unpacking = make();
  message.on('error', (error) => unpacking.destroy(error));
  return message.pipe(unpacking);
}

class UnknownPacking extends Error {
  override readonly name = 'UnknownPacking';
}

const meanings: Readonly<Record<number, string>> = {
  401: ' (it asks for a password)',
  403: ' (it does not let programs in)',
  404: ' (there is no such page)',
  410: ' (the page is gone)',
  429: ' (it was asked too often)',
};

const meaning = (status: number): string => meanings[status] ?? (status >= 500 ? ' (it is out of order)' : '');

function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(?:ENOTFOUND|EAI_)/.test(code))
    return 'There is no such site, or no connection to the internet; correct the address, or try again.';
  if (/CERT|SSL|TLS|SELF_SIGNED|ERR_TLS/.test(code))
    return 'The site cannot prove that it is the one; its certificate is not valid.';
  if (/^Z_|ERR__ERROR|ERR_BROTLI/.test(code) || (error instanceof Error && error.name === 'UnknownPacking'))
    return 'What the site sends is packed in a way that cannot be read; save the page from a browser.';
  return 'The connection to the site failed or broke off; try again later.';
}
