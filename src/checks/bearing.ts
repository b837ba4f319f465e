import type { ClaimResult, EvidenceResult, Verdict } from './finding.ts';
import { verdictText, verdictWords } from './plain-words.ts';

/**
 * A verdict with what each source makes of the claim, where there are several: `✓ supported by 2 sources`,
 * `✗ refuted: “Gazette” says 300 billion CNY, “Report” bears it`. `nameOf` gives what a source is called.
 */
export function verdictSentence(result: ClaimResult, nameOf: (source: string) => string): string {
  const { verdict, evidence } = result;
  if (evidence.length < 2) return verdictText(verdict);
  if (verdict === 'supported') {
    const sources = new Set(evidence.map(({ source }) => source)).size;
    return `${verdictText(verdict)} by ${sources > 1 ? `${sources} sources` : `${evidence.length} passages`}`;
  }
  const said = bearings(result, nameOf);
  return said === '' ? verdictText(verdict) : `${verdictText(verdict)}: ${said}`;
}

/** What each source makes of a claim that not all of them bear: empty where there are not several, or all agree with it. */
export function bearings({ evidence }: ClaimResult, nameOf: (source: string) => string): string {
  if (evidence.length < 2 || evidence.every(({ verdict }) => verdict === 'supported')) return '';
  const worstFirst = [...evidence].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return worstFirst.map((piece) => bearing(piece, nameOf(piece.source))).join(', ');
}

const order: readonly Verdict[] = ['refuted', 'not-found', 'unchecked', 'accepted', 'supported'];

function bearing({ verdict, says }: EvidenceResult, name: string): string {
  switch (verdict) {
    case 'supported':
      return `“${name}” bears it`;
    case 'refuted':
      return says === undefined ? `“${name}” contradicts it` : `“${name}” says ${says}`;
    case 'not-found':
      return `it is not found in “${name}”`;
    default:
      return `“${name}” is ${verdictWords[verdict]}`;
  }
}

/** Whether several sources bear a claim, each by itself. */
export const isBorneBySeveral = ({ verdict, evidence }: ClaimResult): boolean =>
  verdict === 'supported' && new Set(evidence.map(({ source }) => source)).size > 1;
