/** Keys whose value is running text, where the punctuation of a sentence meets the signs of YAML. */
export const proseKeys: ReadonlySet<string> = new Set([
  'quote',
  'label',
  'title',
  'note',
  'reason',
  'event',
  'publisher',
]);

/** Keys whose value is a word, a number or a date on one line. */
export const wordKeys: ReadonlySet<string> = new Set([
  'agency',
  'date',
  'encoding',
  'file',
  'id',
  'indicator',
  'jurisdiction',
  'kind',
  'language',
  'period',
  'published',
  'qualifier',
  'retrieved',
  'role',
  'rule',
  'sha256',
  'source',
  'status',
  'unit',
  'url',
  'value',
]);

/** Keys under which a list or a mapping stands. */
export const nestingKeys: ReadonlySet<string> = new Set([
  'accept',
  'agencies',
  'dates',
  'derived',
  'evidence',
  'figures',
  'ignore',
  'sources',
  'topics',
]);

export const isKnownKey = (key: string): boolean => proseKeys.has(key) || wordKeys.has(key) || nestingKeys.has(key);
