import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { sha256 } from '../../src/articles/sha256.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('SHA-256', () => {
  // The examples of FIPS 180 (NIST, "Examples with Intermediate Values"), and the empty message.
  const vectors: readonly [string, Uint8Array, string][] = [
    ['nothing', ascii(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['one block', ascii('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'two blocks',
      ascii('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'),
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a million letters', ascii('a'.repeat(1e6)), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ];
  for (const [name, bytes, digest] of vectors) it(name, () => assert.equal(sha256(bytes), digest));

  it('agrees with the platform at every length round a block', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => (at * 197 + 31) & 0xff);
    for (let length = 0; length <= bytes.length; length += 1) {
      const part = bytes.subarray(0, length);
      assert.equal(sha256(part), createHash('sha256').update(part).digest('hex'), `${length} bytes`);
    }
  });
});
