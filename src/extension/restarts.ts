const most = 5;
const within = 3 * 60_000;

/** Whether a server that ended is started again: not where it ended five times in three minutes. */
export class Restarts {
  private ends: number[] = [];

  /** @param now milliseconds. */
  mayRestart(now: number): boolean {
    this.ends = [...this.ends.filter((end) => now - end < within), now];
    if (this.ends.length < most) return true;
    this.ends = [];
    return false;
  }
}
