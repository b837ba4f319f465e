import { Exact } from './exact.ts';
import type { Composition } from './language.ts';
import { N } from './roles.ts';

/**
 * Puts number words together. Words are offered one after the other; each is taken or refused, and a refusal ends the
 * number. What is built is a sum of groups, each a small number times a power of ten; a group's small number is
 * composed by the rules of the language's strategy.
 */
export class Composer {
  /** Sum of the groups that a scale has closed, as value and power of ten. */
  private groups: { value: number; power: number }[] = [];
  private current = -1;
  private pendingJoiner = false;
  /** For myriad: digits written one after the other (二〇二五). */
  private positional = 0;
  private lastUnit = 0;
  private sawZero = false;
  /** What stands behind the last scale as a number of its own: a compounded word, or a group behind a comma. */
  private rest = Exact.of(0);
  /** Whether anything has been taken. */
  started = false;
  /** The two ends of a vague pair of digits (七八个). */
  pair: readonly [number, number] | undefined;

  constructor(private readonly composition: Composition) {}

  joiner(): boolean {
    if (!this.started || this.pendingJoiner) return false;
    this.pendingJoiner = true;
    return true;
  }

  offer(role: number, data: number): boolean {
    const taken =
      role === N.cardinal
        ? this.cardinal(data)
        : role === N.multiplier
          ? this.multiplier(data)
          : role === N.scale
            ? this.scale(data)
            : false;
    if (taken) {
      this.started = true;
      this.pendingJoiner = false;
    }
    return taken;
  }

  /**
   * Adds a number that was composed by itself behind a scale: *eine Million zweihunderttausend*. It has to fit below
   * that scale; where it has thousands of its own, nothing goes on behind it.
   */
  append(value: Exact): boolean {
    const last = this.groups[this.groups.length - 1];
    if (!last || this.current >= 0 || value.compare(Exact.of(1, last.power)) >= 0) return false;
    const small = value.compare(Exact.of(1000)) < 0;
    if (!small) this.rest = value;
    this.current = small ? Number(value.toString()) : 0;
    this.pendingJoiner = false;
    return true;
  }

  private cardinal(value: number): boolean {
    if (this.composition === 'myriad') return this.character(value);
    const { current } = this;
    if (current < 0) {
      this.current = value;
      return true;
    }
    const rest = current % 100;
    if (current >= 100 && rest === 0 && value < 100 && value > 0) this.current += value;
    else if (this.composition === 'ones-then-tens') {
      if (!this.pendingJoiner || rest < 1 || rest > 9 || value < 20 || value > 90 || value % 10 !== 0) return false;
      this.current += value;
    } else if (rest >= 20 && rest % 10 === 0 && value > 0 && value < 10) this.current += value;
    else if (this.composition === 'vigesimal' && rest === 4 && value === 20) this.current += 76;
    else if (this.composition === 'vigesimal' && (rest === 60 || rest === 80) && value >= 10 && value < 20)
      this.current += value;
    else return false;
    return true;
  }

  private character(value: number): boolean {
    if (value === 0 && this.started && (this.current < 0 || this.lastUnit > 0)) {
      this.current = Math.max(0, this.current);
      this.sawZero = true;
      this.positional = 0;
      return true;
    }
    if (value > 9) {
      if (this.current >= 0) return false;
      this.current = value;
      return true;
    }
    if (this.current < 0) this.current = 0;
    if (this.positional > 0) {
      const previous = this.current % 10;
      if (this.positional === 1 && this.lastUnit === 0 && isVaguePair(previous, value)) this.pair = [previous, value];
      else this.pair = undefined;
      // 十五六个
      if (this.lastUnit === 10 && this.positional === 1 && value === previous + 1) {
        this.pair = [this.current, this.current + 1];
        this.positional++;
        return true;
      }
      if (this.lastUnit > 0 || this.current > 9e14) return false;
      this.current = this.current * 10 + value;
    } else this.current += value;
    this.positional++;
    return true;
  }

