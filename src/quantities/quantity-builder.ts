import type { Item } from './item-model.ts';
import type { NounReading } from './noun-reader.ts';
import type { Numeral } from './numeral-model.ts';
import { dataOf } from './phrases.ts';
import { type QualifierReading, qualifierAfter, qualifierBefore } from './qualifier-reader.ts';
import type { Quantity, QuantityKind } from './quantity.ts';
import { A, B } from './roles.ts';
import type { Scope } from './scope.ts';

/** What stands round a number and belongs to it. */
export interface Surroundings {
  readonly qualifier: QualifierReading | undefined;
  readonly cutoff: boolean;
  /** *multiplied by 3*: the number says how many times. */
  readonly multiple: boolean;
  /** 增长 before 1.5倍: how many times is added to the whole. */
  readonly growth?: 'added' | 'loose' | undefined;
}

/** Looks before `start` and behind each of `ends`. */
export function surroundingsOf(
  scope: Scope,
  start: number,
  ends: readonly number[],
  isTime: boolean,
  isShare = false,
  isTimes = true,
): Surroundings {
  const before = qualifierBefore(scope, start, isTime, isShare);
  const after = before && before.qualifier !== 'more-than' ? undefined : qualifierAfter(scope, ends);
  // *More than 70 % is in no case paid*: the words behind say that the bound is not passed.
  const qualifier =
    before && after?.qualifier === 'at-most' ? { ...before, qualifier: after.qualifier } : (before ?? after);
  const end = ends[0];
  const cutoff =
    scope.before(start, B.cutoff) !== undefined || (end !== undefined && scope.after(end, A.cutoff) !== undefined);
  // *multiplié par plus de trois*: before the words of the qualifier too.
  const times =
    scope.before(start, B.multiple) ??
    (qualifier !== undefined && qualifier.start < start ? scope.before(qualifier.start, B.multiple) : undefined);
  const what = times && dataOf<true | 'added' | 'loose'>(times, B.multiple);
  if (times === undefined || what === true) return { cutoff, multiple: what === true, qualifier };
  // 高出1.2倍: words that say by how much are no bound.
  const bounds = qualifier && (isShare || !isTimes || qualifier.start < times.start || qualifier.start >= times.end);
  return { cutoff, multiple: false, qualifier: bounds ? qualifier : undefined, growth: what };
}

function kindOf(item: Item): QuantityKind {
  const { numeral, unit } = item;
  if (numeral.hundredths) return 'percentage';
  if (numeral.kind === 'ordinal') return 'ordinal';
  if (numeral.kind === 'multiple') return 'multiple';
  if (unit) return unit.kind;
  return numeral.kind === 'fraction' ? 'fraction' : 'number';
}

function unitOf(item: Item): string | undefined {
  const kind = kindOf(item);
  if (kind === 'ordinal') return 'rank';
  if (kind === 'multiple') return 'times';
  return item.numeral.hundredths ? '%' : item.unit?.unit;
}

/** The quantity that an item states, or with `last` the range from one to the other. */
export function quantityOf(
  scope: Scope,
  item: Item,
  last: Item | undefined,
  around: Surroundings,
  noun: NounReading | undefined,
  change?: 'increase' | 'decrease',
): Quantity {
  const { numeral } = item;
  const measured = item.unit ? item : (last ?? item);
  const multiplied = around.multiple && !measured.unit && !numeral.kind;
  const unit = multiplied ? 'times' : unitOf(measured);
  const end = Math.max(item.end, last?.end ?? 0);
  const numberEnd = Math.max(numeral.end, last?.numeral.end ?? 0);
  const qualifier = around.qualifier?.qualifier ?? numeral.qualifier ?? last?.numeral.qualifier;
  // Things that are counted come whole: a doubtful point among them groups digits.
  const { value, other } = noun !== undefined && unit === undefined ? whole(numeral) : numeral;
  const quantity: { -readonly [Key in keyof Quantity]: Quantity[Key] } = {
    start: item.start,
    end,
    kind: multiplied ? 'multiple' : kindOf(measured),
    digits: { start: numeral.start, end: last ? last.numeral.digitsEnd : numeral.digitsEnd },
    number: { start: numeral.start, end: numberEnd },
  };
  if (last && numeral.value && last.numeral.value) {
    quantity.min = numeral.value;
    quantity.max = last.numeral.value;
  } else if (numeral.min && numeral.max) {
    quantity.min = numeral.min;
    quantity.max = numeral.max;
  } else if (value) quantity.value = value;
  if (other && !last) quantity.otherReading = other;
  if (measured.numeral.power) quantity.power = measured.numeral.power;
  if (unit !== undefined) quantity.unit = unit;
  if (measured.unit?.choices) quantity.unitChoices = measured.unit.choices;
  const per = measured.unit?.per ?? last?.unit?.per;
  if (per !== undefined) quantity.per = per;
  if (qualifier) quantity.qualifier = qualifier;
  if (around.qualifier) quantity.qualifierSpan = { start: around.qualifier.start, end: around.qualifier.end };
  if (noun) {
    quantity.noun = scope.text.slice(noun.span.start, noun.span.end);
    // Its own, as numbers that are listed share their noun: a reading is moved in place.
    quantity.nounSpan = { start: noun.span.start, end: noun.span.end };
    if (noun.concepts) quantity.concepts = noun.concepts;
    if (noun.classifier) quantity.classifier = true;
  }
  if (numeral.form === 'words' || numeral.kind === 'fraction') quantity.inWords = true;
  if (change) quantity.change = change;
  if (around.growth && quantity.kind === 'multiple') quantity.growth = around.growth;
  if (around.cutoff) quantity.cutoff = true;
  return quantity;
}

function whole(numeral: Numeral): Pick<Numeral, 'value' | 'other'> {
  const { value, other, scaled } = numeral;
  if (!other || scaled || !value) return numeral;
  return { value: value.isInteger() ? value : other, other: undefined };
}
