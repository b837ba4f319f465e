import { besideOthers } from './beside-others.ts';
import { ChangeWatch } from './change.ts';
import { classAt, classes, DIGIT, IDEOGRAPH, LETTER, pastLetters, VULGAR } from './characters.ts';
import { isDayOfWeek, timeOfDay } from './clock.ts';
import { countsAfterLabel, isCounted, isCountedLikeYear, isName, ranksBefore } from './counting.ts';
import { dateQuantity } from './date-quantity.ts';
import { type DateReading, dateAtMonth, datesAt, dateWithDay, isYear, marked, markedFromYear } from './dates.ts';
import { monthSpan, withMarkedDays, withSecondDay } from './day-spans.ts';
import { isDenied } from './denial.ts';
import type { Separators } from './digits.ts';
import { enumerated } from './enumerations.ts';
import { itemOf, joinsMeasure, joinsParts, nounOf } from './item.ts';
import type { Item } from './item-model.ts';
import { labelBefore } from './labels.ts';
import { withLateUnit } from './late-units.ts';
import type { Lexicon } from './lexicon.ts';
import {
  bracketedReference,
  codeWithZero,
  inQuotation,
  isMarker,
  nameAfter,
  nameBefore,
  numbersDocument,
} from './names.ts';
import { NegationWatch } from './negation-watch.ts';
import { readNoun } from './noun-reader.ts';
import { digitNumeral, vulgarNumeral } from './numeral.ts';
import { altered, type Numeral } from './numeral-model.ts';
import { amongRanked } from './part-of-many.ts';
import { periodAt, quarterAt } from './periods.ts';
import type { PeriodMention, Quantity, Reading } from './quantity.ts';
import { quantityOf, surroundingsOf } from './quantity-builder.ts';
import { type Pair, pairWith } from './ranges.ts';
import {
  followsRank,
  judged,
  type OrdinalReading,
  ordinalBehindMark,
  ordinalInDigits,
  sharesMark,
  suspendedOrdinal,
} from './ranks.ts';
import { A, N } from './roles.ts';
import { Scope } from './scope.ts';
import { pastFraction, shareOf } from './shares.ts';
import { isSign, SIGNS } from './signs.ts';
import { pastRoundBase } from './unit-before.ts';
import { pluralOfNumber, spansOfTime } from './unit-model.ts';
import { lettersFollow } from './unit-reader.ts';
import { withinIdiom, wordNumeral } from './worded.ts';

