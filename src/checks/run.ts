import { holdersOf, withAcceptances } from './acceptance.ts';
import { checkDate, checkFigure, type Distrusted } from './claims.ts';
import { collect } from './collect.ts';
import type { CheckContext, CheckInput } from './context.ts';
import type { ClaimedPlace, Finding, RecordResult } from './finding.ts';
import { byPlace, configured, problemFindings } from './findings.ts';
import { limited } from './limit.ts';
import { NamedText } from './named-text.ts';
import { NumberIndex } from './number-index.ts';
import { checkInOrder } from './operands.ts';
import type { Rule } from './rule.ts';
import { rules } from './rules/index.ts';
import { searchQuote } from './search-quote.ts';
import { type SourceState, stateOf } from './source-state.ts';

export type { CheckContext, CheckInput, OtherFigure } from './context.ts';

/**
 * Checks one record against the articles that its sources name. Pure but for what the functions of the input do: the
 * same input gives the same result. Never throws for what a record or an article holds.
 */
export function checkRecord(input: CheckInput): RecordResult {
  const { record } = input;
  const holders = holdersOf(record);
  const sources = record.sources.map((source) => stateOf(source, input.articles, input.search ?? searchQuote));
  const places: ClaimedPlace[] = [];
  const context: CheckContext = {
    input,
    record,
    sources,
    ruleIds,
    namesIn: remembered((state) => new NamedText(state.article?.text ?? '')),
    numbersIn: remembered((state) => new NumberIndex(state.article?.reading().quantities ?? [], input.units)),
    claimedPlaces: ({ source }) => places.filter((place) => place.source === source.id.value),
  };

  const aboutSources = withAcceptances(
    holders,
    sourceFindings(sources, context, (rule) => rule.severity !== 'off'),
  );
  const distrusted = distrustedIn(aboutSources, sources);
  const figures = checkInOrder(record.figures, (figure, operands) =>
    checkFigure(figure, operands, context, distrusted),
  );
  const dates = record.dates.map((claim) => checkDate(claim, context, distrusted));
  const claims = [...figures, ...dates];
  for (const { result } of claims) places.push(...result.places);

  const found = [
    ...aboutSources,
    ...claims.flatMap(({ findings }) => findings),
    ...withAcceptances(holders, [...recordFindings(context), ...optionalFindings(sources, context)]),
  ];
  const last = ofEverything.flatMap((rule) =>
    collectOne(rule, rule.afterwards && (() => rule.afterwards?.(context, found) ?? []), context),
  );
  const findings = [...problemFindings(input.problems), ...found, ...last].flatMap((finding) =>
    configured(finding, input.severities),
  );
  return {
    path: record.path,
    ...(record.id && { id: record.id.value }),
    claims: claims.map(({ result }) => result),
    findings: limited(findings.sort(byPlace)),
  };
}

const ruleIds = rules.map(({ id }) => id);
const ofRecords = rules.filter(({ record, agency }) => record ?? agency);
const ofSources = rules.filter(({ source }) => source);
const ofEverything = rules.filter(({ afterwards }) => afterwards);

function recordFindings(context: CheckContext): readonly Finding[] {
  return ofRecords.flatMap((rule) => [
    ...collectOne(rule, rule.record && (() => rule.record?.(context) ?? []), context),
    ...context.record.agencies.flatMap((use) =>
      rule.agency ? collect(rule, {}, use, () => rule.agency?.(use, context) ?? []).map(({ finding }) => finding) : [],
    ),
  ]);
}

const sourceFindings = (
  sources: readonly SourceState[],
  context: CheckContext,
  isWanted: (rule: Rule) => boolean,
): readonly Finding[] =>
  ofSources.filter(isWanted).flatMap((rule) =>
    sources.flatMap((state) => {
      const about = { source: state.source.id.value };
      const place = state.source.file ?? state.source;
      return rule.source
        ? collect(rule, about, place, () => rule.source?.(state, context) ?? []).map(({ finding }) => finding)
        : [];
    }),
  );

/** Rules that are off unless the configuration asks for them see every claim of the record, and so come last. */
const optionalFindings = (sources: readonly SourceState[], context: CheckContext): readonly Finding[] =>
  sourceFindings(
    sources,
    context,
    ({ id, severity }) => severity === 'off' && (context.input.severities[id] ?? 'off') !== 'off',
  );

function collectOne(
  rule: Rule,
  run: (() => ReturnType<NonNullable<Rule['record']>>) | undefined,
  { record }: CheckContext,
): readonly Finding[] {
  const place = record.id ?? { start: 0, end: 0 };
  return run ? collect(rule, {}, place, run).map(({ finding }) => finding) : [];
}

const distrustedIn = (findings: readonly Finding[], sources: readonly SourceState[]): Distrusted =>
  new Set([
    ...findings.flatMap(({ rule, source, accepted }) =>
      rule === 'source/changed' && accepted === undefined ? (source ?? []) : [],
    ),
    ...sources.flatMap(({ source }) => (source.hasBrokenChecksum ? source.id.value : [])),
  ]);

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
