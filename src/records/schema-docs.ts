import agenciesSchema from '../../schemas/agencies.schema.json';
import recordSchema from '../../schemas/policy-record.schema.json';
import configurationSchema from '../../schemas/policy-records.schema.json';
import type { Json } from './tree.ts';

/** What a schema says of one key or value, for cards and completion. */
export interface KeyDocs {
  readonly title: string;
  readonly description: string;
  readonly examples: readonly Json[];
  /** The words that may stand there, where no others may. */
  readonly allowed: readonly string[];
  /** What holds where the key is left out. */
  readonly usual?: Json;
  /** The keys below it, in the order of the schema; empty where none are named. */
  readonly keys: readonly string[];
  readonly required: readonly string[];
}

/** The files that have a schema. */
export type SchemaKind = 'record' | 'registry' | 'configuration';

interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly examples?: readonly Json[];
  readonly enum?: readonly (string | null)[];
  readonly default?: Json;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schemas: Readonly<Record<SchemaKind, Schema>> = {
  record: recordSchema as Schema,
  registry: agenciesSchema as Schema,
  configuration: configurationSchema as Schema,
};

/**
 * What the schema of a file says of the place with this path of keys and indexes; undefined for a key that it does not
 * name. The empty path is the file itself.
 */
export function docsAt(kind: SchemaKind, path: readonly (string | number)[]): KeyDocs | undefined {
  const root = schemas[kind];
  let places: readonly Schema[] = alternatives(root, root);
  for (const step of path) {
    places = places.flatMap((place) => below(place, step)).flatMap((place) => alternatives(place, root));
    if (places.length === 0) return undefined;
  }
  const first = places.find(({ title }) => title !== undefined) ?? places[0];
  if (!first) return undefined;
  const withKeys = places.find(({ properties }) => properties);
  const usual = places.find((place) => place.default !== undefined)?.default;
  return {
    title: first.title ?? '',
    description: first.description ?? '',
    examples: first.examples ?? [],
    allowed: places.flatMap((place) => place.enum ?? []).filter((word) => word !== null),
    ...(usual !== undefined && { usual }),
    keys: Object.keys(withKeys?.properties ?? {}),
    required: withKeys?.required ?? [],
  };
}

/** A schema with its reference followed, and what it may be instead. */
function alternatives(schema: Schema, root: Schema): readonly Schema[] {
  const name = schema.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? schema : root.definitions?.[name];
  if (!target) return [];
  const others = [...(target.anyOf ?? []), ...(target.oneOf ?? [])];
  return [target, ...others.flatMap((other) => alternatives(other, root))];
}

function below(schema: Schema, step: string | number): readonly Schema[] {
  if (typeof step === 'number') return schema.items ? [schema.items] : [];
  const named = schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : undefined;
  if (named) return [named];
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}
