import { type Around, newRecordFor } from '../../service/new-record.ts';
import type { Project } from '../../service/project.ts';
import type { ServerFeature } from '../context.ts';
import { type NewRecordParams, type NewRecordResult, newRecordRequest } from '../protocol.ts';

/** What a new record of a repository is made from, beside its article. */
export const around = ({ records, registries }: Project): Around => ({
  records: records.map(({ path }) => path),
  agencies: registries.flatMap(({ agencies }) => agencies),
});

export const newRecord: ServerFeature = {
  capabilities: {},
  register({ connection, guarded, placeOf }) {
    connection.onRequest(newRecordRequest, ({ article, withoutFigure = false }: NewRecordParams) =>
      guarded('new record', null, async (): Promise<NewRecordResult | null> => {
        const place = placeOf(article);
        if (!place) return null;
        const { project, path } = place;
        await project.indexed();
        const { path: target, snippet } = newRecordFor(
          path,
          await project.uncited(path),
          around(project),
          !withoutFigure,
        );
        return { uri: project.uriOf(target), snippet };
      }),
    );
  },
};
