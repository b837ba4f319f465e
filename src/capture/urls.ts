/** An address that may be fetched, or why it may not: a sentence for the person who gave it. */
export type CheckedUrl = { readonly url: URL } | { readonly failure: string };

const longest = 2000;

/** Reads an address that a person or a redirect gives. Its host still has to be looked up, and checked as an address. */
export function checkUrl(written: string, from?: URL): CheckedUrl {
  if (written.length > longest) return { failure: 'The address is too long.' };
  const url = parsed(written, from);
  if (!url) return { failure: `"${written}" is no address of a page; it begins with https:// or http://.` };
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return {
      failure: `Only pages of the web are fetched, whose addresses begin with https:// or http://, not "${url.protocol}".`,
    };
  }
  if (url.username !== '' || url.password !== '') {
    return { failure: 'The address holds a user name or a password, which is never sent; leave it out.' };
  }
  if (url.hostname === '') return { failure: 'The address names no site.' };
  url.hash = '';
  return { url };
}

function parsed(written: string, from: URL | undefined): URL | undefined {
  try {
    return new URL(written, from);
  } catch {
    return undefined;
  }
}

/** The same page under another spelling of its address. */
export const samePage = (a: string, b: string): boolean => {
  const [one, other] = [a, b].map((written) => {
    const checked = checkUrl(written);
    return 'url' in checked ? checked.url.href.replace(/^https?:/, '').replace(/\/$/, '') : written;
  });
  return one === other;
};
