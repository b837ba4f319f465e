import { ErrorCodes, type Position, ResponseError } from 'vscode-languageserver';
import { kindOf } from '../../records/layout.ts';
import { claimsOn, quantityAt } from '../../service/hover/article-card.ts';
import { definitionInFile, definitionInRecord } from '../../service/navigation/definition.ts';
import { findOccurrences, locationsOf } from '../../service/navigation/references.ts';
import { isRenamable, refusalOf, renameEdit } from '../../service/navigation/rename.ts';
import { type Named, nameInFile, nameInRecord } from '../../service/navigation/target.ts';
import { rangeOf } from '../../service/ranges.ts';
import type { FileView, RecordView } from '../../service/views.ts';
import type { ServerContext, ServerFeature } from '../context.ts';
import type { Place } from '../projects.ts';

/** Definition, references and rename. */
export const navigation: ServerFeature = {
  capabilities: { definitionProvider: true, referencesProvider: true, renameProvider: { prepareProvider: true } },
  register(context) {
    const { connection, guarded, placeOf } = context;
    connection.onDefinition(({ textDocument: { uri }, position }) =>
      guarded('definition', [], async () => {
        const at = await viewAt(context, uri, position);
        if (!at) return [];
        return at.view.kind === 'record'
          ? definitionInRecord(at.view, at.offset)
          : definitionInFile(at.view, at.offset);
      }),
    );
    connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }) =>
      guarded('references', [], async () => {
        const place = placeOf(uri);
        if (place && kindOf(place.path) === 'other') return claimsAt(place, position);
        const at = await nameAt(context, uri, position);
        if (!at) return [];
        return locationsOf(at.project, await findOccurrences(at.project, at.name, at.path), includeDeclaration);
      }),
    );
    connection.onPrepareRename(({ textDocument: { uri }, position }) =>
      guarded('rename', null, async () => {
        const at = await nameAt(context, uri, position);
        if (!at || !isRenamable(at.name)) return null;
        return { range: rangeOf(at.view.lines, at.name.place), placeholder: at.name.place.value };
      }),
    );
    connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
      const answer = await guarded('rename', null, async () => {
        const at = await nameAt(context, uri, position);
        if (!at || !isRenamable(at.name)) return null;
        const occurrences = await findOccurrences(at.project, at.name, at.path);
        const refusal = await refusalOf(at.project, at.name, at.path, newName);
        return refusal ?? { edit: renameEdit(at.project, occurrences, newName) };
      });
      if (answer && 'message' in answer) return new ResponseError(ErrorCodes.InvalidParams, answer.message);
      return answer?.edit ?? null;
    });
  },
};

interface ViewAt extends Place {
  readonly view: RecordView | FileView;
  readonly offset: number;
}

async function viewAt({ placeOf }: ServerContext, uri: string, position: Position): Promise<ViewAt | undefined> {
  const place = placeOf(uri);
  if (!place || kindOf(place.path) === 'other') return undefined;
  const { project, path } = place;
  const view = await (kindOf(path) === 'record' ? project.record(path) : project.file(path));
  return view && { project, path, view, offset: view.lines.offsetAt(position) };
}

async function nameAt(
  context: ServerContext,
  uri: string,
  position: Position,
): Promise<(ViewAt & { readonly name: Named }) | undefined> {
  const at = await viewAt(context, uri, position);
  const name = at && (at.view.kind === 'record' ? nameInRecord(at.view, at.offset) : nameInFile(at.view, at.offset));
  return name && { ...at, name };
}

/** The claims of records that stand on a number of an article. */
async function claimsAt({ project, path }: Place, position: Position) {
  const view = await project.article(path);
  const quantity = view && quantityAt(view, view.places.spanOf({ start: position, end: position }).start);
  return quantity ? claimsOn(view, quantity).map(({ location }) => location) : [];
}
