import { l10n, Position, Range, type TextEditor, window } from 'vscode';
import { claimsRequest } from '../server/protocol.ts';
import type { ClaimState } from '../service/claim-states.ts';
import { recordLanguage } from './names.ts';
import type { Server } from './server.ts';

/** The record that somebody works on; where there is none, that is said. */
export function recordAtHand(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId === recordLanguage) return editor;
  void window.showInformationMessage(
    l10n.t('Open a record first: a file whose name ends in .policy.yaml or .policy.yml.'),
  );
  return undefined;
}

/** The claim at the cursor of a record, or at another place of it; where there is none, that is said. */
export async function claimAtHand(
  server: Server,
  { document, selection }: TextEditor,
  at: Position = selection.active,
): Promise<ClaimState | undefined> {
  const claims = await server.request<readonly ClaimState[]>(claimsRequest, { uri: document.uri.toString() });
  // The last line of a claim counts whole, what is behind its last word too.
  const claim = claims.find(({ range: { start, end } }) => new Range(start.line, 0, end.line + 1, 0).contains(at));
  if (!claim) void window.showInformationMessage(l10n.t('Put the cursor into a figure or a date of the record first.'));
  return claim;
}

/** A position that a caller gave as plain data. */
export function positionFrom(given: unknown): Position | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { line, character } = given as Partial<Position>;
  return typeof line === 'number' && typeof character === 'number' ? new Position(line, character) : undefined;
}
