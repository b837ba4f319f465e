/**
 * Exact numbers: coefficient × 10^exponent ÷ divisor. Decimals have the divisor 1; a third is 1 ÷ 3.
 *
 * Coefficients are JavaScript numbers while they are safe integers and bigints beyond, because an article holds
 * thousands of small numbers and few large ones. Comparison and arithmetic are exact in either case.
 */
export class Exact {
  private constructor(
    private readonly coefficient: number | bigint,
    private readonly exponent: number,
    private readonly divisor: bigint | 1,
  ) {}

  /** Beyond this magnitude of exponent a literal is refused: nobody counts in 1e1000, and an attacker would. */
  static readonly maxExponent = 1000;

  static of(coefficient: number | bigint, exponent = 0): Exact {
    return new Exact(coefficient, exponent, 1);
  }

  /** numerator ÷ denominator; a denominator of powers of two and five only becomes a plain decimal. */
  static ratio(numerator: number | bigint, denominator: number | bigint): Exact {
    return divide(BigInt(numerator), BigInt(denominator), 0);
  }

  /**
   * Parses a plain decimal literal (`-12.50`, `350e9`); undefined where it is none or its exponent is out of bounds.
   */
  static parse(text: string): Exact | undefined {
    const match = /^([-+]?)(\d*)(?:\.(\d*))?(?:[eE]([-+]?\d{1,6}))?$/.exec(text);
    if (!match) return undefined;
    const [, sign, whole = '', part = '', power = '0'] = match;
    if (whole === '' && part === '') return undefined;
    const exponent = Number(power) - part.length;
    if (Math.abs(exponent) > Exact.maxExponent || whole.length + part.length > Exact.maxExponent) return undefined;
    return Exact.digits(whole + part, exponent, sign === '-');
  }

  /** A run of ASCII digits times a power of ten. */
  static digits(digits: string, exponent: number, negative = false): Exact {
    if (digits.length <= 15) return new Exact(negative ? -Number(digits) : +digits, exponent, 1);
    const coefficient = BigInt(digits);
    return new Exact(negative ? -coefficient : coefficient, exponent, 1);
  }

  /** A number of this class that lost it on the way from another thread; what it holds is what it was. */
  static revived(copy: Exact): Exact {
    return new Exact(copy.coefficient, copy.exponent, copy.divisor);
  }

  times10(power: number): Exact {
    return power === 0 ? this : new Exact(this.coefficient, this.exponent + power, this.divisor);
  }

  plus(other: Exact): Exact {
    const exponent = Math.min(this.exponent, other.exponent);
    const sum =
      this.divisor === 1 && other.divisor === 1 ? this.inUnits(exponent) + other.inUnits(exponent) : Number.NaN;
    if (Number.isSafeInteger(sum)) return new Exact(sum, exponent, 1);
    const left = this.scaledTo(exponent);
    const right = other.scaledTo(exponent);
    const a = BigInt(this.divisor);
    const b = BigInt(other.divisor);
    return divide(left * b + right * a, a * b, exponent);
  }

  negated(): Exact {
    return new Exact(-this.coefficient, this.exponent, this.divisor);
  }

  absolute(): Exact {
    return this.coefficient < 0 ? this.negated() : this;
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    return divide(
      BigInt(this.coefficient) * BigInt(other.coefficient),
      BigInt(this.divisor) * BigInt(other.divisor),
      this.exponent + other.exponent,
    );
  }

  /** This ÷ other; undefined where other is zero. */
  over(other: Exact): Exact | undefined {
    if (other.sign() === 0) return undefined;
    return divide(
      BigInt(this.coefficient) * BigInt(other.divisor),
      BigInt(this.divisor) * BigInt(other.coefficient),
      this.exponent - other.exponent,
    );
  }

  sign(): -1 | 0 | 1 {
    return this.coefficient < 0 ? -1 : this.coefficient > 0 ? 1 : 0;
  }

