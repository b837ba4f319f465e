/**
 * CPU time, because other programs run beside a benchmark; the least of several interleaved rounds, because whatever
 * disturbs a round only ever adds to it, and because a machine that slows down slows all who take part.
 */

/** CPU time of one call in nanoseconds, of every thread of this process. */
export function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

/** Time from outside in nanoseconds: for processes, whose CPU time Node does not tell. */
export function wallTime(run: () => void): number {
  const before = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - before);
}

/**
 * The least time that each of the runs took. They take turns, and the first round, in which code is compiled, does not
 * count.
 */
export function leastTimes(
  runs: readonly (() => void)[],
  rounds: number,
  time: (run: () => void) => number = cpuTime,
): number[] {
  for (const run of runs) run();
  const least = runs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of runs.entries()) least[index] = Math.min(least[index] as number, time(run));
  }
  return least;
}

/** How often to repeat what takes `once` nanoseconds, so that a round takes about `wanted` of them. */
export const repeatsFor = (once: number, wanted = 60e6): number => Math.max(1, Math.round(wanted / once));

/** Makes one run of several. */
export const repeated =
  (times: number, run: () => void): (() => void) =>
  () => {
    for (let i = 0; i < times; i++) run();
  };

/** CPU time of a call that is not one of the first. */
export function warmed(run: () => void): number {
  repeated(20, run)();
  return Math.max(1000, cpuTime(repeated(20, run)) / 20);
}
