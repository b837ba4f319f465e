/**
 * Raised and lowered characters as Unicode has them: `2 400³` is read as 2 400 with the mark of a note, `10⁶` as a power
 * and `km²` as a unit, which `2 4003`, `106` and `km2` are not.
 */

const raisedForms: Readonly<Record<string, string>> = formsOf('0123456789+-−=()n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ');
const loweredForms: Readonly<Record<string, string>> = formsOf('0123456789', '₀₁₂₃₄₅₆₇₈₉');
const letterForms: Readonly<Record<string, string>> = formsOf('abcdfghijklm', 'ᵃᵇᶜᵈᶠᵍʰⁱʲᵏˡᵐ');

function formsOf(plain: string, changed: string): Readonly<Record<string, string>> {
  const forms = [...changed];
  return Object.fromEntries([...plain].map((letter, index) => [letter, forms[index] ?? letter]));
}

export type Raising = (letter: string) => string;

const asIs: Raising = (letter) => letter;

/** How the characters of a raised piece are written. */
export function raising(content: string, before: string): Raising {
  const text = content.trim();
  if (/^[\d(][\d\s,;–()+−-]*$|^[-+−]\d+$|^n$/u.test(text)) return (letter) => raisedForms[letter] ?? letter;
  // A letter that marks a note; *2e* and *1o* are ordinals.
  if (/[\d%)]$/.test(before) && /^[a-df-m]$/.test(text)) return (letter) => ` ${letterForms[letter] ?? letter}`;
  return asIs;
}

/** How the characters of a lowered piece are written: as they are, unless a number would get another digit. */
export function lowering(content: string, before: string): Raising {
  return /\d$/.test(before) && /^\s*\d/.test(content) ? (letter) => loweredForms[letter] ?? letter : asIs;
}
