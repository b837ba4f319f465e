import { commands, l10n, window } from 'vscode';
import { checkRecordRequest } from '../../server/protocol.ts';
import type { ClaimState } from '../../service/claim-states.ts';
import { commandNames } from '../names.ts';
import { claimAtHand, positionFrom, recordAtHand } from '../record-at-hand.ts';
import { claimInWords } from '../words.ts';
import type { Command } from './command.ts';

/** Says of the figure or date at the cursor what its check says. */
export const checkFigure: Command = async ({ server }, at): Promise<ClaimState | undefined> => {
  const editor = recordAtHand();
  if (!editor) return undefined;
  await server.request(checkRecordRequest, { uri: editor.document.uri.toString() });
  const claim = await claimAtHand(server, editor, positionFrom(at));
  if (claim) void tell(claim);
  return claim;
};

async function tell(claim: ClaimState): Promise<void> {
  const show = l10n.t('Show the Passage');
  const isRight = claim.verdict === 'supported' || claim.verdict === 'accepted';
  const say = isRight ? window.showInformationMessage : window.showWarningMessage;
  const chosen = await say(claimInWords(claim), ...(claim.passages.length > 0 ? [show] : []));
  if (chosen === show) await commands.executeCommand(commandNames.showPassage, claim.range.start);
}
