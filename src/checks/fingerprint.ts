import { sha256 } from '../articles/sha256.ts';
import type { Finding } from './finding.ts';

/**
 * What a finding is known by from one run to the next: 32 hexadecimal digits for each finding, in their order. It is
 * made of the file, the rule, the claim and the source, the words of the record, and what was expected and found, so
 * that it survives moved lines and nothing else: neither its place nor the wording of its message counts. Findings that
 * agree in all of that are told apart by their number.
 *
 * @param findings In the order of the text.
 */
export function fingerprintsOf(path: string, text: string, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, claim, source, start, end, expected, found } = finding;
    const words = text.slice(start, end).replace(/\s+/gu, ' ').trim();
    const parts = [path, rule, given(claim), given(source), words, expected ?? '', found ?? ''];
    const key = JSON.stringify(parts);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return sha256(new TextEncoder().encode(count === 1 ? key : `${key}#${count}`)).slice(0, 32);
  });
}

/** The name that a claim or a source was given; `figure-3` only says which one it is in its list. */
const given = (id: string | undefined): string => (id === undefined || /^[a-z]+-\d+$/.test(id) ? '' : id);
