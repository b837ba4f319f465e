/** A name as an id: small letters, digits and hyphens; letters beyond ASCII stay, as ids may have them. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');

/** The id for a name, with a number behind it where it is taken; it is then taken. */
export function freeId(name: string, taken: Set<string>): string {
  const base = slugOf(name) || 'figure';
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