  private multiplier(value: number): boolean {
    if (this.composition === 'myriad') {
      if (this.positional > 1 && !this.pair) return false;
      if (this.pair) {
        this.pair = [this.pair[0] * value, this.pair[1] * value];
        this.current = this.pair[0];
      } else {
        const digit = this.positional > 0 ? this.current % 10 : 0;
        if (this.lastUnit > 0 && value >= this.lastUnit) return false;
        const before = Math.max(0, this.current) - digit;
        this.current = before + (this.positional > 0 ? digit : 1) * value;
      }
      this.positional = 0;
      this.lastUnit = value;
      this.sawZero = false;
      return true;
    }
    if (this.current < 0) this.current = value;
    else if (this.current > 0 && this.current < 100) this.current *= value;
    else return false;
    return true;
  }

  private scale(power: number): boolean {
    if (this.current < 0 && this.groups.length === 0) {
      this.groups.push({ value: 1, power });
      return true;
    }
    const lower = this.groups.filter((group) => group.power < power);
    if (lower.length > 0) {
      // *deux cent mille millions*, 三千万亿: what stands before is multiplied as a whole.
      if (this.groups.length > lower.length && power > 9) return false;
      if (this.current > 0) this.groups.push({ value: this.current, power: 0 });
      this.groups = this.groups.map((group) =>
        group.power < power ? { value: group.value, power: group.power + power } : group,
      );
    } else if (this.groups.some((group) => group.power === power)) return false;
    else if (this.current >= 0) this.groups.push({ value: this.current, power });
    else if (power === 3 && this.thousandStandsAlone()) this.groups.push({ value: 1, power });
    else return false;
    if (this.pair) this.pair = [this.pair[0] * 10 ** power, this.pair[1] * 10 ** power];
    this.current = -1;
    this.positional = 0;
    this.lastUnit = 0;
    this.sawZero = false;
    return true;
  }

  /** Whether a scale is the last that was taken. */
  closed(): boolean {
    return this.groups.length > 0 && this.current < 0;
  }

  /** *deux millions mille cent*: where a thousand needs no *one* before it. */
  private thousandStandsAlone(): boolean {
    const bare = this.composition !== 'tens-then-ones' && this.composition !== 'myriad';
    return bare && this.groups.every((group) => group.power > 3);
  }

  /** Adds a half to what stands before: *zweieinhalb*. */
  half(): void {
    this.current = Math.max(0, this.current) + 0.5;
    this.started = true;
  }

  /** Half of the last group's scale, for *deux millions et demi*. */
  lastPower(): number {
    return this.current >= 0 ? 0 : (this.groups[this.groups.length - 1]?.power ?? 0);
  }

  hasScale(): boolean {
    return this.groups.length > 0;
  }

  value(): Exact {
    let current = Math.max(0, this.current);
    if (this.composition === 'myriad' && this.positional === 1 && !this.sawZero) current = this.shortened(current);
    let sum = asExact(current).plus(this.rest);
    for (const group of this.groups) sum = sum.plus(asExact(group.value).times10(group.power));
    return sum;
  }

  /** A last digit without its unit stands for the next lower one: 两千三 is 2,300, 三万五 is 35,000. */
  private shortened(current: number): number {
    const digit = current % 10;
    if (this.lastUnit >= 100) return current - digit + (digit * this.lastUnit) / 10;
    const last = this.groups[this.groups.length - 1];
    if (this.lastUnit === 0 && last && last.power >= 4 && current < 10) return digit * 10 ** (last.power - 1);
    return current;
  }
}

const asExact = (value: number): Exact =>
  Number.isSafeInteger(value) ? Exact.of(value) : (Exact.parse(String(value)) as Exact);

/** 七八个 is seven or eight of them; of other pairs of digits 三五 alone is said so. */
const isVaguePair = (first: number, second: number): boolean =>
  (first > 0 && second === first + 1) || (first === 3 && second === 5);
