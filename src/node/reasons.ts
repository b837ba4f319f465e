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
