import { slugOf } from '../text/slug.ts';

/** The id for a name, with a number behind it where it is taken; it is then taken. */
export function freeId(name: string, taken: Set<string>): string {
  const base = slugOf(name) || 'figure';
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return id;
}
