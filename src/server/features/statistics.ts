import type { ServerFeature } from '../context.ts';
import { type Statistics, statisticsRequest } from '../protocol.ts';

export const statistics: ServerFeature = {
  capabilities: {},
  register({ connection, host, projects }) {
    connection.onRequest(statisticsRequest, (): Statistics => {
      const all = projects.all();
      return {
        ...host.usage(),
        repositories: all.length,
        records: all.reduce((sum, { records }) => sum + records.length, 0),
        checks: all.reduce((sum, { checks }) => sum + checks, 0),
      };
    });
  },
};
