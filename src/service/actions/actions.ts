import type { Finding } from '../../checks/finding.ts';
import type { Span } from '../../text/span.ts';
import { findingsOf } from '../diagnostics.ts';
import { holds } from '../place.ts';
import type { FileView, RecordView } from '../views.ts';
import { acceptance } from './accept.ts';
import { newAgency } from './add-agency.ts';
import { newNoun } from './add-noun.ts';
import { choices } from './choices.ts';
import { type Proposal, proposed } from './proposal.ts';
import { aboutUnclaimed } from './unclaimed.ts';

/**
 * What may be done about the findings that touch a span: the fix that a finding brings along first, then what a person
 * chooses among, and last of all to accept it.
 */
export function proposalsFor(
  view: RecordView | FileView,
  span: Span,
  articles: readonly string[],
): readonly Proposal[] {
  const findings = findingsOf(view).filter(
    (finding) => finding.accepted === undefined && (holds(finding, span.start) || holds(span, finding.start)),
  );
  const fixes = findings.flatMap((finding) => (finding.fix ? [proposed(view, finding, finding.fix, true)] : []));
  if (view.kind !== 'record') return fixes;
  return distinct([
    ...fixes,
    ...findings.flatMap((finding) => chosen(view, finding, articles)),
    ...findings.flatMap((finding) => acceptance(view, finding)),
  ]);
}

function chosen(view: RecordView, finding: Finding, articles: readonly string[]): readonly Proposal[] {
  switch (finding.rule) {
    case 'agency/unknown':
      return newAgency(view, finding);
    case 'figure/unit-unknown':
      return newNoun(view, finding);
    case 'coverage/unclaimed':
      return aboutUnclaimed(view, finding);
    default: {
      const fixes = choices[finding.rule]?.(view, finding, articles) ?? [];
      return fixes.map((fix) => proposed(view, finding, fix));
    }
  }
}

/** Two findings in one place may ask for the same edit. */
function distinct(proposals: readonly Proposal[]): readonly Proposal[] {
  const seen = new Set<string>();
  return proposals.filter(({ path, edits }) => {
    const key = JSON.stringify([path, edits]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
