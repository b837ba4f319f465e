/** A name for a file, a source or a figure made of words: small letters and digits of any script, hyphens between them. */
export function slugOf(words: string, longest = 60): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return cut.replace(/-[^-]*$/, '') || cut;
}
