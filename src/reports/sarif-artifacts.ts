/** The files that a SARIF report names, each once, in the order in which they were met. */
export class Artifacts {
  private readonly places = new Map<string, { readonly index: number; readonly roles: readonly string[] }>();

  /** @param prefix What stands before paths of the repository in the checkout. */
  constructor(private readonly prefix: string) {}

  add(path: string, ...roles: readonly string[]): void {
    if (!this.places.has(path)) this.places.set(path, { index: this.places.size, roles });
  }

  /** @param path Relative to the root of the repository, with `/`. */
  location(path: string): { readonly uri: string; readonly index: number } {
    this.add(path);
    return { uri: this.uriOf(path), index: this.places.get(path)?.index ?? -1 };
  }

  listed(): readonly object[] {
    return [...this.places].map(([path, { roles }]) => ({
      location: { uri: this.uriOf(path) },
      ...(roles.length > 0 && { roles }),
    }));
  }

  private uriOf(path: string): string {
    return `${this.prefix}${path}`.split('/').map(segment).join('/');
  }
}

/** A name as a segment of a relative reference (RFC 3986); a first one with a colon would read as a scheme. */
const segment = (name: string): string => encodeURIComponent(wellFormed(name));

/** Half a character, which JSON can hold and nothing else, as the sign for what cannot be shown. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
