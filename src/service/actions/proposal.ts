import type { Finding } from '../../checks/finding.ts';
import type { Fix } from '../../records/problem.ts';
import type { Span } from '../../text/span.ts';

/** A place that a person fills in after an edit was made. */
export interface ToFill {
  /** What stands there until then. */
  readonly text: string;
  /** What stands there in an editor that cannot put the cursor there. */
  readonly otherwise: string;
}

/** What is written in the place of a span, with at most one place to fill in: the pieces stand before and behind it. */
export interface ProposedEdit extends Span {
  readonly newText: string | { readonly before: string; readonly fill: ToFill; readonly after: string };
}

/** One thing that a person may choose to do about a finding. */
export interface Proposal {
  readonly title: string;
  readonly finding: Finding;
  /** It is what most people would do. */
  readonly preferred: boolean;
  /** The file that is changed, relative to the root; it is made first where it does not exist. */
  readonly path: string;
  /** The text of that file, in which the edits stand. */
  readonly text: string;
  readonly creates?: boolean;
  readonly edits: readonly ProposedEdit[];
}

/** A fix of a finding in the file that the finding stands in. */
export const proposed = (
  { path, text }: { readonly path: string; readonly text: string },
  finding: Finding,
  { title, edits }: Pick<Fix, 'title' | 'edits'>,
  preferred = false,
): Proposal => ({ title, finding, preferred, path, text, edits });
