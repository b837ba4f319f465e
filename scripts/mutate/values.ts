/** Wrong values: slips of scale, of digits and of separators, and the value of a neighbouring claim. */
import type { Exact } from '../../src/quantities/exact.ts';
import type { ClaimedNumber, ClaimedValue, FigureClaim } from '../../src/records/model.ts';
import { parseNumber, writeNumber } from '../../src/records/numbers.ts';
import { isPrinted, separatorsAllow, whyNotContradicted } from './contradiction.ts';
import { type Kind, type Maker, type Mutant, type Subject, some } from './mutant.ts';

/** The rule that names a wrong value, by what the claim rests on. */
export function rulesOfValue({ derived, evidence }: FigureClaim): readonly string[] {
  if (derived) return ['figure/derived'];
  return evidence.some(({ quote }) => quote === undefined) ? ['figure/not-in-source'] : ['figure/value'];
}

export const scaleMutants: Maker<FigureClaim> = (subject) => {
  const powers = subject.language === 'zh' ? [1, 2, 3, -3, 4, -4] : [1, 2, 3, -3, -1];
  const shifted = rewritten(subject, ({ value }) => powers.map((power) => writeNumber(value.times10(power))));
  const words = rewritten(subject, ({ text }) => otherScale(text));
  return [...mutants('scale', subject, shifted), ...mutants('scale', subject, words)];
};

/** The next scale word up or down: million and billion, and as exponents. */
function otherScale(text: string): readonly string[] {
  const swaps: readonly (readonly [from: RegExp, to: string])[] = [
    [/million$/, 'billion'],
    [/billion$/, 'million'],
    [/trillion$/, 'billion'],
    [/e9$/, 'e6'],
    [/e6$/, 'e9'],
    [/e12$/, 'e9'],
  ];
  return swaps.flatMap(([from, to]) => (from.test(text) ? [text.replace(from, to)] : []));
}

export const digitMutants: Maker<FigureClaim> = (subject) =>
  [swapped, changed, dropped, doubled].flatMap((slip) => {
    const texts = rewritten(subject, ({ text }) => slip(text));
    return mutants('digits', subject, some(texts, 2, subject.random));
  });

/** Offsets of the digits that are written before a scale word or an exponent. */
function places(text: string): readonly number[] {
  const mantissa = /^[-+]?[\d.]+/.exec(text)?.[0] ?? '';
  return [...mantissa].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
}

const put = (text: string, start: number, end: number, by: string): string =>
  text.slice(0, start) + by + text.slice(end);

const swapped = (text: string): readonly string[] =>
  places(text).flatMap((at) => {
    const [a = '', b = ''] = [text[at], text[at + 1]];
    return /\d/.test(b) && a !== b ? [put(text, at, at + 2, b + a)] : [];
  });

const changed = (text: string): readonly string[] =>
  places(text).flatMap((at) => [1, 4, 9].map((step) => put(text, at, at + 1, String((Number(text[at]) + step) % 10))));

const dropped = (text: string): readonly string[] =>
  places(text).length < 2 ? [] : places(text).map((at) => put(text, at, at + 1, ''));

const doubled = (text: string): readonly string[] => places(text).map((at) => put(text, at, at, text[at] ?? ''));

export const separatorMutants: Maker<FigureClaim> = (subject) => {
  const texts = rewritten(subject, ({ text }) => misread(text));
  return mutants('separators', subject, texts);
};

/** `1048` as `1.048` and `5.72` as `572`. */
function misread(text: string): readonly string[] {
  const [number = ''] = /^[-+]?[\d.]+/.exec(text) ?? [];
  const rest = text.slice(number.length);
  if (number.includes('.')) return [number.replace('.', '') + rest];
  return rest === '' && number.length > 3 ? [`${number.slice(0, -3)}.${number.slice(-3)}`] : [];
}

/** The values of the claims before and behind, and of two others of the record; the unit stays. */
export const neighbourMutants: Maker<FigureClaim> = (subject) => {
  const { claim, record, random } = subject;
  const at = record.figures.findIndex(({ start }) => start === claim.start);
  const near = [record.figures[at - 1], record.figures[at + 1]].flatMap((figure) => figure ?? []);
  const others = some(
    record.figures.filter((figure) => figure !== claim && !near.includes(figure)),
    2,
    random,
  );
  const texts = [...near, ...others].map(({ value }) => record.text.slice(value.start, value.end));
  return mutants('neighbour', subject, texts);
};

/** The texts that may stand in the place of the value: one of its numbers changed each. */
function rewritten(
  { claim }: Subject<FigureClaim>,
  change: (number: ClaimedNumber) => readonly string[],
): readonly string[] {
  const { value } = claim.value;
  if (value.kind === 'number') return change(value.number);
  return [
    ...change(value.min).map((text) => `[${text}, ${value.max.text}]`),
    ...change(value.max).map((text) => `[${value.min.text}, ${text}]`),
  ];
}

function mutants(kind: Kind, subject: Subject<FigureClaim>, texts: readonly string[]): readonly Mutant[] {
  const { claim, record } = subject;
  const { start, end } = claim.value;
  return [...new Set(texts)].flatMap((newText): readonly Mutant[] => {
    const value = readValue(newText);
    if (!value || sameValue(value, claim.value.value)) return [];
    const isDoubtful = value.kind === 'number' && separatorsAllow(subject, value.number.value);
    const excused = isDoubtful ? 'the separators can be read both ways' : whyNotContradicted(subject, value);
    return [
      {
        kind,
        what: `value ${record.text.slice(start, end)} → ${newText}`,
        edit: { start, end, newText },
        rules: [...rulesOfValue(claim), ...(isOfAnotherThing(subject, value) ? ['figure/unit'] : [])],
        ...(excused !== undefined && { excused }),
      },
    ];
  });
}

/** The passage prints the number too, of something else: then it is the thing that is wrong as much as the number. */
const isOfAnotherThing = ({ grounds }: Subject<FigureClaim>, value: ClaimedValue): boolean =>
  value.kind === 'number' && grounds.some((ground) => isPrinted(value.number, ground));

/** A value as the record would read it; undefined for what is none, such as a range whose ends do not ascend. */
function readValue(text: string): ClaimedValue | undefined {
  const [, low, high] = /^\[([^,]+),([^\]]+)\]$/.exec(text) ?? [];
  if (low === undefined || high === undefined) {
    const number = isPlain(text) ? parseNumber(text) : undefined;
    return number && { kind: 'number', number };
  }
  const [min, max] = [low, high].map((end) => (isPlain(end.trim()) ? parseNumber(end.trim()) : undefined));
  return min && max && min.value.compare(max.value) < 0 ? { kind: 'range', min, max } : undefined;
}

/** No zero before other digits, and digits on both sides of a point. */
const isPlain = (text: string): boolean => !/^[-+]?0\d/.test(text) && !/^[-+]?\.|\.(?!\d)/.test(text);

const sameValue = (a: ClaimedValue, b: ClaimedValue): boolean => {
  const ends = (value: ClaimedValue): readonly Exact[] =>
    value.kind === 'number' ? [value.number.value] : [value.min.value, value.max.value];
  const [left, right] = [ends(a), ends(b)];
  return left.length === right.length && left.every((end, at) => right[at]?.equals(end));
};
