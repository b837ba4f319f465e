import { newRecordFor } from '../../service/new-record.ts';
import type { ServerFeature } from '../context.ts';
import { type NewRecordParams, type NewRecordResult, newRecordRequest } from '../protocol.ts';

export const newRecord: ServerFeature = {
  capabilities: {},
  register({ connection, guarded, placeOf }) {
    connection.onRequest(newRecordRequest, ({ article, withoutFigure = false }: NewRecordParams) =>
      guarded('new record', null, async (): Promise<NewRecordResult | null> => {
        const place = placeOf(article);
        if (!place) return null;
        const { project, path } = place;
        await project.indexed();
        const paths = project.records.map((record) => record.path);
        const { path: target, snippet } = newRecordFor(path, await project.uncited(path), paths, !withoutFigure);
        return { uri: project.uriOf(target), snippet };
      }),
    );
  },
};
