/** The bytes of a file, or why there are none: the end of a sentence, `does not exist`. */
export type FileBytes =
  | { readonly bytes: Uint8Array }
  | {
      /** There is no such file in the repository; otherwise there is one that cannot be read. */
      readonly missing: boolean;
      readonly reason: string;
    };

/**
 * The files of one repository, wherever they are: on a disk, or with an editor that opened them from elsewhere. Paths are
 * relative to the root, with `/`. Whoever implements it never leads outside the repository, whatever links say.
 */
export interface RepositoryFiles {
  /** Never rejects for what a file is; a file of more than `maxBytes` is refused unread. */
  read(path: string, maxBytes: number): Promise<FileBytes>;
  /** Records and registries, in the order of their names. */
  list(): Promise<readonly string[]>;
  /** The registries in the folder of a file and in those above it, and perhaps others, found without looking at all folders. */
  registriesAbove(path: string): Promise<readonly string[]>;
  /** Files that may be articles by their names, in the order of these. */
  articles(): Promise<readonly string[]>;
}
