/** What ends a run with exit status 2: a wrong call, a wrong configuration, nothing to check. Said in one plain sentence. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** By its name: a loader may hold this module twice, and then the classes are not the same. */
export const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === 'Failure';

/** The code of a failed system call (`ENOENT`), where the error is one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EACCES: 'may not be opened with the rights of this user',
  EPERM: 'may not be opened with the rights of this user',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that leads back to itself',
  ENAMETOOLONG: 'has a name that is too long',
  EMFILE: 'could not be opened, because too many files are open',
  ENOSPC: 'could not be written, because the disk is full',
  EROFS: 'could not be written, because the disk is read-only',
  EEXIST: 'is there already',
};

/** Why a file could not be used, as the end of a sentence: `does not exist`. */
export const reasonOf = (error: unknown): string => words[codeOf(error) ?? ''] ?? 'could not be opened';
