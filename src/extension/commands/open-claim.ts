import { Range, Selection, type TextEditor, TextEditorRevealType, Uri, ViewColumn, window, workspace } from 'vscode';
import { claimsRequest, type ListedRecord, type OpenClaimParams, recordsRequest } from '../../server/protocol.ts';
import type { ClaimState } from '../../service/claim-states.ts';
import type { Command } from './command.ts';

/** Opens a record at a claim. Only records of the opened folders are opened, whatever is asked for. */
export const openClaim: Command = async ({ server }, given): Promise<TextEditor | undefined> => {
  const wanted = paramsFrom(given);
  const records = wanted && (await server.request<readonly ListedRecord[]>(recordsRequest, {}));
  if (!wanted || !records?.some(({ uri }) => uri === wanted.uri)) return undefined;
  const document = await workspace.openTextDocument(Uri.parse(wanted.uri, true));
  const open = window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = open?.viewColumn ?? window.visibleTextEditors[0]?.viewColumn ?? ViewColumn.Beside;
  const editor = await window.showTextDocument(document, { viewColumn });
  const claims = await server.request<readonly ClaimState[]>(claimsRequest, { uri: wanted.uri });
  const claim = claims.find(({ type, id }) => type === wanted.type && id === wanted.id);
  if (claim) {
    const { start, end } = claim.valueRange;
    const place = new Range(start.line, start.character, end.line, end.character);
    editor.selection = new Selection(place.start, place.end);
    editor.revealRange(place, TextEditorRevealType.InCenterIfOutsideViewport);
  }
  return editor;
};

function paramsFrom(given: unknown): OpenClaimParams | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { uri, type, id } = given as Partial<OpenClaimParams>;
  if (typeof uri !== 'string') return undefined;
  return (type === 'figure' || type === 'date') && typeof id === 'string' ? { uri, type, id } : { uri };
}
