import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from 'vscode-languageserver';
import { kindOf } from '../../records/layout.ts';
import { proposalsFor } from '../../service/actions/actions.ts';
import { safeEdits } from '../../service/actions/fix-all.ts';
import type { Proposal } from '../../service/actions/proposal.ts';
import { type EditAbilities, workspaceEdit } from '../../service/actions/workspace-edit.ts';
import type { FileView, RecordView } from '../../service/views.ts';
import type { ServerContext, ServerFeature } from '../context.ts';
import type { Place } from '../projects.ts';

/** Every fix that needs no eye on it, when a file is saved or somebody asks for it. */
const fixAll = `${CodeActionKind.SourceFixAll}.policyRecords`;

export const actions: ServerFeature = {
  capabilities: { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] } },
  register(context) {
    context.connection.onCodeAction((params) => context.guarded('fixes', [], () => actionsFor(context, params)));
  },
};

async function actionsFor(context: ServerContext, params: CodeActionParams): Promise<CodeAction[]> {
  const { uri } = params.textDocument;
  const place = context.placeOf(uri);
  if (!place || kindOf(place.path) === 'other') return [];
  const version = context.versionOf(uri);
  const { project, path } = place;
  const view = await (kindOf(path) === 'record' ? project.record(path) : project.file(path));
  const wanted = (kind: string): boolean =>
    params.context.only?.some((one) => one === CodeActionKind.Empty || kind === one || kind.startsWith(`${one}.`)) ??
    kind === CodeActionKind.QuickFix;
  const found = !view
    ? []
    : [
        ...(wanted(CodeActionKind.QuickFix) ? await quickFixes(context, params, place, view) : []),
        ...(wanted(fixAll) ? allFixes(context, place, view) : []),
      ];
  // Somebody typed in the meantime: what was found stands elsewhere by now.
  return version === context.versionOf(uri) ? found : [];
}

async function quickFixes(
  context: ServerContext,
  { range, context: { diagnostics } }: CodeActionParams,
  { project }: Place,
  view: RecordView | FileView,
): Promise<CodeAction[]> {
  const span = { start: view.lines.offsetAt(range.start), end: view.lines.offsetAt(range.end) };
  const proposals = proposalsFor(view, span, await project.articles());
  return proposals.flatMap((proposal): CodeAction[] => {
    const edit = workspaceEdit(proposal, project.uriOf, context.versionOf, abilities(context));
    if (!edit) return [];
    const about = diagnostics.filter((diagnostic) => isAbout(diagnostic, proposal, view));
    return [
      {
        title: proposal.title,
        kind: CodeActionKind.QuickFix,
        ...(about.length > 0 && { diagnostics: about }),
        ...(proposal.preferred && { isPreferred: true }),
        edit,
      },
    ];
  });
}

/** Whether what an editor shows is the finding of a proposal. */
function isAbout({ code, range }: Diagnostic, { finding }: Proposal, { lines }: RecordView | FileView): boolean {
  return (
    code === finding.rule &&
    lines.offsetAt(range.start) === finding.start &&
    lines.offsetAt(range.end) === Math.max(finding.end, finding.start)
  );
}

function allFixes(context: ServerContext, { project }: Place, view: RecordView | FileView): CodeAction[] {
  const edits = safeEdits(view);
  if (edits.length === 0) return [];
  const file = { path: view.path, text: view.text, edits };
  const edit = workspaceEdit(file, project.uriOf, context.versionOf, abilities(context));
  return edit ? [{ title: 'Mend how it is written, wherever what is meant is plain', kind: fixAll, edit }] : [];
}

function abilities(context: ServerContext): EditAbilities {
  const edit = context.client().capabilities.workspace?.workspaceEdit;
  return {
    versions: edit?.documentChanges === true,
    snippets: edit?.snippetEditSupport === true,
    creation: edit?.resourceOperations?.includes('create') === true,
  };
}
