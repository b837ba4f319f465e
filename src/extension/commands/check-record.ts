import { checkRecordRequest, type RecordStatus } from '../../server/protocol.ts';
import { recordAtHand } from '../record-at-hand.ts';
import type { Command } from './command.ts';

/** Checks the record at hand now, whatever the settings say; the outcome stands in the status bar. */
export const checkRecord: Command = async ({ server }): Promise<RecordStatus | undefined> => {
  const uri = recordAtHand()?.document.uri.toString();
  return uri === undefined
    ? undefined
    : ((await server.request<RecordStatus | null>(checkRecordRequest, { uri })) ?? undefined);
};
