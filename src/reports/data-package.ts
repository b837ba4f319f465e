import { columns } from './claims-table.ts';

/** Name of the table that a data package describes. */
export const tableName = 'claims.csv';

/** A Frictionless Data Package (https://datapackage.org, version 1 and 2) for the table of claims. */
export function dataPackage(facts: {
  readonly version: string;
  readonly homepage: string;
  readonly rows: number;
}): string {
  const fields = columns.map(({ name, type, description, values }) => ({
    name,
    type,
    description,
    ...(values && { constraints: { enum: values } }),
  }));
  const resource = {
    name: 'claims',
    path: tableName,
    profile: 'tabular-data-resource',
    title: 'Claims of policy records with their verdicts and evidence',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields, missingValues: [''] },
  };
  const whole = {
    name: 'policy-records',
    profile: 'tabular-data-package',
    title: 'Policy records',
    description: `${facts.rows} claims, exported by Policy Records ${facts.version} (${facts.homepage}). A text that a spreadsheet would take for a formula stands behind an apostrophe.`,
    resources: [resource],
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}
