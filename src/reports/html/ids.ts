/** Hands out the ids of a page: made of the names that records give, so that a link to a claim stays good, and each only once. */
export class Ids {
  private readonly taken = new Set<string>();

  /** @param name Any text; what is no letter, digit or hyphen of ASCII is left out. */
  make(name: string): string {
    const base = name.replace(/[^\w-]+/g, '-').slice(0, 80);
    let id = base;
    for (let count = 2; this.taken.has(id); count += 1) id = `${base}.${count}`;
    this.taken.add(id);
    return id;
  }
}
