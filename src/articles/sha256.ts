/**
 * SHA-256 (FIPS 180-4, §5.1.1, §6.2), synchronous and without a platform, for the browser's digest is asynchronous and
 * Node's is not in the browser.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (§4.2.2), and of square roots (§5.3.3). */
const roundConstants = Uint32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const initial = Uint32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));

/** Lower-case hexadecimal digest. */
export function sha256(bytes: Uint8Array): string {
  const state = initial.slice();
  const schedule = new Int32Array(64);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) compress(state, schedule, bytes, at);
  const tail = padded(bytes, whole);
  for (let at = 0; at < tail.length; at += 64) compress(state, schedule, tail, at);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The bytes behind the last whole block, a one bit, zeros, and the length in bits. */
function padded(bytes: Uint8Array, from: number): Uint8Array {
  const rest = bytes.length - from;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(from));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(tail.length - 4, (bytes.length << 3) >>> 0);
  return tail;
}

function compress(state: Uint32Array, schedule: Int32Array, bytes: Uint8Array, offset: number): void {
  fillSchedule(schedule, bytes, offset);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let round = 0; round < 64; round += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + (roundConstants[round] as number) + (schedule[round] as number)) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + majority) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] as number) + word) >>> 0;
  });
}

function fillSchedule(schedule: Int32Array, bytes: Uint8Array, offset: number): void {
  const byte = (at: number): number => bytes[offset + at] as number;
  for (let word = 0; word < 16; word += 1) {
    const at = word * 4;
    schedule[word] = (byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3);
  }
  for (let word = 16; word < 64; word += 1) {
    const early = schedule[word - 15] as number;
    const late = schedule[word - 2] as number;
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[word] = ((schedule[word - 16] as number) + sigma0 + (schedule[word - 7] as number) + sigma1) | 0;
  }
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}

/** The first 32 bits behind the binary point; a double holds them with room to spare. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x100000000);
}
