import { currencyCodes } from '../../quantities/money.ts';
import { nounConcepts } from '../../quantities/nouns.ts';
import { unitName, unitSymbols } from '../unit-names.ts';
import { type Choice, kinds, scalar } from './choice.ts';
import { bearing, unclaimed } from './claim.ts';
import type { Request } from './request.ts';
import { unitOf } from './values.ts';

/** Units: first those that the article prints with this number, then of its other numbers, then all that are known. */
export function unitChoices(request: Request): Choice[] {
  const bears = bearing(request);
  const offers = bears.length > 0 ? bears : unclaimed(request, ({ kind }) => kind !== 'date');
  const printed = new Map<string, string>();
  for (const offer of offers) {
    const unit = unitOf(offer.quantity);
    if (unit !== undefined && !printed.has(unit)) printed.set(unit, offer.words.excerpt);
  }
  const { units, nouns } = request.draft.project.configuration;
  const own = [...Object.keys(units), ...Object.keys(nouns)].filter((unit) => !printed.has(unit));
  return [
    ...[...printed].map(([unit, sentence]) => unitChoice(unit, `in the article: ${sentence}`)),
    ...own.map((unit) => unitChoice(unit, undefined)),
    ...everyUnit().filter(({ label }) => !printed.has(label) && !own.includes(label)),
  ];
}

let built: readonly Choice[] | undefined;

/** The units and nouns of the tables. */
function everyUnit(): readonly Choice[] {
  built ??= [
    ...new Set([...unitSymbols(), ...currencyCodes, ...nounConcepts().map((concept) => concept.replaceAll('-', ' '))]),
  ].map((unit) => unitChoice(unit, undefined));
  return built;
}

function unitChoice(unit: string, sentence: string | undefined): Choice {
  const name = unitName(unit);
  return {
    label: unit,
    kind: kinds.unit,
    ...((sentence ?? name) !== undefined && { detail: sentence ?? name ?? '' }),
    ...(sentence !== undefined && name !== undefined && { documentation: name }),
    insert: scalar(unit),
    words: name === undefined ? [] : [name],
  };
}
