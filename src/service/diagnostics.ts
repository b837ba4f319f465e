import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import type { Finding, Related, Severity } from '../checks/finding.ts';
import { shown } from '../checks/wording.ts';
import { placeInArticle, rangeOf } from './ranges.ts';
import { type FileView, type RecordView, sourceNamed } from './views.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** What an editor shows of a file: every finding that no acceptance covers, in the order of the text. */
export const diagnosticsOf = (view: RecordView | FileView): Diagnostic[] =>
  findingsOf(view)
    .filter(({ accepted }) => accepted === undefined)
    .map((finding) => diagnosticOf(finding, view));

/** All findings of a view, accepted ones too. */
export const findingsOf = (view: RecordView | FileView): readonly Finding[] =>
  view.kind === 'record' ? view.result.findings : view.findings;

function diagnosticOf(finding: Finding, view: RecordView | FileView): Diagnostic {
  const page = view.project.rulePage(finding.rule);
  const related = view.kind === 'record' ? finding.related.flatMap((place) => relatedIn(view, place)) : [];
  return {
    range: rangeOf(view.lines, finding),
    severity: severities[finding.severity],
    source: 'Policy Records',
    code: finding.rule,
    ...(page !== undefined && { codeDescription: { href: page } }),
    message: finding.message,
    ...(finding.rule === 'accept/unused' && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** The passage that a finding speaks of, with the words that stand there. */
function relatedIn(view: RecordView, place: Related): DiagnosticRelatedInformation[] {
  const source = sourceNamed(view, place.source);
  const location = placeInArticle(source, place);
  if (!location || !source?.article) return [];
  return [{ location, message: `“${shown(source.article.text.slice(place.start, place.end))}”` }];
}
