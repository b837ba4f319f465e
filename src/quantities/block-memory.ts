import type { Separators } from './digits.ts';
import type { Reading } from './quantity.ts';

/** Where so much text is remembered, in UTF-16 units, what was not asked for since half of it came in is forgotten. */
const most = 4_000_000;

interface Remembered {
  readonly reading: Reading;
  /** The key of the separators that the reading asked; undefined where it asked nothing. */
  readonly separators: string | undefined;
}

/**
 * What blocks of text were read as, by their text, so that an editor reads again only the paragraph that somebody types
 * in. Offsets are those of the block.
 */
export class BlockMemory {
  private young = new Map<string, Remembered>();
  private old = new Map<string, Remembered>();
  private size = 0;

  /** The reading of a block of an article whose signs mean what `separators` says. */
  find(block: string, separators: Separators): Reading | undefined {
    let known = this.young.get(block);
    if (!known) {
      known = this.old.get(block);
      if (known) this.keep(block, known);
    }
    const alike = known && (known.separators === undefined || known.separators === separators.key);
    return alike ? known?.reading : undefined;
  }

  /** Keeps the reading of a block; `asked` says whether the separators had a part in it. */
  add(block: string, reading: Reading, separators: Separators, asked: boolean): void {
    this.keep(block, { reading, separators: asked ? separators.key : undefined });
  }

  private keep(block: string, remembered: Remembered): void {
    this.young.set(block, remembered);
    this.size += block.length;
    if (this.size * 2 <= most) return;
    this.old = this.young;
    this.young = new Map();
    this.size = 0;
  }
}
