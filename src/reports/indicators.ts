import { verdictWords } from '../checks/plain-words.ts';
import { qualifierText, readable } from '../checks/wording.ts';
import type { ClaimRow, EvidenceRow } from '../insight/claim-row.ts';
import { type Series, type SeriesClaim, shareOfLargest, type TargetOutcome } from '../insight/indicators.ts';
import type { Exact } from '../quantities/exact.ts';
import { csvTable } from './csv.ts';
import { visible } from './display.ts';
import { columnsOfRow, padded, paint, piece, type Row, type Screen, type Style, wrapped } from './row.ts';

const barColumns = 24;

/** Shade and colour of each kind: a target is not told from an actual figure by colour alone. */
const looks: Readonly<Record<NonNullable<ClaimRow['kind']>, { readonly shade: string; readonly style: Style }>> = {
  actual: { shade: '█', style: 'good' },
  estimate: { shade: '▓', style: 'info' },
  target: { shade: '▒', style: 'accepted' },
};

/** The indicators with a line and a bar for each claim, and what came of each target. */
export function indicatorsText(series: readonly Series[], screen: Screen): string {
  const rows = series.flatMap((one, index) => [...(index === 0 ? [] : [[]]), ...seriesRows(one, screen)]);
  return rows.map((row) => `${paint(row, screen)}\n`).join('');
}

function seriesRows(series: Series, screen: Screen): Row[] {
  const where = [series.jurisdiction, series.unit].filter((part) => part !== undefined).join(', ');
  const rows: Row[] = [[piece(series.indicator, 'strong'), piece(where === '' ? '' : `  ${where}`, 'dim')]];
  const cells = series.claims.map((claim) => ({
    claim,
    period: [piece(claim.row.period ?? '–')],
    kind: [piece(claim.row.kind ?? '')],
    value: [piece(valueText(claim))],
  }));
  const widest = (column: 'period' | 'kind' | 'value') =>
    Math.max(...cells.map((cell) => columnsOfRow(cell[column], screen)));
  const widths = { period: widest('period'), kind: widest('kind'), value: widest('value') };
  for (const { claim, period, kind, value } of cells) {
    const gap = piece(' '.repeat(widths.value - columnsOfRow(value, screen) + 2));
    const verdict = claim.row.verdict === 'supported' ? [] : [piece(`  ${verdictWords[claim.row.verdict]}`, 'error')];
    const head = [
      piece('  '),
      ...padded(period, widths.period + 2, screen),
      ...padded(kind, widths.kind, screen),
      gap,
      ...value,
      piece('  '),
    ];
    rows.push([...head, ...bar(claim, series), ...verdict]);
    const indent = widths.period + 4;
    rows.push(
      ...wrapped([piece(`${' '.repeat(indent)}${sourceText(claim.row)}`, 'dim')], screen.width, screen, indent),
    );
  }
  for (const outcome of series.targets)
    rows.push(...wrapped([piece('  → ', 'good'), piece(outcomeText(outcome))], screen.width, screen, 4));
  return rows;
}

function bar({ row, high, low }: SeriesClaim, series: Series): Row {
  const { shade, style } = looks[row.kind ?? 'actual'];
  const columns = (value: Exact) => Math.round(shareOfLargest(value, series) * barColumns);
  const [from, to] = [columns(low), columns(high)].sort((a, b) => a - b);
  const sure = Math.max(from ?? 0, 1);
  return [piece(shade.repeat(sure), style), piece('░'.repeat(Math.max(0, (to ?? 0) - sure)), style)];
}

/** `nearly 350 billion`, `5 to 10`. */
function valueText({ row, low, high }: SeriesClaim): string {
  const number = low.equals(high) ? readable(low) : `${readable(low)} to ${readable(high)}`;
  return row.qualifier === undefined ? number : `${qualifierText(row.qualifier)} ${number}`;
}

function sourceText(row: ClaimRow): string {
  const where = `${row.recordId ?? row.record} › ${row.claim}`;
  const [first, ...others] = row.evidence;
  if (!first) return `${where}, computed or without a source`;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return `${where}, ${passage(first)}${more}`;
}

const passage = ({ source, title, text }: EvidenceRow): string =>
  `${title ?? source}${text === undefined ? '' : `: “${text.replace(/\s+/gu, ' ')}”`}`;

/** *The target of 300 billion for 2025: nearly 350 billion in 2024, which is 116.7 % of it.* */
function outcomeText({ target, actual, percent }: TargetOutcome): string {
  const aim = `The target of ${valueText(target)}${target.row.period === undefined ? '' : ` for ${target.row.period}`}`;
  if (!actual) return `${aim}: no actual figure of that time or before it.`;
  const came = `${valueText(actual)}${actual.row.period === undefined ? '' : ` in ${actual.row.period}`}`;
  return `${aim}: ${came}${percent === undefined ? '' : `, which is ${percent.toString()} % of it`}.`;
}

/** For programs: values as they are claimed, converted ones beside them. */
export function indicatorsJson(series: readonly Series[]): string {
  const one = ({ indicator, jurisdiction, unit, claims, targets }: Series) => ({
    indicator,
    jurisdiction,
    unit,
    claims: claims.map(claimJson),
    targets: targets.map(({ target, actual, percent }) => ({
      target: nameOf(target),
      actual: actual && nameOf(actual),
      percent: percent?.toNumber(),
    })),
  });
  return `${JSON.stringify({ version: 1, indicators: series.map(one) }, undefined, 2)}\n`;
}

const nameOf = ({ row }: SeriesClaim) => ({ record: row.record, claim: row.claim });

const claimJson = (claim: SeriesClaim) => {
  const { row, low, high } = claim;
  return {
    ...nameOf(claim),
    label: row.label,
    kind: row.kind,
    period: row.period,
    ...(low.equals(high) ? { value: low.toNumber() } : { min: low.toNumber(), max: high.toNumber() }),
    qualifier: row.qualifier,
    verdict: row.verdict,
    evidence: row.evidence,
  };
};

/** One row a claim, for spreadsheets. */
export function indicatorsCsv(series: readonly Series[]): string {
  const head = [
    'indicator',
    'jurisdiction',
    'period',
    'kind',
    'value',
    'min',
    'max',
    'unit',
    'qualifier',
    'verdict',
    'record',
    'claim',
    'label',
    'source',
    'text',
  ];
  const rows = series.flatMap(({ indicator, jurisdiction, unit, claims }) =>
    claims.map(({ row, low, high }) => {
      const isOne = low.equals(high);
      const value = isOne ? [low, undefined, undefined] : [undefined, low, high];
      const [first] = row.evidence;
      return [
        indicator,
        jurisdiction,
        row.period,
        row.kind,
        ...value,
        unit,
        row.qualifier,
        row.verdict,
        row.record,
        row.claim,
        row.label,
        first && (first.title ?? first.source),
        first?.text && visible(first.text),
      ];
    }),
  );
  return csvTable([head, ...rows]);
}
