/** What the tests in the extension host tell the program that started it. */
export interface Outcome {
  readonly title: string;
  readonly milliseconds: number;
  /** Why it failed. */
  readonly problem?: string;
  /** What it measured beside, in milliseconds. */
  readonly measured?: number;
}

export interface SuiteReport {
  readonly outcomes: readonly Outcome[];
  /** False where the host ended before the last test did. */
  readonly finished: boolean;
}

/** A test that leaves a measurement on itself (`this.runnable()`). */
export interface Measuring {
  measured?: number;
}
