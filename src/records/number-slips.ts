import { Exact } from '../quantities/exact.ts';
import { maxMagnitude } from './limits.ts';
import { parseNumber, writeNumber } from './numbers.ts';
import { scalePower } from './scales.ts';

/** What somebody wrote in place of a number, and what should stand there. */
export interface NumberSlip {
  readonly message: string;
  /** What to write instead. */
  readonly suggestion?: string;
  /** Whether the suggestion is beyond doubt, so that the figure is read by it. */
  readonly certain?: boolean;
  /** What belongs under `unit` or `qualifier` and was written into the value. */
  readonly beside?: { readonly key: 'unit' | 'qualifier'; readonly value: string };
}

/** Says what is wrong with a number that `parseNumber` does not take. `shown` is the text as it is written. */
export function diagnose(shown: string): NumberSlip {
  const text = ascii(shown);
  for (const look of looks) {
    const slip = look(text, shown);
    if (slip) return slip;
  }
  return {
    message: `\`${cut(shown)}\` is no number that a record can hold: write it in digits, such as 2400, 5610.60 or 350 billion.`,
  };
}

type Look = (text: string, shown: string) => NumberSlip | undefined;

const truths = /^(?:true|false|yes|no|on|off|null|none|n\/?a|unknown|~)$/i;
const based = /^[-+]?0[xob][\da-f]+$/i;
const groups = /^([-+]?\d{1,3}(?:[ '’_]\d{3})+)(?:[.,](\d+))?$/;

/** In order: the first that recognises the text speaks. */
const looks: readonly Look[] = [
  (text) => (text === '' ? { message: 'The value is empty: write the number that the article states.' } : undefined),
  (text, shown) =>
    truths.test(text)
      ? {
          message: `\`${shown}\` is a word and no number: write the number that the article states, or take the figure out.`,
        }
      : undefined,
  (text, shown) =>
    /^[-+]?\.?(?:inf(?:inity)?|nan)$/i.test(text)
      ? { message: `\`${shown}\` is no quantity that an article can state: write the number in digits.` }
      : undefined,
  inAnotherBase,
  tooLarge,
  grouped,
  withSeparators,
  withScale,
  withPercent,
  withQualifier,
  asRange,
  asFraction,
  inWords,
  withUnit,
];

/** Full-width and Arabic-Indic digits and every kind of space as plain ones. */
const ascii = (text: string): string =>
  text
    .replace(/(\d)(?=[¼-¾⅐-⅞])/g, '$1 ')
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s+/g, ' ')
    .replace(/^[−–](?=\d)/, '-')
    .trim();

function inAnotherBase(text: string, shown: string): NumberSlip | undefined {
  if (!based.test(text)) return undefined;
  const value = Number(text.replace(/^[-+]/, ''));
  const also = Number.isSafeInteger(value) ? ` (YAML reads ${text.startsWith('-') ? -value : value})` : '';
  return { message: `\`${cut(shown)}\` is a number as programmers write it${also}: write it in plain digits.` };
}

function tooLarge(text: string, shown: string): NumberSlip | undefined {
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return undefined;
  const plain = parseNumber(text);
  if (plain) return fullWidth(plain.text, shown);
  return {
    message: `\`${cut(shown)}\` is beyond every number of a policy (more than ${maxMagnitude} digits): check its exponent.`,
  };
}

const fullWidth = (text: string, shown: string): NumberSlip => ({
  message: `\`${cut(shown)}\` is not written in plain digits: write ${text}.`,
  suggestion: text,
  certain: true,
});

function grouped(text: string, shown: string): NumberSlip | undefined {
  const match = groups.exec(text);
  const suggestion = match
    ? `${(match[1] ?? '').replace(/[ '’_]/g, '')}${match[2] ? `.${match[2]}` : ''}`
    : /^[-+]?\d[\d_]*\d$/.test(text)
      ? text.replace(/_/g, '')
      : undefined;
  if (suggestion === undefined) return undefined;
  return {
    message: `\`${cut(shown)}\` has separators between its digits, which a record does without: write ${suggestion}.`,
    suggestion,
    certain: true,
  };
}

function withSeparators(text: string, shown: string): NumberSlip | undefined {
  const suggestion = withoutSeparators(text);
  if (suggestion !== undefined) {
    return {
      message: `\`${cut(shown)}\` has separators that a record does without: write ${suggestion}, with a point for decimals only.`,
      suggestion,
      certain: true,
    };
  }
  if (!/^[-+]?\d{1,3},\d{3}$/.test(text)) return undefined;
  const thousands = text.replace(',', '');
  return {
    message: `\`${text}\` can be read in two ways: write ${thousands} if the comma stands between thousands, or ${text.replace(',', '.')} if it is a decimal comma.`,
    suggestion: thousands,
  };
}

/** A number with commas and points whose reading is beyond doubt. */
function withoutSeparators(text: string): string | undefined {
  if (/^[-+]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/.test(text) || /^[-+]?\d{1,3},\d{3}\.\d+$/.test(text))
    return text.replace(/,/g, '');
  if (/^[-+]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text) || /^[-+]?\d{1,3}\.\d{3},\d+$/.test(text)) {
    return text.replace(/\./g, '').replace(',', '.');
  }
  if (/^[-+]?\d+,\d+$/.test(text) && !/^[-+]?[1-9]\d{0,2},\d{3}$/.test(text)) return text.replace(',', '.');
  return undefined;
}

function withScale(text: string, shown: string): NumberSlip | undefined {
  const match = /^([-+]?\d[\d., '’]*?) ?(\p{L}+\.?)$/u.exec(text);
  const [, digits = '', word = ''] = match ?? [];
  const power = scalePower(word);
  if (power === undefined) return undefined;
  const plain = parseNumber(digits)?.text ?? grouped(digits, digits)?.suggestion ?? withoutSeparators(digits);
  const number = plain === undefined ? undefined : parseNumber(plain);
  if (!number) {
    return {
      message: `\`${cut(shown)}\` is no number that a record can hold: write its digits plainly and an English scale word, as in 350 billion.`,
    };
  }
  const suggestion = writeNumber(number.value.times10(power));
  const english = /^(?:thousand|million|billion|trillion)s?$/i.test(word);
  const reason = english
    ? `is written a little differently from what a record takes`
    : `has the scale word “${word}”, and a record takes only thousand, million, billion and trillion`;
  return { message: `\`${cut(shown)}\` ${reason}: write ${suggestion}.`, suggestion, certain: true };
}

function withPercent(text: string, shown: string): NumberSlip | undefined {
  const match = /^(.*\d) ?(?:%|percent|per cent|pour cent|prozent|pct)$/i.exec(text);
  if (!match) return undefined;
  const number = plainly(match[1] ?? '');
  return beside(shown, number, 'unit', '%');
}

const qualifiers: readonly (readonly [RegExp, string])[] = [
  [/^(?:~|≈|∼|about|around|circa|ca\.?|approximately|environ|rund|约)$/i, 'about'],
  [/^(?:>|more than|over|above|plus de|mehr als|超过?|逾)$/i, 'more-than'],
  [/^(?:>=|≥|at least|au moins|mindestens|至少)$/i, 'at-least'],
  [/^(?:<|less than|under|below|moins de|weniger als)$/i, 'less-than'],
  [/^(?:<=|≤|at most|up to|jusqu'à|höchstens|bis zu)$/i, 'at-most'],
  [/^(?:nearly|almost|près de|knapp|近|接近)$/i, 'nearly'],
];

function withQualifier(text: string, shown: string): NumberSlip | undefined {
  const [, before, behind = ''] = /^(.*\d(?: ?[十百千万亿]+)?) ?(\+|以上|多|余)$/.exec(text) ?? [];
  if (before !== undefined)
    return beside(shown, plainly(before), 'qualifier', /[多余]/.test(behind) ? 'more-than' : 'at-least');
  const match = /^([^\d-]+?) ?(\d.*)$/.exec(text);
  const qualifier = qualifiers.find(([words]) => words.test(match?.[1] ?? ''))?.[1];
  if (!match || qualifier === undefined) return undefined;
  return beside(shown, plainly(match[2] ?? ''), 'qualifier', qualifier);
}

/** The number in the format's own spelling, where one can be made out. */
function plainly(text: string): string | undefined {
  const trimmed = text.trim();
  if (parseNumber(trimmed)) return trimmed;
  const suggestion = grouped(trimmed, trimmed) ?? withSeparators(trimmed, trimmed) ?? withScale(trimmed, trimmed);
  return suggestion?.certain ? suggestion.suggestion : undefined;
}

function beside(shown: string, number: string | undefined, key: 'unit' | 'qualifier', value: string): NumberSlip {
  const message = `\`${cut(shown)}\` holds more than the number: write ${number ?? 'the number'} here and ${value} under \`${key}\`.`;
  return number === undefined ? { message } : { message, suggestion: number, beside: { key, value } };
}

function asRange(text: string, shown: string): NumberSlip | undefined {
  const match = /^(\d[^-–—~]*?) ?(?:[-–—~]|\.\.+| to | bis | à |到|至) ?(\d[^-–—~]*)$/.exec(text);
  const low = match && plainly(match[1] ?? '');
  const high = match && plainly(match[2] ?? '');
  if (!low || !high) return undefined;
  const suggestion = `[${low}, ${high}]`;
  return {
    message: `\`${cut(shown)}\` is a range, which a record writes in brackets: write ${suggestion}.`,
    suggestion,
  };
}

function asFraction(text: string, shown: string): NumberSlip | undefined {
  const match = /^(?:(\d{1,9}) )?(\d{1,9}) ?[/⁄] ?(\d{1,9})$/.exec(text);
  if (!match || Number(match[3]) === 0) return undefined;
  const value = Exact.ratio(Number(match[1] ?? 0) * Number(match[3]) + Number(match[2]), Number(match[3]));
  if (!value.isDecimal()) {
    return {
      message: `\`${cut(shown)}\` is a fraction: write it as a decimal (0.33), or in percent (33.3) with the unit "%".`,
    };
  }
  return { message: `\`${cut(shown)}\` is a fraction: write ${value.toString()}.`, suggestion: value.toString() };
}

function inWords(text: string, shown: string): NumberSlip | undefined {
  if (!/^[\p{L}' -]+$/u.test(text)) return undefined;
  return { message: `\`${cut(shown)}\` is written in words: write the number in digits, such as 4 or 350 billion.` };
}

function withUnit(text: string, shown: string): NumberSlip | undefined {
  const match = /^(?:([^\d\s+-]+) ?)?([-+]?\d[\d.,]*(?: (?:thousand|million|billion|trillion))?) ?(\D*)$/.exec(text);
  const around = `${match?.[1] ?? ''} ${match?.[3] ?? ''}`.trim();
  if (!match || around === '') return undefined;
  const number = plainly(match[2] ?? '');
  return {
    message: `\`${cut(shown)}\` holds more than the number: write ${number ?? 'the number'} here, and what “${cut(around)}” says under \`unit\`.`,
  };
}

const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
