/**
 * Which addresses may be connected to: those of the public internet alone. What is reserved for a machine itself, a
 * network behind it or a provider's own services is refused, in every form in which IPv6 can carry an IPv4 address.
 * Sources: the IANA registries of special-purpose addresses (RFC 6890 and its updates) for IPv4 and IPv6.
 */

type Network = readonly [address: string, length: number];

const refused4: readonly Network[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by a provider (CGNAT)
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local, and the metadata of clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 3], // multicast, reserved, broadcast
];

/** Of IPv6 only what is allotted to the public (2000::/3) passes, less these. */
const refused6: readonly Network[] = [
  ['2001::', 23], // protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which carries an IPv4 address
  ['3fff::', 20], // documentation
];

/** Whether a numeric address, as a resolver gives it, is one of the public internet. What is no address is none. */
export function isPublic(address: string): boolean {
  const four = bytes4(address);
  if (four) return !refused4.some((network) => isWithin(four, network, bytes4));
  const six = bytes6(address);
  if (!six) return false;
  const carried = carriedIn(six);
  if (carried) return isPublic(carried);
  return isWithin(six, ['2000::', 3], bytes6) && !refused6.some((network) => isWithin(six, network, bytes6));
}

/** The IPv4 address behind a translator's prefix (NAT64, RFC 6052); mapped ones have a prefix that is never public. */
function carriedIn(bytes: readonly number[]): string | undefined {
  const isNat64 = isWithin(bytes, ['64:ff9b::', 96], bytes6);
  return isNat64 ? bytes.slice(12).join('.') : undefined;
}

function isWithin(
  bytes: readonly number[],
  [network, length]: Network,
  read: (address: string) => readonly number[] | undefined,
): boolean {
  const start = read(network) ?? [];
  for (let bit = 0; bit < length; bit += 8) {
    const mask = length - bit >= 8 ? 0xff : (0xff << (8 - (length - bit))) & 0xff;
    if (((bytes[bit / 8] ?? 0) & mask) !== ((start[bit / 8] ?? 0) & mask)) return false;
  }
  return true;
}

/** Four bytes of a dotted address; other spellings (`127.1`, `0x7f.1`) are none here, and resolvers give none. */
function bytes4(address: string): readonly number[] | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined;
  return parts.map(Number);
}

/** Sixteen bytes of an IPv6 address; one with a zone (`%eth0`) is link-local, and none here. */
function bytes6(address: string): readonly number[] | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const four = tail?.[2] === undefined ? undefined : bytes4(tail[2]);
  if (tail && !four) return undefined;
  const plain = four ? `${tail?.[1]}${hex(four[0], four[1])}:${hex(four[2], four[3])}` : address;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], end = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - end.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<string>(Math.max(0, gap)).fill('0'), ...end];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]);
}

const hex = (high = 0, low = 0): string => ((high << 8) | low).toString(16);
