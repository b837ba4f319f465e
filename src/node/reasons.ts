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

const writing: Readonly<Record<string, string>> = {
  ENOENT: 'could not be written, because its folder does not exist',
  ENOTDIR: 'could not be written, because its folder does not exist',
  EACCES: 'may not be written with the rights of this user',
  EPERM: 'may not be written with the rights of this user',
  EDQUOT: 'could not be written, because the disk is full',
  EFBIG: 'could not be written, because it is larger than files may be here',
};

/** Why a file could not be used, as the end of a sentence: `does not exist`. */
export function reasonOf(error: unknown, use: 'opened' | 'written' = 'opened'): string {
  const code = codeOf(error) ?? '';
  return (use === 'written' ? writing[code] : undefined) ?? words[code] ?? `could not be ${use}`;
}
