import type { ClaimedValue } from '../records/model.ts';
import type { ClaimPlace, OtherFigure, SharedFigure, Variant } from './context.ts';

/**
 * The figures of one indicator by what they are about and what they claim of it, so that a thousand records that agree are
 * compared with another one once and not a thousand times.
 */
export class Variants {
  private readonly byPlace = new Map<string, readonly Variant[]>();

  /** @param figures of one indicator, in the order of paths. */
  constructor(figures: readonly OtherFigure[]) {
    const places = new Map<string, Map<string, [OtherFigure, ...OtherFigure[]]>>();
    for (const other of figures) {
      const place = keyOf(placeOf(other.figure, other.jurisdiction));
      const claims = places.get(place) ?? new Map<string, [OtherFigure, ...OtherFigure[]]>();
      places.set(place, claims);
      const claim = claimOf(other.figure);
      const same = claims.get(claim);
      if (same) same.push(other);
      else claims.set(claim, [other]);
    }
    for (const [place, claims] of places) this.byPlace.set(place, [...claims.values()]);
  }

  at(place: ClaimPlace): readonly Variant[] {
    return this.byPlace.get(keyOf(place)) ?? [];
  }
}

/** @param jurisdiction Of its record. */
export function placeOf(
  { indicator, kind, period, jurisdiction: own }: SharedFigure,
  jurisdiction?: string,
): ClaimPlace {
  const where = own?.value ?? jurisdiction;
  return {
    indicator: indicator?.value ?? '',
    kind,
    ...(period && { period: period.value }),
    ...(where !== undefined && { jurisdiction: where }),
  };
}

const keyOf = ({ kind, period, jurisdiction }: ClaimPlace): string => JSON.stringify([kind, period, jurisdiction]);

const claimOf = ({ value, unit, qualifier }: SharedFigure): string =>
  JSON.stringify([written(value.value), unit?.value, qualifier?.value]);

function written(value: ClaimedValue): readonly (string | number)[] {
  const numbers = value.kind === 'number' ? [value.number] : [value.min, value.max];
  return [value.kind, ...numbers.flatMap(({ text, precision, value: exact }) => [text, precision, exact.toString()])];
}
