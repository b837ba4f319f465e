import type { ServerContext, ServerFeature } from '../context.ts';
import { type ArticlesParams, articlesRequest, type ListedRecord, recordsRequest } from '../protocol.ts';

/** What records there are, and which articles they cite. */
export const records: ServerFeature = {
  capabilities: {},
  register(context) {
    const { connection, guarded } = context;
    connection.onRequest(recordsRequest, () => guarded('records', [], () => listRecords(context)));
    connection.onRequest(articlesRequest, (params: ArticlesParams) =>
      guarded('articles', [], () => articlesOf(context, params)),
    );
  },
};

async function listRecords({ projects }: ServerContext): Promise<ListedRecord[]> {
  const listed: ListedRecord[] = [];
  for (const project of new Set([...projects.openFolders(), ...projects.all()])) {
    await project.indexed();
    const selected = new Set(project.selectedRecords());
    for (const { path, title, id } of project.records) {
      if (selected.has(path))
        listed.push({ uri: project.uriOf(path), title: title ?? id ?? path, root: project.uriOf('') });
    }
  }
  return listed;
}

async function articlesOf({ recordOf }: ServerContext, { records: uris }: ArticlesParams): Promise<string[]> {
  const articles = new Set<string>();
  for (const uri of uris) {
    const view = await recordOf(uri);
    for (const { places } of view?.sources ?? []) if (places) articles.add(places.uri);
  }
  return [...articles].sort();
}
