import { enumeration, type Kind, kinds } from './kinds.ts';

/** A key of the format, and what stands behind it. */
export interface Field {
  readonly key: string;
  /** Regular expression for the key, where it is not one word. */
  readonly pattern?: string;
  /** Scope of the key, where it is not that of other keys. */
  readonly scope?: string;
  /** What a scalar behind the key says, alone or as an item of a list. */
  readonly kind?: Kind | undefined;
  readonly list: boolean;
  /** The keys of the mapping behind the key, alone or as an item of a list. */
  readonly fields?: readonly Field[];
}

/** What the schemas do not say: how the value of each key is written. Enumerations are the schemas' own. */
const kindOf: Readonly<Record<string, Kind>> = {
  id: kinds.definition,
  title: kinds.prose,
  label: kinds.prose,
  event: kinds.prose,
  note: kinds.prose,
  reason: kinds.prose,
  publisher: kinds.prose,
  jurisdiction: kinds.jurisdiction,
  date: kinds.date,
  published: kinds.date,
  retrieved: kinds.date,
  period: kinds.period,
  topics: kinds.topic,
  file: kinds.path,
  url: kinds.url,
  language: kinds.language,
  encoding: kinds.encoding,
  sha256: kinds.hash,
  indicator: kinds.indicator,
  value: kinds.number,
  unit: kinds.unit,
  quote: kinds.quote,
  rule: kinds.rule,
  agencies: kinds.reference,
  agency: kinds.reference,
  parent: kinds.reference,
  source: kinds.reference,
  sum: kinds.reference,
  difference: kinds.reference,
  product: kinds.reference,
  ratio: kinds.reference,
  share: kinds.reference,
  growth: kinds.reference,
  names: kinds.agencyName,
  aliases: kinds.agencyName,
  wikidata: kinds.wikidata,
};

/** Enumerations that change what a number says are told from the others. */
const enumerationScope: Readonly<Record<string, string>> = {
  qualifier: 'keyword.control.qualifier support.constant.qualifier',
};

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** The keys of a schema's mapping. Throws where a key is new and nothing says how its value is written. */
export function fieldsOf(schema: Schema, root: Schema = schema): Field[] {
  return Object.entries(schema.properties ?? {}).map(([key, property]) => fieldOf(key, resolve(property, root), root));
}

function fieldOf(key: string, schema: Schema, root: Schema): Field {
  const list = typesOf(schema).includes('array');
  const items = schema.items && resolve(schema.items, root);
  if (schema.enum)
    return {
      key,
      list,
      kind: enumeration(
        key,
        schema.enum,
        enumerationScope[key] ?? 'variable.other.enummember constant.other.enumeration',
      ),
    };
  if (typeof schema.additionalProperties === 'object') return { key, list, fields: [byLanguage(key, schema)] };
  const fields = [...fieldsOf(schema, root), ...(items ? fieldsOf(items, root) : [])];
  const kind = kindOf[key];
  if (fields.length > 0)
    return { key, list, fields, kind: items && typesOf(items).includes('string') ? kind : undefined };
  if (!kind) throw new Error(`Nothing in scripts/grammar/fields.ts says how the value of ${key} is written.`);
  return { key, list, kind };
}

/** The keys are language tags, and the values all alike. */
function byLanguage(key: string, schema: Schema): Field {
  const list =
    typeof schema.additionalProperties === 'object' && typesOf(schema.additionalProperties).includes('array');
  return { key: `${key}-by-language`, pattern: '[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}', list, kind: kindOf[key] };
}

const typesOf = ({ type = [] }: Schema): readonly string[] => (typeof type === 'string' ? [type] : type);

const resolve = (schema: Schema, root: Schema): Schema =>
  schema.$ref ? (root.definitions?.[schema.$ref.replace('#/definitions/', '')] ?? schema) : schema;
