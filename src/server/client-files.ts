import type { Connection } from 'vscode-languageserver';
import { kindOf, mayBeArticle } from '../records/layout.ts';
import type { RepositoryFiles } from '../service/files.ts';
import { type Address, formatAddress } from './addresses.ts';
import { listFilesRequest, type ReadFileResult, readFileRequest } from './protocol.ts';

/** The files of a repository that only the editor reaches, as one that was opened from a website. */
export function clientFiles(connection: Connection, root: Address): RepositoryFiles {
  const folder = root.path.replace(/\/+$/, '');
  const listed = () => connection.sendRequest<string[]>(listFilesRequest, { uri: formatAddress(root) });
  return {
    async read(path, maxBytes) {
      const uri = formatAddress({ ...root, path: `${folder}/${path}` });
      const answer = await connection.sendRequest<ReadFileResult>(readFileRequest, { uri, maxBytes });
      return 'base64' in answer ? { bytes: bytesOf(answer.base64) } : answer;
    },
    list: async () => (await listed()).filter((path) => kindOf(path) === 'record' || kindOf(path) === 'registry'),
    // An editor lists a whole repository at once.
    registriesAbove: async () => (await listed()).filter((path) => kindOf(path) === 'registry'),
    articles: async () => (await listed()).filter(mayBeArticle),
  };
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
