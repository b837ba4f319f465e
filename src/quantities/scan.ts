import {
  classAt,
  classes,
  DIGIT,
  IDEOGRAPH,
  isCapital,
  LETTER,
  SPACE,
  skipSpace,
  skipSpaceBack,
  VULGAR,
  vulgarFractions,
} from './characters.ts';
import {
  type DateReading,
  dateAtMonth,
  datesAt,
  dateWithDay,
  isYear,
  marked,
  markedFromYear,
  monthSpan,
} from './dates.ts';
import { Separators } from './digits.ts';
import { Exact } from './exact.ts';
import { type Item, itemOf, nounOf } from './item.ts';
import { A, B, type Lexicon, N } from './lexicon.ts';
import {
  behindLittleWord,
  bracketedReference,
  codeWithZero,
  inQuotation,
  isClauseBorder,
  isMarker,
  labelBefore,
  nameAfter,
  nameBefore,
  nameWordBefore,
  numbersDocument,
  opensLine,
  standsAlone,
} from './names.ts';
import { isPlural, type NounReading, readNoun } from './noun-reader.ts';
import { digitNumeral, type Numeral, partsAfter, type Scope } from './numeral.ts';
import { periodAt, quarterAt } from './periods.ts';
import { dataOf } from './phrases.ts';
import type { PeriodMention, Quantity, Reading } from './quantity.ts';
import { quantityOf, surroundingsOf } from './quantity-builder.ts';
import { type Pair, pairWith } from './ranges.ts';
import { judged, type OrdinalReading, ordinalBehindMark, ordinalInDigits } from './ranks.ts';
import { lettersFollow, spansOfTime } from './unit-reader.ts';
import { withinIdiom, wordNumeral } from './worded.ts';

/** How far before a number a word of change still governs it, in UTF-16 units. */
const changeReach = 90;

/** How many words may name what a share is taken of: *une jeune entreprise sur cinq*. */
const wordsInShare = 3;

/** One pass over a text, from left to right, that reads everything that it states as a quantity. */
export class Scan {
  private readonly quantities: Quantity[] = [];
  private readonly periods: PeriodMention[] = [];
  private readonly scope: Scope;
  /** The last word of change: where it ends, and whether it says up or down. */
  private changedAt = -1;
  private change: 'increase' | 'decrease' | undefined;
  /** Where the last name with a number ended; what stands right behind it is part of it. */
  private namedTo = -1;

  constructor(
    private readonly text: string,
    private readonly lexicon: Lexicon,
  ) {
    this.scope = { text, lexicon, separators: new Separators(text, lexicon.table) };
  }

  run(): Reading {
    const { text, lexicon } = this;
    const { triggers } = lexicon;
    const { length } = text;
    let i = 0;
    while (i < length) {
      const code = text.charCodeAt(i);
      const kind = classes[code] as number;
      if (kind === LETTER) {
        const next = triggers.walk(text, i);
        i = next >= 0 ? next : this.atWord(i, -next - 1);
      } else if (kind === DIGIT) i = this.atDigits(i);
      else if (kind === IDEOGRAPH) i = triggers.startsIdeograph(code) ? this.atWord(i, i + 1) : i + 1;
      else if (kind === VULGAR) i = this.atVulgar(i);
      else i++;
    }
    return { quantities: this.quantities, periods: this.periods };
  }

  private atVulgar(offset: number): number {
    const value = Exact.ratio(...(vulgarFractions.get(this.text.charCodeAt(offset)) as readonly [number, number]));
    const end = offset + 1;
    return this.settle({ start: offset, end, digitsEnd: end, value, form: 'digits', kind: 'fraction', scaled: false });
  }

