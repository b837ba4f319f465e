/** The unit of 0: those before it are written longer in JSON and in a program. */
const first = 0x5d;

/** Units from here on are surrogates, which no file keeps when they stand alone; so many are left out. */
const surrogates = 0xd800;
const surrogateCount = 0x800;

const most = 0xffff - first - surrogateCount;

/**
 * Small whole numbers as text, one UTF-16 unit each: what a program can hold among its strings, and read in one pass.
 * Throws a RangeError for a number that is none or does not fit.
 */
export function packed(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0 || number > most)
      throw new RangeError(`${number} does not fit into a unit of text.`);
    const unit = first + number;
    text += String.fromCharCode(unit < surrogates ? unit : unit + surrogateCount);
  }
  return text;
}

/** The number at a place of a packed text, zero-based. */
export function unpacked(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  return (unit < surrogates ? unit : unit - surrogateCount) - first;
}
