/** What a column of a table can hold of a record, with the names by which it is known in the languages of the users. */
export const fields = {
  record: ['record', 'record id', 'policy', 'politique', 'dossier', 'datensatz', 'maßnahme', 'politik', '政策', '记录'],
  title: ['title', 'record title', 'titre', 'titel', '标题'],
  jurisdiction: ['jurisdiction', 'country', 'region', 'pays', 'juridiction', 'land', '国家', '地区', '辖区'],
  type: ['type'],
  id: ['claim', 'id', 'claim id', 'identifiant', 'kennung', '编号'],
  label: [
    'label',
    'description',
    'name',
    'libellé',
    'intitulé',
    'désignation',
    'bezeichnung',
    'beschreibung',
    '名称',
    '描述',
    '指标名称',
  ],
  indicator: ['indicator', 'indicateur', 'indikator', '指标'],
  kind: ['kind', 'nature', 'art', '类型'],
  value: [
    'value',
    'number',
    'figure',
    'amount',
    'valeur',
    'chiffre',
    'nombre',
    'montant',
    'wert',
    'zahl',
    'betrag',
    '数值',
    '值',
    '数字',
    '金额',
  ],
  min: ['min', 'minimum', 'from', 'low', '最小值'],
  max: ['max', 'maximum', 'to', 'high', '最大值'],
  unit: ['unit', 'currency', 'unité', 'devise', 'monnaie', 'einheit', 'währung', '单位', '货币'],
  qualifier: ['qualifier', 'précision', 'einschränkung', '限定'],
  period: ['period', 'year', 'période', 'année', 'an', 'zeitraum', 'jahr', '时期', '年份', '年'],
  date: ['date', 'datum', '日期'],
  source: ['source', 'source id', 'quelle', '来源'],
  sourceTitle: ['source_title', 'source title', 'titre de la source', '来源标题'],
  /** What stands for the article itself: the path of its file or its address. */
  article: ['article', 'artikel', '文章'],
  url: ['source_url', 'url', 'link', 'lien', 'adresse', '链接', '网址'],
  file: ['file', 'fichier', 'datei', '文件'],
  language: ['language', 'langue', 'sprache', '语言'],
  quote: ['quote', 'quotation', 'citation', 'excerpt', 'extrait', 'zitat', 'beleg', '引文', '原文'],
  /** The last three as `export` writes them, in JSON. */
  evidence: ['evidence'],
  derived: ['derived'],
  accept: ['accept'],
  note: ['note', 'comment', 'remarque', 'commentaire', 'bemerkung', 'kommentar', 'anmerkung', 'notiz', '备注', '注释'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof fields;

/** What `export` writes beside, and a record does not hold: it comes of checking. In other tables they may hold anything. */
const checked = ['recordid', 'verdict', 'start', 'end', 'text'];

export const isField = (name: string): name is Field => Object.hasOwn(fields, name);

/** Which column of a table holds what. */
export interface Columns {
  readonly at: ReadonlyMap<Field, number>;
  /** Columns that nothing is known for; those that checking writes are not among them. */
  readonly unknown: readonly number[];
}

/**
 * Finds the columns by their names in the header.
 *
 * @param named Field → the name of its column, which goes before every guess.
 * @returns The columns, or the name that no column has.
 */
export function columnsOf(
  header: readonly string[],
  named: ReadonlyMap<Field, string>,
): Columns | { readonly missing: string } {
  const at = new Map<Field, number>();
  const taken = new Set<number>();
  for (const [field, name] of named) {
    const index = header.findIndex((one) => fold(one) === fold(name));
    if (index < 0) return { missing: name };
    at.set(field, index);
    taken.add(index);
  }
  // In the order of names: the first name of a field is meant rather than its second.
  for (let rank = 0; rank < 20; rank += 1) {
    for (const [field, names] of Object.entries(fields) as [Field, readonly string[]][]) {
      const name = names[rank];
      if (name === undefined || at.has(field)) continue;
      const index = header.findIndex((one, column) => !taken.has(column) && fold(one) === fold(name));
      if (index < 0) continue;
      at.set(field, index);
      taken.add(index);
    }
  }
  const isExport = checked.every((name) => header.some((one) => fold(one) === name));
  const unknown = header.flatMap((name, index) =>
    taken.has(index) || (isExport && checked.includes(fold(name))) ? [] : [index],
  );
  return { at, unknown };
}

/** Case, accents, and whatever stands between letters do not count. */
const fold = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\d]+/gu, '');
