import { claimStatesOf } from '../../service/claim-states.ts';
import type { ServerFeature } from '../context.ts';
import { type CheckRecordParams, claimsRequest } from '../protocol.ts';

export const claims: ServerFeature = {
  capabilities: {},
  register({ connection, guarded, recordOf }) {
    connection.onRequest(claimsRequest, ({ uri }: CheckRecordParams) =>
      guarded('claims', [], async () => {
        const view = await recordOf(uri);
        return view ? claimStatesOf(view) : [];
      }),
    );
  },
};
