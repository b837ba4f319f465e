/** What a TextMate grammar is made of. */
export interface Rule {
  readonly name?: string | undefined;
  readonly contentName?: string | undefined;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  /** A regular expression that each further line must match for the rule to go on; else it and all rules in it end. */
  readonly while?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

/** Number of a group → its scope. */
export type Captures = Readonly<Record<number, { readonly name: string }>>;

export interface Grammar {
  readonly $schema: string;
  readonly comment: string;
  readonly name: string;
  readonly scopeName: string;
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

/** Scopes for groups 1, 2, 3, …; an empty one leaves its group as it is. */
export function groups(...scopes: readonly string[]): Captures {
  const named = scopes.map((name, index) => [index + 1, { name }] as const);
  return Object.fromEntries(named.filter(([, { name }]) => name !== ''));
}

export const include = (name: string): Rule => ({ include: `#${name}` });
