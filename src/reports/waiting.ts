/** Where texts wait: the memory, or for long reports of long runs a file that whoever runs the program gives. */
export interface Store {
  add(text: string): void;
  /** Everything that was added, in pieces that may be cut anywhere. */
  pieces(): Iterable<string>;
}

export function inMemory(): Store {
  const texts: string[] = [];
  return { add: (text) => void texts.push(text), pieces: () => texts };
}

/** Parts of a report that wait for the end of the run, because totals stand before them. */
export class Waiting {
  isEmpty = true;

  /** @param between What stands between two parts. */
  constructor(
    private readonly store: Store = inMemory(),
    private readonly between = '',
  ) {}

  add(part: string): void {
    this.store.add(this.isEmpty ? part : this.between + part);
    this.isEmpty = false;
  }

  pieces(): Iterable<string> {
    return this.store.pieces();
  }
}