  /** Reads on from digits; returns where the scan goes on. */
  private atDigits(offset: number): number {
    const { scope, text, lexicon } = this;
    const named = nameBefore(scope, offset) ?? bracketedReference(text, offset) ?? codeWithZero(scope, offset);
    if (named !== undefined && !this.startsDate(offset)) return Math.max(named, offset + 1);
    const months = monthSpan(scope, offset);
    const dates = datesAt(scope, offset);
    if (dates.length > 0) return this.addDates(dates);
    if (months !== undefined) return months;
    const idiom = lexicon.number.match(text, offset, N.notQuantity);
    const numeral = digitNumeral(scope, offset);
    if ('skipTo' in numeral) return numeral.skipTo;
    if ((idiom && idiom.end >= numeral.end) || withinIdiom(scope, numeral))
      return Math.max(idiom?.end ?? 0, numeral.end);
    const ordinal = ordinalInDigits(scope, numeral, this.lastIsRank());
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
    const { scope, text, lexicon } = this;
    const mark = lexicon.after.match(text, skipSpace(text, numeral.end), A.year);
    if (!mark) {
      const item = itemOf(scope, numeral);
      if (item.unit && !(text[numeral.end] === 's' && year % 10 === 0)) return undefined;
      const measured = lexicon.before.match(text, skipSpaceBack(text, numeral.start), B.baseline);
      if (isMarker(scope, numeral) && text[numeral.end] !== ')') return undefined;
      const noun = nounOf(scope, item);
      const near = noun && (!lexicon.table.spaced || /^[^\p{L}]*$/u.test(text.slice(numeral.end, noun.span.start)));
      const yearWord = lexicon.before.match(text, skipSpaceBack(text, numeral.start), B.yearWord);
      const singular =
        lexicon.table.nouns.plurals !== undefined && noun !== undefined && !isPlural(lexicon, text, noun.span.end);
      if (near && !singular && (noun.concepts || noun.classifier) && !yearWord && !measured) return undefined;
      const { qualifier } = surroundingsOf(scope, numeral.start, [numeral.end], false);
      const round = year % 100 === 0 || (year % 10 === 0 && (year < 1950 || year > 2060));
      if (qualifier && qualifier.qualifier !== 'at-most' && round && !yearWord && !measured) return undefined;
    }
    const period = periodAt(scope, numeral.start, year);
    if (lettersFollow(text, period.end) && !mark) return period.end;
    this.periods.push(period);
    return period.end;
  }

