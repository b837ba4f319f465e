import type { Span } from '../text/span.ts';
import { foldNames, initials, isBorder, marks, withoutPoints } from './fold-names.ts';

/** How many letters an abbreviation has at the most that words in running text look like: *IT*, *WHO*. */
const wordLike = 3;

const POINT = 0x2e;

/** A text in which names of agencies are looked up, folded when the first is. */
export class NamedText {
  /** Folded as a whole, which is quick, and tells of nearly every name that it does not stand in the text. */
  private folded: string | undefined;
  private mapped: MappedText | undefined;

  constructor(private readonly text: string) {}

  /** Whether the text names what has this name or alias. */
  names(name: string): boolean {
    return this.places(name).next().done !== true;
  }

  /**
   * Where a name or alias stands, whatever its case, accents, spaces, hyphens, apostrophes and the points of initials: in
   * letters as whole words only, in Chinese anywhere. An abbreviation in capitals (*WHO*, *UNESCO*) is in capitals in the
   * text too where it is as short as *who*, and begins with one where it is longer (*Unesco*).
   */
  *places(name: string): Generator<Span, void, undefined> {
    const wanted = withoutPoints(foldNames(name)).trim();
    if (wanted === '') return;
    this.folded ??= withoutPoints(foldNames(this.text));
    if (!this.folded.includes(wanted)) return;
    this.mapped ??= mapped(this.text);
    const { folded, starts, ends } = this.mapped;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      const behind = at + wanted.length;
      if (!isBorder(folded[at - 1], wanted[0]) || !isBorder(wanted.at(-1), folded[behind])) continue;
      const place = { start: starts[at] as number, end: ends[behind - 1] as number };
      if (hasItsCapitals(name, this.text.slice(place.start, place.end))) yield place;
    }
  }
}

/** A folded text with the way back to the text that it was. */
interface MappedText {
  readonly folded: string;
  /** For each unit of `folded`, where the character that it comes from begins and ends in the text. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function mapped(text: string): MappedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const known = new Map<string, string>();
  let isGap = false;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    let plain = known.get(character);
    if (plain === undefined) {
      plain = foldNames(character);
      known.set(character, plain);
    }
    // Spaces, hyphens and apostrophes that follow each other are one gap.
    if (plain !== ' ' || !isGap) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) {
        starts.push(at);
        ends.push(end);
      }
    }
    if (plain !== '') isGap = plain === ' ';
    at = end;
  }
  const points = pointsOfInitials(folded);
  if (points.size === 0) return { folded, starts, ends };
  // The last point belongs to the abbreviation.
  for (const point of points) ends[point - 1] = ends[point] as number;
  const isKept = (_: unknown, unit: number): boolean => !points.has(unit);
  return { folded: withoutPoints(folded), starts: starts.filter(isKept), ends: ends.filter(isKept) };
}

function pointsOfInitials(folded: string): ReadonlySet<number> {
  const points = new Set<number>();
  for (const { 0: found, index } of folded.matchAll(initials))
    for (let at = 0; at < found.length; at += 1) if (found.charCodeAt(at) === POINT) points.add(index + at);
  return points;
}

const plainLetters = (text: string): string => withoutPoints(text.normalize('NFKD').replace(marks, '').trim());

function hasItsCapitals(name: string, found: string): boolean {
  const wanted = plainLetters(name);
  if (!/^\p{Lu}{2,}$/u.test(wanted)) return true;
  const written = plainLetters(found);
  return wanted.length > wordLike ? /^\p{Lu}/u.test(written) : written === written.toUpperCase();
}
