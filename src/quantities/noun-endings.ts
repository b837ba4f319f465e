import { isOneWord } from './characters.ts';

/** A noun that longer ones may end with, and what it counts. */
export interface NounEnding {
  readonly text: string;
  readonly concepts: readonly string[];
}

/** Last three letters → the nouns that end with them, the longest first. */
export type NounEndings = Map<string, NounEnding[]>;

/** Adds a noun, or what it counts if it is there; one of less than four letters ends too many words that mean something else. */
export function addEnding(endings: NounEndings, text: string, concepts: readonly string[]): void {
  if (text.length < 4 || !isOneWord(text)) return;
  const key = text.slice(-3);
  const list = endings.get(key) ?? [];
  const place = list.findIndex((ending) => ending.text === text || ending.text.length < text.length);
  const ending = { text, concepts };
  if (place < 0) list.push(ending);
  else list.splice(place, list[place]?.text === text ? 1 : 0, ending);
  endings.set(key, list);
}
