import { existsSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { captureArticle } from '../node/capture-article.ts';
import type { FetchOptions } from '../node/fetch-page.ts';
import { rootOf } from '../node/files.ts';
import { openerFor } from '../node/open-article.ts';
import { BlockMemory } from '../quantities/block-memory.ts';
import { type Address, diskPath, formatAddress } from './addresses.ts';
import { diskFiles } from './disk-files.ts';
import type { ServerHost } from './host.ts';

/**
 * The server on a machine with Node.
 * @param fetching For tests alone, whose pages lie on this machine; nothing that is shipped passes it.
 */
export function nodeHost(fetching: FetchOptions = {}): ServerHost {
  const pages = folderOfPages();
  return {
    opener: (configuration) => openerFor(configuration, new BlockMemory()),
    rootOf(file, opened) {
      const path = diskPath(file);
      if (path === undefined) return undefined;
      const folder = real(dirname(path));
      const openedPath = opened && diskPath(opened);
      const root = addressOf(rootOf(folder, openedPath === undefined ? folder : real(openedPath)));
      // The editor may have come through a link, and goes on calling the root by that name.
      const inside = addressOf(folder).path.slice(root.path.length);
      const named = file.path.slice(0, file.path.lastIndexOf('/'));
      return named.endsWith(inside) ? { ...file, path: named.slice(0, named.length - inside.length) || '/' } : root;
    },
    files(root) {
      const path = diskPath(root);
      return path === undefined ? undefined : diskFiles(real(path));
    },
    async capture(root, configuration, request) {
      const path = diskPath(root);
      if (path === undefined)
        return { failure: 'Pages are kept only in a folder on this machine; open one that holds your records.' };
      return captureArticle({
        ...request,
        root: real(path),
        open: openerFor(configuration),
        fetching: { ...fetching, ...request.fetching },
      });
    },
    pause: () => new Promise((resolve) => setImmediate(resolve)),
    usage: () => ({ process: process.pid, megabytes: Math.round(process.memoryUsage.rss() / 1e6) }),
    rulePage: (rule) =>
      pages === undefined ? undefined : formatAddress(addressOf(`${pages}${rule.replace('/', '-')}.md`)),
  };
}

const addressOf = (path: string): Address => ({
  origin: 'file://',
  path: sep === '\\' ? `/${path.split('\\').join('/')}` : path,
});

/** The path without links; a folder that is not there yet has none, and keeps its own. */
const real = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

/** The pages about the rules lie beside the bundle's folder in a package, and two folders up in the sources. */
function folderOfPages(): string | undefined {
  const folders = ['../docs/rules/', '../../docs/rules/'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return folders.find(existsSync);
}
