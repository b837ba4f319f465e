/** Sets of characters that are asked for beside nearly every number, one bit each. */
export const SIGNS = {
  /** Stand inside a web or mail address or a path before digits. */
  address: 1 << 0,
  quotation: 1 << 1,
  /** Stand round words of a noun phrase: *100 "little giant" firms*. */
  quotedNoun: 1 << 2,
  /** May open a power of ten. */
  power: 1 << 3,
  /** Between the ends of a range, beside hyphens. */
  tilde: 1 << 4,
  comma: 1 << 5,
  clauseEnd: 1 << 6,
  /** Raised letters of ordinals. */
  raised: 1 << 7,
  /** Stand for feet behind digits. */
  feet: 1 << 8,
} as const;

const sets = new Uint16Array(0x10000);
for (const [set, characters] of [
  [SIGNS.address, '/=?&.%~:@+'],
  [SIGNS.quotation, '"«»“”„《》「」‹›‘’〈〉'],
  [SIGNS.quotedNoun, '"“”„«»‘’'],
  [SIGNS.power, 'eE^×x·⋅*⁻⁰¹²³⁴⁵⁶⁷⁸⁹'],
  [SIGNS.tilde, '~～∼'],
  [SIGNS.comma, ',、，'],
  [SIGNS.clauseEnd, '.;!?。；！？'],
  [SIGNS.raised, 'ᵉʳ'],
  [SIGNS.feet, "'’′"],
] as const) {
  for (const character of characters) sets[character.charCodeAt(0)] = (sets[character.charCodeAt(0)] as number) | set;
}

/** Whether the unit at the offset is of one of the sets; outside the text none is. */
export const isSign = (text: string, offset: number, set: number): boolean =>
  offset >= 0 && offset < text.length && ((sets[text.charCodeAt(offset)] as number) & set) !== 0;
