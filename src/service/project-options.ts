import type { Configuration } from '../records/configuration.ts';
import type { OpenArticle } from './article-store.ts';
import type { RepositoryFiles } from './files.ts';

/** What a project needs of its surroundings: files, addresses, and time for others. */
export interface ProjectOptions {
  readonly files: RepositoryFiles;
  /** How articles are opened with the units and nouns of a configuration. */
  readonly opener: (configuration: Configuration) => OpenArticle;
  readonly uriOf: (path: string) => string;
  readonly textUriOf: (path: string) => string;
  readonly rulePage: (rule: string) => string | undefined;
  readonly indicatorPage?: (indicator: string, uri: string) => string | undefined;
  /** Lets other work go on; resolves in a later turn of the event loop. */
  readonly pause: () => Promise<void>;
  /** Told what was thrown where the program fails on a record. */
  readonly onCrash: (error: unknown) => void;
}
