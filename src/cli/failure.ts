/** What ends a run with exit status 2: a wrong call, a wrong configuration, nothing to check. Said in one plain sentence. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** By its name: a loader may hold this module twice, and then the classes are not the same. */
export const isFailure = (error: unknown): error is Failure => error instanceof Error && error.name === 'Failure';
