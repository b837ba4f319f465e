import type { Operation } from '../records/model.ts';

/** What `export` writes of a claim as JSON, since it is more than one value. */
export interface DerivedCell {
  readonly operation: Operation;
  /** Ids of claims as the table has them. */
  readonly operands: readonly string[];
}

export interface AcceptedCell {
  readonly rule: string;
  readonly reason: string;
}

/** One piece of evidence: its source as the columns of a row name it, and its quote. */
export interface EvidenceCell {
  readonly source: string;
  readonly title?: string;
  readonly url?: string;
  readonly file?: string;
  readonly quote?: string;
}

export interface Unread {
  readonly problem: string;
}

/** Each, so that a new one is not forgotten here. */
const operations: Readonly<Record<Operation, true>> = {
  sum: true,
  difference: true,
  product: true,
  ratio: true,
  share: true,
  growth: true,
};

const isOperation = (name: string): name is Operation => Object.hasOwn(operations, name);

const asExported = (what: string, example: string): Unread => ({
  problem: `it is not ${what} as export writes it: ${example}`,
});

/** `{"sum":["a","b"]}` */
export function derivedCell(cell: string): DerivedCell | Unread {
  const [[operation = '', operands] = [], ...more] = Object.entries(objectIn(cell) ?? {});
  if (more.length === 0 && isOperation(operation) && areTexts(operands)) return { operation, operands };
  return asExported('a computation', '{"sum":["first","second"]}');
}

/** `[{"rule":"figure/value","reason":"a misprint"}]` */
export function acceptCell(cell: string): readonly AcceptedCell[] | Unread {
  const list = listIn(cell, (one): AcceptedCell | undefined => {
    const { rule, reason } = one;
    return isText(rule) && isText(reason) ? { rule, reason } : undefined;
  });
  return list ?? asExported('a list of accepted findings', '[{"rule":"figure/value","reason":"a misprint"}]');
}

/** `[{"source":"press","quote":"12 cranes"},{"source":"gazette"}]` */
export function evidenceCell(cell: string): readonly EvidenceCell[] | Unread {
  const list = listIn(cell, (one): EvidenceCell | undefined => {
    const { source, title, url, file, quote } = one;
    if (!isText(source)) return undefined;
    return {
      source,
      ...(isText(title) && { title }),
      ...(isText(url) && { url }),
      ...(isText(file) && { file }),
      ...(isText(quote) && { quote }),
    };
  });
  return list ?? asExported('a list of evidence', '[{"source":"press","quote":"12 cranes"},{"source":"gazette"}]');
}

function listIn<T>(cell: string, read: (one: Readonly<Record<string, unknown>>) => T | undefined) {
  const given = jsonIn(cell);
  if (!Array.isArray(given) || given.length === 0) return undefined;
  const list = given.map((one: unknown) => (isObject(one) ? read(one) : undefined));
  return list.every((one) => one !== undefined) ? list : undefined;
}

function objectIn(cell: string): Readonly<Record<string, unknown>> | undefined {
  const given = jsonIn(cell);
  return isObject(given) ? given : undefined;
}

function jsonIn(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isObject = (given: unknown): given is Readonly<Record<string, unknown>> =>
  typeof given === 'object' && given !== null && !Array.isArray(given);
const isText = (given: unknown): given is string => typeof given === 'string' && given.trim() !== '';
const areTexts = (given: unknown): given is readonly string[] =>
  Array.isArray(given) && given.length > 0 && given.every(isText);
