import type { UnitAgreement, UnitOptions } from '../quantities/agreement.ts';
import type { Exact } from '../quantities/exact.ts';
import type { Qualifier, Quantity } from '../quantities/quantity.ts';
import type { FigureClaim } from '../records/model.ts';
import { compareQualifiers, type QualifierAgreement } from './compare-qualifiers.ts';
import { compareValues, type ValueAgreement } from './compare-values.ts';
import { type Understanding, understandings } from './understand.ts';

/** A quantity of the article beside a claim, and how each part of the two relates. */
export interface Candidate {
  readonly quantity: Quantity;
  /** The way of taking the quantity that fits the claim best. */
  readonly way: Understanding;
  readonly value: ValueAgreement;
  readonly unit: UnitAgreement;
  readonly qualifier: QualifierAgreement;
  /** The record has a unit and the article prints one, or a noun. */
  readonly explicit: boolean;
  /** How well it fits: the value counts most, then the unit, then the qualifier, then how near the number is. */
  readonly score: number;
}

/** Of a number that is denied: more than of another number, less than of the same one that is not. */
const deniedScore = 6;
const valueScores: Readonly<Record<ValueAgreement, number>> = { same: 24, rounded: 18, bound: 21, other: 0 };
const unitScores: Readonly<Record<UnitAgreement, number>> = { agree: 9, unknown: 7, disagree: 0 };
const qualifierScores: Readonly<Record<QualifierAgreement, number>> = { agree: 2, differ: 1, opposite: 0 };

/** Compares a claim with one quantity. */
export function compare(claim: FigureClaim, quantity: Quantity, options: UnitOptions): Candidate {
  const claimed = { value: claim.value.value, qualifier: claim.qualifier?.value };
  const explicit = claim.unit !== undefined && (quantity.unit !== undefined || quantity.noun !== undefined);
  let best: Candidate | undefined;
  for (const way of understandings(quantity, claim.unit?.value, options)) {
    const compared = compareValues(claimed, quantity, way);
    // *not 45 but 54*: what the article denies bears nothing out.
    const value = quantity.denied ? 'other' : compared;
    const qualifier = qualifierOf(value, claimed.qualifier, quantity);
    const score =
      (quantity.denied && compared === 'same' ? deniedScore : valueScores[value]) +
      unitScores[way.unit] +
      qualifierScores[qualifier] +
      (explicit ? 1 : 0) +
      (value === 'same' ? nearest : nearness(claim, way));
    if (!best || score > best.score) best = { quantity, way, value, unit: way.unit, qualifier, explicit, score };
  }
  if (!best) throw new Error('a quantity can be taken in no way');
  return best;
}

/** A bound that a range entails has the qualifier of the record, and so has a number that the record rounds itself. */
function qualifierOf(value: ValueAgreement, claimed: Qualifier | undefined, quantity: Quantity): QualifierAgreement {
  if (value === 'bound') return 'agree';
  if (value === 'rounded' && claimed === 'about' && quantity.qualifier === undefined) return 'agree';
  return compareQualifiers(claimed, quantity.qualifier);
}

const nearest = 0.95;

/**
 * Below 1: how near the numbers are, on the scale of their magnitudes. Only ranks candidates that do not fit. The same
 * digits at another power of ten are nearest, for they are what a slip of scale leaves.
 */
function nearness(claim: FigureClaim, way: Understanding): number {
  const claimed = claim.value.value.kind === 'number' ? claim.value.value.number.value : claim.value.value.min.value;
  const printed = way.value ?? way.min ?? way.max;
  if (!printed || printed.sign() === 0 || claimed.sign() === 0) return 0;
  const powers = Math.abs(Math.log10(magnitude(claimed)) - Math.log10(magnitude(printed)));
  const isPower = Math.abs(powers - Math.round(powers)) < 1e-12 * (1 + powers);
  return isPower ? nearest : 0.9 / (1 + powers);
}

const magnitude = (value: Exact): number =>
  Math.max(Number.MIN_VALUE, Math.min(Math.abs(value.toNumber()), Number.MAX_VALUE));

/** Whether the article's number is the claimed one, in a unit that does not speak against it. */
export const fits = (candidate: Candidate): boolean => candidate.value !== 'other' && candidate.unit !== 'disagree';

/** Whether it says all that is claimed, or at worst less than the record does, but never the opposite. */
export const supports = (candidate: Candidate): boolean => fits(candidate) && candidate.qualifier !== 'opposite';