/** One pass over a text, from left to right, that reads everything that it states as a quantity. */
export class Scan {
  private readonly quantities: Quantity[] = [];
  private readonly periods: PeriodMention[] = [];
  private readonly scope: Scope;
  private readonly change: ChangeWatch;
  private readonly negation: NegationWatch;
  /** Where the last name with a number ended; what stands right behind it is part of it. */
  private namedTo = -1;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
    separators?: Separators,
  ) {
    this.scope = new Scope(text, lexicon, separators);
    this.change = new ChangeWatch(this.scope);
    this.negation = new NegationWatch(this.scope);
  }

  run(): Reading {
    const { text, lexicon } = this;
    const { tokens, triggers } = lexicon;
    const { length } = text;
    let i = 0;
    while (i < length) {
      const code = text.charCodeAt(i);
      const kind = classes[code] as number;
      if (kind === LETTER) {
        if (triggers.mayPass(text, i)) {
          const token = tokens.startingAt(text, i);
          // The token of a word that is longer than any known ends inside it.
          const end = pastLetters(text, tokens.border);
          i = triggers.passes(token, text, i) ? this.atWord(i, end) : end;
        } else i = pastLetters(text, i + 1);
      } else if (kind === DIGIT) i = this.atDigits(i);
      else if (kind === IDEOGRAPH) i = triggers.startsIdeograph(code) ? this.atWord(i, i + 1) : i + 1;
      else if (kind === VULGAR) i = this.settle(vulgarNumeral(text, i));
      else i++;
    }
    return {
      quantities: besideOthers(this.scope, this.quantities),
      periods: this.periods,
    };
  }

  /** Reads on from digits; returns where the scan goes on. */
  private atDigits(offset: number): number {
    const { scope, text, lexicon } = this;
    const named = nameBefore(scope, offset) ?? bracketedReference(text, offset) ?? codeWithZero(scope, offset);
    if (named !== undefined && !this.startsDate(offset) && !joinsMeasure(scope, this.quantities.at(-1), offset))
      return Math.max(named, offset + 1);
    const quarter = quarterAt(scope, offset);
    if (quarter) {
      this.periods.push(quarter);
      return quarter.end;
    }
    const months = monthSpan(scope, offset);
    const dates = datesAt(scope, offset);
    if (dates.length > 0) return this.addDates(dates);
    if (months !== undefined) return months;
    const idiom = lexicon.number.match(text, offset, N.notQuantity);
    const numeral = digitNumeral(scope, offset);
    if ('skipTo' in numeral) return numeral.skipTo;
    if ((idiom && idiom.end >= numeral.end) || withinIdiom(scope, numeral))
      return Math.max(idiom?.end ?? 0, numeral.end);
    const ordinal = ordinalInDigits(scope, numeral, followsRank(text, this.quantities, offset));
    if (ordinal) return this.addOrdinal(ordinal);
    const coded = nameAfter(scope, numeral);
    if (coded !== undefined) return Math.max(coded, numeral.end);
    if (isYear(numeral.integer) && numeral.length === 4) {
      const end = this.atYear(numeral, numeral.integer);
      if (end !== undefined) return end;
    }
    if ((numeral.leadingZero && !numeral.decimal) || numbersDocument(text, offset)) return numeral.end;
    return this.settle(numeral);
  }

  /** `03.05.2025` starts with a zero and is no code. */
  private startsDate(offset: number): boolean {
    return this.text[offset] === '0' && datesAt(this.scope, offset).length > 0;
  }

  /** A year is none where something is counted by it: *2000 entreprises*, *plus de 2000*. */
  private atYear(numeral: Numeral, year: number): number | undefined {
    const { scope, text } = this;
    const mark = scope.after(numeral.end, A.year);
    if (!mark && isCountedLikeYear(scope, numeral, year)) return undefined;
    const period = periodAt(scope, numeral.start, year);
    if (lettersFollow(text, period.end) && !mark) return period.end;
    this.periods.push(period);
    return period.end;
  }

  private addDates(dates: readonly DateReading[]): number {
    let end = 0;
    const all = dates.length === 1 ? withMarkedDays(this.scope, dates[0] as DateReading) : dates;
    for (const date of all) {
      end = date.end;
      this.quantities.push(dateQuantity(this.scope, date));
      if (!date.date.startsWith('-')) {
        const period = date.date.slice(0, 7);
        const aside = inQuotation(this.text, date.start, date.end) ? { aside: 'name' as const } : {};
        this.periods.push({ start: date.start, end: date.end, period, ...aside });
      }
    }
    return end;
  }

  /** Reads on from a word at which a number, a date or a word of change may start. */
  private atWord(offset: number, wordEnd: number): number {
    const { scope, text, lexicon } = this;
    // The first word of some phrase, but not the phrase; nor a number that is compounded of parts.
    if (lexicon.number.rolesAt(text, offset) === 0 && (lexicon.compoundParts.size === 0 || wordEnd - offset < 4))
      return wordEnd;
    const quarter = quarterAt(scope, offset);
    if (quarter) {
      this.periods.push(quarter);
      return quarter.end;
    }
    const month = dateAtMonth(scope, offset);
    if (month) return this.addDates(withSecondDay(scope, month));
    const marked = ordinalBehindMark(scope, offset, followsRank(text, this.quantities, offset));
    if (marked) return Math.max(this.addMarked(offset, marked), wordEnd);
    const suspended = suspendedOrdinal(scope, offset, wordEnd);
    if (suspended) return this.addOrdinal(suspended);
    const numeral = wordNumeral(scope, offset);
    if (!numeral) {
      this.change.note(offset);
      return wordEnd;
    }
    if ('skipTo' in numeral) return Math.max(numeral.skipTo, wordEnd);
    if (numeral.kind === 'ordinal') {
      const day = numeral.value
        ? dateWithDay(scope, numeral.start, numeral.end, Number(numeral.value.toString()))
        : undefined;
      return day
        ? this.addDates([day])
        : this.addOrdinal(judged(scope, numeral, followsRank(text, this.quantities, offset)));
    }
    const named = nameAfter(scope, numeral);
    if (named !== undefined) return Math.max(named, wordEnd);
    const shared = sharesMark(scope, numeral, followsRank(text, this.quantities, offset));
    if (shared) return Math.max(this.addOrdinal(shared), wordEnd);
    if (ranksBefore(this.scope, numeral))
      return this.addOrdinal({ numeral: altered(numeral, { kind: 'ordinal' }), ranks: true });
    const dated = this.dayInWords(numeral);
    if (dated !== undefined) return dated;
    const year = this.yearInWords(numeral);
    if (year !== undefined) return year;
    if (classAt(text, numeral.end) === LETTER && classAt(text, numeral.end - 1) === LETTER) return wordEnd;
    // 3年零2个月: between the parts of a measure.
    if (joinsParts(scope, numeral)) return wordEnd;
    this.change.note(offset);
    const end = numeral.article && !isCounted(this.scope, numeral) ? wordEnd : this.settle(numeral);
    return Math.max(end, wordEnd);
  }

  /** A number behind its mark: a rank, or the number of a law, a reactor, an issue, with all that goes on with it. */
  private addMarked(offset: number, marked: OrdinalReading): number {
    const listed =
      this.namedTo >= 0 && /^[,; ]{0,2}$/.test(this.text.slice(this.namedTo, offset)) && offset >= this.namedTo;
    if (marked.ranks && !listed) return this.addOrdinal(marked);
    const rest = /^(?:[-/.]\d+)+/.exec(this.text.slice(marked.numeral.end, marked.numeral.end + 24));
    this.namedTo = marked.numeral.end + (rest?.[0].length ?? 0);
    return this.namedTo;
  }

  /** *le vingt mars*: a day in number words, where the day stands before its month. */
  private dayInWords(numeral: Numeral): number | undefined {
    const { scope, lexicon } = this;
    if (!lexicon.spaced || lexicon.table.dates.order !== 'day-month') return undefined;
    if (numeral.scaled || numeral.kind || numeral.article || !numeral.value?.isInteger()) return undefined;
    const value = Number(numeral.value.toString());
    const date = value >= 1 && value <= 31 ? dateWithDay(scope, numeral.start, numeral.end, value) : undefined;
    return date && this.addDates([date]);
  }

  /** 二〇二五年, and a date in characters behind or without it. */
  private yearInWords(numeral: Numeral): number | undefined {
    const { scope, text, lexicon } = this;
    if (lexicon.table.dates.marks.month.length === 0 || !numeral.value?.isInteger()) return undefined;
    const value = Number(numeral.value.toString());
    if (isYear(value) && numeral.end - numeral.start === 4 && lexicon.after.match(text, numeral.end, A.year)) {
      const whole = markedFromYear(scope, numeral.start, value, numeral.end);
      if (whole) return this.addDates([whole]);
      const mark = lexicon.after.match(text, numeral.end, A.year);
      const end = mark?.end ?? numeral.end;
      this.periods.push({ start: numeral.start, end, period: String(value) });
      return end;
    }
    if (value < 1 || value > 12) return undefined;
    const date = marked(scope, numeral.start, value, numeral.end);
    // 十月: a month alone is no number.
    return date ? this.addDates([date]) : lexicon.after.match(text, numeral.end, A.month)?.end;
  }

  private addOrdinal({ numeral, ranks }: OrdinalReading): number {
    if (!ranks) return pastFraction(this.scope, numeral.end);
    const item: Item = { numeral, unit: undefined, start: numeral.start, end: numeral.end };
    this.quantities.push(
      quantityOf(this.scope, item, undefined, surroundingsOf(this.scope, item.start, [item.end], false), undefined),
    );
    return numeral.end;
  }

  /** Looks at all that stands round a number, and adds the quantity if it is one. */
  private settle(numeral: Numeral): number {
    const { scope, text } = this;
    const labelled = labelBefore(scope, numeral);
    const first = itemOf(scope, numeral);
    if (!first.unit && isDayOfWeek(scope, numeral)) return numeral.end;
    if (
      labelled !== undefined &&
      // § 45X
      !(first.unit && first.unit.kind !== 'measure' && text[numeral.end] !== 'X') &&
      !countsAfterLabel(this.scope, first)
    ) {
      return this.named(labelled);
    }
    const follows = lettersFollow(text, numeral.end) && !pluralOfNumber(text, numeral);
    if (!first.unit && (follows || isMarker(scope, numeral))) return this.pastName(numeral.end);
    const share = shareOf(this.scope, first);
    if (share) return this.addItem(share, undefined);
    const list = isSign(text, first.end, SIGNS.comma) ? enumerated(scope, first) : undefined;
    if (list) return this.addList(list);
    const pair = pairWith(scope, first, this.change);
    // *8 bis 18 Uhr*: what makes the second end a name makes one of both.
    const both = pair && nameAfter(scope, pair.second.numeral);
    if (both !== undefined) return Math.max(both, numeral.end);
    const hour = pair || !this.change.changes(first.start) ? timeOfDay(scope, first, pair) : undefined;
    if (hour !== undefined) return hour;
    if (pair) return this.addPair(pair);
    return this.addItem(withLateUnit(scope, first, this.change), undefined);
  }

  private named(end: number): number {
    this.namedTo = end;
    // *Wilhelmstraße 97, 10117 Berlin*: the postal code behind the number of a house.
    const code = /^,\s\d{4,5}(?=\s\p{Lu})/u.exec(this.text.slice(end, end + 10));
    return code ? end + code[0].length : end;
  }

  private pastName(end: number): number {
    let i = end;
    while (classAt(this.text, i) === LETTER || classAt(this.text, i) === DIGIT) i++;
    return i;
  }

  private addPair(pair: Pair): number {
    const { first, second } = pair;
    if (pair.range) return this.addItem(first, second);
    const noun = first.unit ? undefined : (nounOf(this.scope, first) ?? nounOf(this.scope, second));
    this.push(first, undefined, noun);
    // What follows the first is read again from there, but with the scale and the unit that the two share.
    const next = pairWith(this.scope, second, this.change);
    return next?.range ? this.addItem(next.first, next.second) : this.addItem(second, undefined);
  }

  private addList(items: readonly Item[]): number {
    const last = items[items.length - 1] as Item;
    const noun = nounOf(this.scope, last);
    for (const item of items.slice(0, -1)) this.push(item, undefined, item.unit ? undefined : noun);
    return this.addItem(last, undefined);
  }

  private addItem(item: Item, last: Item | undefined): number {
    const noun = nounOf(this.scope, last ?? item);
    const pushed = this.push(item, last, noun);
    // *les trois premiers exportateurs*: the word for the cut-off ranks nothing by itself.
    const end = this.quantities.at(-1)?.cutoff ? (this.scope.after(pushed, A.cutoff)?.end ?? pushed) : pushed;
    return (item.unit ?? last?.unit) ? end : (pastRoundBase(this.scope, Math.max(end, noun?.span.end ?? 0)) ?? end);
  }

  private push(item: Item, last: Item | undefined, noun: ReturnType<typeof nounOf>): number {
    const { scope } = this;
    const end = Math.max(item.end, last?.end ?? 0);
    const ends = [(last ?? item).numeral.end, end, noun?.classifierEnd ?? noun?.span.end ?? end];
    // An age that stands without its unit (*over-65s*) is no span of time.
    const isTime = spansOfTime.has(item.unit?.unit ?? '') && item.end > item.numeral.end;
    const isShare = item.numeral.kind === 'fraction';
    const isTimes = item.unit?.kind === 'multiple' || item.numeral.kind === 'multiple';
    const found = this.change.withoutLevel(surroundingsOf(scope, item.start, ends, isTime, isShare, isTimes));
    const ranked = amongRanked(this.text, this.quantities.at(-1), found);
    const around = this.negation.carry(ranked, item.start, end);
    const { qualifier } = around;
    // *50 oder mehr Beschäftigte*: the noun stands behind the qualifier.
    const counted =
      noun ?? (qualifier && qualifier.start >= end && !item.unit ? readNoun(scope, qualifier.end, false) : undefined);
    if (!item.unit && !last && !qualifier && isName(this.scope, item.numeral, counted)) return end;
    const change = this.change.of(item, end);
    const quantity = quantityOf(scope, item, last, around, counted, change);
    const denied = !qualifier && isDenied(scope, item.start, end);
    this.quantities.push(denied ? { ...quantity, denied } : quantity);
    return end;
  }
}