  private addDates(dates: readonly DateReading[]): number {
    let end = 0;
    for (const date of dates) {
      end = date.end;
      this.quantities.push({
        start: date.start,
        end: date.end,
        kind: 'date',
        digits: date.digits,
        number: { start: date.start, end: date.end },
        date: date.date,
        ...(date.weekday !== undefined && { weekday: date.weekday }),
        ...(date.relative && { relative: true }),
      });
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
    if (!lexicon.number.holds(text, offset) && (lexicon.compoundParts.size === 0 || wordEnd - offset < 4))
      return wordEnd;
    const quarter = quarterAt(scope, offset);
    if (quarter) {
      this.periods.push(quarter);
      return quarter.end;
    }
    const month = dateAtMonth(scope, offset);
    if (month) return this.addDates([month]);
    const marked = ordinalBehindMark(scope, offset, this.lastIsRank());
    if (marked) return Math.max(this.addMarked(offset, marked), wordEnd);
    const numeral = wordNumeral(scope, offset);
    if (!numeral) {
      this.noteChange(offset);
      return wordEnd;
    }
    if ('skipTo' in numeral) return Math.max(numeral.skipTo, wordEnd);
    if (numeral.kind === 'ordinal') {
      const day = numeral.value
        ? dateWithDay(scope, numeral.start, numeral.end, Number(numeral.value.toString()))
        : undefined;
      return day ? this.addDates([day]) : this.addOrdinal(judged(scope, numeral, this.lastIsRank()));
    }
    const named = nameAfter(scope, numeral);
    if (named !== undefined) return Math.max(named, wordEnd);
    if (this.ranksBefore(numeral)) return this.addOrdinal({ numeral: { ...numeral, kind: 'ordinal' }, ranks: true });
    const dated = this.dayInWords(numeral);
    if (dated !== undefined) return dated;
    const year = this.yearInWords(numeral);
    if (year !== undefined) return year;
    if (classAt(text, numeral.end) === LETTER && classAt(text, numeral.end - 1) === LETTER) return wordEnd;
    this.noteChange(offset);
    const end = numeral.article && !this.isCounted(numeral) ? wordEnd : this.settle(numeral);
    return Math.max(end, wordEnd);
  }

  /** *Platz zwei*: the noun of rank before a number in words. */
  private ranksBefore(numeral: Numeral): boolean {
    const { text, lexicon } = this;
    if (!lexicon.table.spaced || numeral.scaled || numeral.kind || numeral.decimal) return false;
    const item = itemOf(this.scope, numeral);
    return (
      !item.unit &&
      lexicon.before.match(text, skipSpaceBack(text, numeral.start), B.rankNoun) !== undefined &&
      !nounOf(this.scope, item)
    );
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
    if (!lexicon.table.spaced || lexicon.table.dates.order !== 'day-month') return undefined;
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
    const date = value <= 12 ? marked(scope, numeral.start, value, numeral.end) : undefined;
    return date && this.addDates([date]);
  }

  private noteChange(offset: number): void {
    const match = this.lexicon.number.match(this.text, offset, N.increase | N.decrease | N.change);
    if (!match) return;
    this.changedAt = match.end;
    const up = dataOf(match, N.increase) !== undefined;
    const down = dataOf(match, N.decrease) !== undefined;
    this.change = up === down ? undefined : up ? 'increase' : 'decrease';
  }

  /** *one* counts where a unit, a scale or a qualifier shows it, or where it is all that the text says. */
  private isCounted(numeral: Numeral): boolean {
    const { scope, text, lexicon } = this;
    const item = itemOf(scope, numeral);
    if (item.numeral !== numeral) return true;
    if (item.unit?.kind === 'multiple' && this.shareOf(item)) return true;
    if (!item.unit && (this.shareOf(item) || pairWith(scope, item, { changes: () => false })?.range)) return true;
    // *a* and *an* are too weak: *a year*, *an hour* count only behind a qualifier.
    const weak = lexicon.after.match(text, numeral.start, A.per)?.end === numeral.end;
    if (item.unit && !weak) return item.unit.kind !== 'multiple' && item.unit.unit !== 'days';
    if (standsAlone(text, numeral.start, item.end)) return !weak;
    const next = skipSpace(text, numeral.end);
    if (classAt(text, next) !== LETTER && lexicon.table.spaced) return false;
    if (lexicon.number.match(text, next, N.multiple)) return false;
    return surroundingsOf(scope, item.start, [], false).qualifier !== undefined;
  }

  private lastIsRank(): boolean {
    const last = this.quantities[this.quantities.length - 1];
    return last?.kind === 'ordinal' || last?.cutoff === true;
  }

  private addOrdinal({ numeral, ranks }: OrdinalReading): number {
    if (!ranks) return this.pastFraction(numeral.end);
    const item: Item = { numeral, start: numeral.start, end: numeral.end };
    this.quantities.push(
      quantityOf(this.scope, item, undefined, surroundingsOf(this.scope, item.start, [item.end], false), undefined),
    );
    return numeral.end;
  }

  /** *second half*, *premier quart*: the fraction behind an ordinal is a part of something, and no share. */
  private pastFraction(end: number): number {
    const next = this.lexicon.number.match(this.text, skipSpace(this.text, end), N.fraction | N.denominator);
    return next ? next.end : end;
  }

  /** Looks at all that stands round a number, and adds the quantity if it is one. */
  private settle(numeral: Numeral): number {
    const { scope, text } = this;
    const labelled = labelBefore(scope, numeral);
    const first = itemOf(scope, numeral);
    if (labelled !== undefined && !(first.unit && first.unit.kind !== 'measure') && !this.countsAfterLabel(first)) {
      return this.named(labelled);
    }
    if (!first.unit && (lettersFollow(text, numeral.end) || isMarker(scope, numeral)))
      return this.pastName(numeral.end);
    const share = this.shareOf(first);
    if (share) return this.addItem(share, undefined);
    const pair = pairWith(scope, first, { changes: (offset) => this.changesBefore(offset) });
    // *8 bis 18 Uhr*: what makes the second end a name makes one of both.
    const named = pair && nameAfter(scope, pair.second.numeral);
    if (named !== undefined) return Math.max(named, numeral.end);
    if (pair) return this.addPair(pair);
    return this.addItem(first, undefined);
  }

  /** *une personne sur cinq*, *neuf entreprises sur dix*: a share with its noun between the two numbers. */
  private shareOf(item: Item): Item | undefined {
    const { scope, text, lexicon } = this;
    const { numeral } = item;
    if (numeral.scaled || numeral.kind || lexicon.table.numerals.outOf.length === 0) return undefined;
    // *neuf fois sur dix*
    if (item.unit && item.unit.kind !== 'multiple') return undefined;
    let end = numeral.end;
    for (let words = 0; words < wordsInShare; words++) {
      let next = skipSpace(text, end);
      if (next === end || classAt(text, next) !== LETTER) return undefined;
      while (classAt(text, next) === LETTER) next++;
      end = next;
      const outOf = lexicon.number.match(text, skipSpace(text, end), N.outOf);
      if (!outOf) continue;
      // *eine Gruppe von 23*: a word that also links a group to what it holds tells no share behind a noun.
      if (lexicon.after.match(text, outOf.start, A.link)) return undefined;
      const whole = numeral.value?.isInteger() ? Number(numeral.value.toString()) : 0;
      if (whole < 1 || whole > 99) return undefined;
      const made = partsAfter(scope, numeral.start, end, Exact.of(whole), numeral.form);
      return made && { numeral: made, start: numeral.start, end: made.end };
    }
    return undefined;
  }

  private named(end: number): number {
    this.namedTo = end;
    // *Wilhelmstraße 97, 10117 Berlin*: the postal code behind the number of a house.
    const code = /^,\s\d{4,5}(?=\s\p{Lu})/u.exec(this.text.slice(end, end + 10));
    return code ? end + code[0].length : end;
  }

  /** *die Linie 40 Stationen*: a noun right behind the number, where its capital shows that it is one. */
  private countsAfterLabel(item: Item): boolean {
    if (!this.lexicon.table.nouns.compounds || opensLine(this.text, item.start - 1)) return false;
    const noun = nounOf(this.scope, item);
    return (
      noun?.concepts !== undefined &&
      noun.span.start === skipSpace(this.text, item.end) &&
      !opensLine(this.text, skipSpaceBack(this.text, item.start))
    );
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
    return this.addItem(second, undefined);
  }

  private addItem(item: Item, last: Item | undefined): number {
    const noun = nounOf(this.scope, last ?? item);
    return this.push(item, last, noun);
  }

  private push(item: Item, last: Item | undefined, noun: ReturnType<typeof nounOf>): number {
    const { scope } = this;
    const end = Math.max(item.end, last?.end ?? 0);
    const ends = [(last ?? item).numeral.end, end, noun?.span.end ?? end];
    const isTime = spansOfTime.has(item.unit?.unit ?? '');
    const around = surroundingsOf(scope, item.start, ends, isTime);
    const { qualifier } = around;
    // *50 oder mehr Beschäftigte*: the noun stands behind the qualifier.
    const counted =
      noun ?? (qualifier && qualifier.start >= end && !item.unit ? readNoun(scope, qualifier.end, false) : undefined);
    if (!item.unit && !last && !qualifier && this.isName(item.numeral, counted)) return end;
    const change = this.changeOf(item, end);
    this.quantities.push(quantityOf(scope, item, last, around, counted, change));
    return end;
  }

  /** *CCI 4.0*, *Windows 11*: a number without unit, noun or qualifier behind a word that is written as a name. */
  private isName(numeral: Numeral, counted: NounReading | undefined): boolean {
    if (numeral.form !== 'digits' || numeral.scaled || numeral.kind) return false;
    const word = nameWordBefore(this.scope, numeral.start);
    // *CCI 4.0下载量*: a version behind a name stays one, whatever follows.
    if (this.isVersion(numeral) && (!counted?.concepts || word)) return true;
    if (counted) return !counted.concepts && this.isPostalCode(numeral);
    if (!word) return false;
    if (word === 'acronym') return true;
    return numeral.decimal === true || !this.lexicon.table.nouns.compounds;
  }

  /** `4.0`, and a decimal with a point where the language writes a comma: a version, as nothing is measured by it. */
  private isVersion(numeral: Numeral): boolean {
    if (!numeral.decimal || numeral.sign !== '.') return false;
    if (this.text.slice(numeral.digitsEnd - 2, numeral.digitsEnd) === '.0' && !behindLittleWord(this.scope, numeral.start))
      return true;
    return this.lexicon.table.separators.decimal === ',' && !standsAlone(this.text, numeral.start, numeral.end);
  }

  /** *75008 Paris* at the start of a line. */
  private isPostalCode(numeral: Numeral): boolean {
    const { text, lexicon } = this;
    if (lexicon.table.nouns.compounds && numeral.length !== 5) return false;
    const { length = 0 } = numeral;
    return (
      numeral.integer !== undefined &&
      length >= 4 &&
      opensLine(text, numeral.start) &&
      isCapital(text, skipSpace(text, numeral.end))
    );
  }

  /** The change that the number says the size of: *fell by 12 %*, but not the level in *fell to 3 million*. */
  private changeOf(item: Item, end: number): 'increase' | 'decrease' | undefined {
    const { text, lexicon } = this;
    const behind = lexicon.after.match(text, skipSpace(text, end), A.change);
    if (behind) return dataOf<'increase' | 'decrease'>(behind, A.change);
    if (!this.changesBefore(item.start)) return undefined;
    return lexicon.before.match(text, skipSpaceBack(text, item.start), B.level) ? undefined : this.change;
  }

  /** Whether a word of change stands before the offset in the same clause. */
  private changesBefore(offset: number): boolean {
    if (this.changedAt < 0 || offset - this.changedAt > changeReach || offset < this.changedAt) return false;
    for (let i = this.changedAt; i < offset; i++) {
      if (isClauseBorder(this.text, i) && (classAt(this.text, i + 1) === SPACE || !this.lexicon.table.spaced))
        return false;
    }
    return true;
  }
}
