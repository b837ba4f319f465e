/** What the tests in the extension host tell the program that started it. */
export interface Outcome {
  readonly title: string;
  readonly milliseconds: number;
  /** Why it failed. */
  readonly problem?: string;
}

export interface SuiteReport {
  readonly outcomes: readonly Outcome[];
  /** False where the host ended before the last test did. */
  readonly finished: boolean;
}
