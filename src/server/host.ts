import type { CaptureRequest, CaptureResult } from '../node/capture-article.ts';
import type { Configuration } from '../records/configuration.ts';
import type { OpenArticle } from '../service/article-store.ts';
import type { RepositoryFiles } from '../service/files.ts';
import type { Address } from './addresses.ts';

/** What the server needs of the machine that it runs on; a browser brings another one. */
export interface ServerHost {
  /** How articles are opened with the units and nouns of a configuration. */
  readonly opener: (configuration: Configuration) => OpenArticle;
  /** The root of the repository that a file lies in, seen from the opened folder; undefined where this host cannot say. */
  readonly rootOf: (file: Address, opened: Address | undefined) => Address | undefined;
  /** The files of a repository that this host can reach by itself; undefined for any other. */
  readonly files: (root: Address) => RepositoryFiles | undefined;
  /** Fetches a page into a repository on this machine; absent where the host has no disk. */
  readonly capture?: (
    root: Address,
    configuration: Configuration,
    request: Omit<CaptureRequest, 'root' | 'open'>,
  ) => Promise<CaptureResult>;
  /** Lets other work go on; resolves in a later turn of the event loop. */
  readonly pause: () => Promise<void>;
  /** The process that the server runs in, and how much memory it holds; zeros where nobody can say. */
  readonly usage: () => { readonly process: number; readonly megabytes: number };
  /** The address of a rule's page; undefined where the pages do not lie beside the program. */
  readonly rulePage: (rule: string) => string | undefined;
}