  /** Negative, zero or positive as this is less than, equal to or greater than the other. */
  compare(other: Exact): number {
    if (this.exponent === other.exponent && this.divisor === other.divisor) {
      return this.coefficient < other.coefficient ? -1 : this.coefficient > other.coefficient ? 1 : 0;
    }
    const signs = this.sign() - other.sign();
    if (signs !== 0 || this.sign() === 0) return signs;
    const exponent = Math.min(this.exponent, other.exponent);
    if (this.divisor === 1 && other.divisor === 1) {
      const difference = this.inUnits(exponent) - other.inUnits(exponent);
      if (!Number.isNaN(difference)) return difference;
    }
    const left = this.scaledTo(exponent) * BigInt(other.divisor);
    const right = other.scaledTo(exponent) * BigInt(this.divisor);
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  isInteger(): boolean {
    if (this.divisor !== 1) return false;
    const { coefficient, exponent } = this;
    if (exponent >= 0) return true;
    if (typeof coefficient === 'number' && exponent > -23) return coefficient % 10 ** -exponent === 0;
    return BigInt(coefficient) % 10n ** BigInt(-exponent) === 0n;
  }

  /** Whether it has a finite decimal form; a third has none. */
  isDecimal(): boolean {
    return this.divisor === 1;
  }

  /** The number, where it is a whole one that a double holds exactly. */
  toInteger(): number | undefined {
    const { coefficient, exponent } = this;
    if (this.divisor !== 1 || typeof coefficient === 'bigint') return undefined;
    if (exponent === 0) return coefficient;
    const value = exponent > 0 ? coefficient * 10 ** exponent : coefficient / 10 ** -exponent;
    return exponent < 23 && exponent > -23 && Number.isSafeInteger(value) ? value : undefined;
  }

  /** Rounded half away from zero to a multiple of 10^exponent. */
  roundedTo(exponent: number): Exact {
    const shift = this.exponent - exponent;
    let numerator = BigInt(this.coefficient);
    let denominator = BigInt(this.divisor);
    if (shift >= 0) numerator *= 10n ** BigInt(shift);
    else denominator *= 10n ** BigInt(-shift);
    const negative = numerator < 0n;
    const magnitude = negative ? -numerator : numerator;
    const rounded = (2n * magnitude + denominator) / (2n * denominator);
    return new Exact(negative ? -rounded : rounded, exponent, 1);
  }

  /** The nearest double; for JSON and for sorting, never for comparing. */
  toNumber(): number {
    if (this.divisor === 1) return Number(`${this.coefficient}e${this.exponent}`);
    return Number(this.roundedTo(-18 + Math.max(0, this.exponent)).toString());
  }

  /** Plain decimal digits without an exponent; a value without a finite form as `1/3`. */
  toString(): string {
    if (this.divisor !== 1) {
      const { numerator, denominator } = this.fraction();
      return `${numerator}/${denominator}`;
    }
    const negative = this.coefficient < 0;
    let digits = String(this.coefficient).replace('-', '');
    if (this.exponent >= 0) digits = digits === '0' ? '0' : digits + '0'.repeat(this.exponent);
    else {
      digits = digits.padStart(1 - this.exponent, '0');
      const point = digits.length + this.exponent;
      const part = digits.slice(point).replace(/0+$/, '');
      digits = digits.slice(0, point) + (part === '' ? '' : `.${part}`);
    }
    return negative && digits !== '0' ? `-${digits}` : digits;
  }

  /** Lowest terms. */
  fraction(): { numerator: bigint; denominator: bigint } {
    let numerator = BigInt(this.coefficient);
    let denominator = BigInt(this.divisor);
    if (this.exponent >= 0) numerator *= 10n ** BigInt(this.exponent);
    else denominator *= 10n ** BigInt(-this.exponent);
    const common = gcd(numerator < 0n ? -numerator : numerator, denominator);
    return { numerator: numerator / common, denominator: denominator / common };
  }

  /** The coefficient for a lower exponent, where doubles hold it exactly; else no number. */
  private inUnits(exponent: number): number {
    const shift = this.exponent - exponent;
    if (typeof this.coefficient === 'bigint' || shift > 15) return Number.NaN;
    const units = this.coefficient * 10 ** shift;
    return Number.isSafeInteger(units) ? units : Number.NaN;
  }

  private scaledTo(exponent: number): bigint {
    return BigInt(this.coefficient) * 10n ** BigInt(this.exponent - exponent);
  }

  /** Reduces numerator ÷ denominator × 10^exponent, turning a finite quotient into a decimal. */
  static reduced(numerator: bigint, denominator: bigint, exponent: number): Exact {
    let top = denominator < 0n ? -numerator : numerator;
    let bottom = denominator < 0n ? -denominator : denominator;
    const common = gcd(top < 0n ? -top : top, bottom);
    top /= common;
    bottom /= common;
    let power = exponent;
    while (bottom % 10n === 0n) {
      bottom /= 10n;
      power -= 1;
    }
    while (bottom % 2n === 0n) {
      bottom /= 2n;
      top *= 5n;
      power -= 1;
    }
    while (bottom % 5n === 0n) {
      bottom /= 5n;
      top *= 2n;
      power -= 1;
    }
    return new Exact(shrunk(top), power, bottom === 1n ? 1 : bottom);
  }
}

const divide = Exact.reduced;

const shrunk = (value: bigint): number | bigint =>
  value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;

function gcd(a: bigint, b: bigint): bigint {
  let left = a;
  let right = b;
  while (right !== 0n) [left, right] = [right, left % right];
  return left === 0n ? 1n : left;
}
