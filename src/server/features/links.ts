import { linksOf } from '../../service/links.ts';
import type { ServerFeature } from '../context.ts';

export const links: ServerFeature = {
  capabilities: { documentLinkProvider: {} },
  register({ connection, guarded, recordOf }) {
    connection.onDocumentLinks(({ textDocument }) =>
      guarded('document links', [], async () => {
        const view = await recordOf(textDocument.uri);
        return view ? linksOf(view) : [];
      }),
    );
  },
};
