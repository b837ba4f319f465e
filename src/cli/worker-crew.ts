import type { Worker } from 'node:worker_threads';
import { workerThreads } from '../node/late-modules.ts';
import { Exact } from '../quantities/exact.ts';
import type { RenderedRecord } from '../reports/html/page.ts';
import type { Crew, Found, Surveyed } from './crew.ts';
import type { Groups } from './facts.ts';
import type { PageTask } from './page-run.ts';

/** What the main thread asks of a worker. Each question but `groups` has an answer. */
export type Question =
  | { readonly facts: readonly string[] }
  | { readonly groups: Groups; readonly shared?: ReadonlySet<string> }
  | { readonly check: readonly string[] }
  | { readonly render: readonly PageTask[]; readonly listed: ReadonlySet<string> };

export type Answer =
  | { readonly facts: readonly Surveyed[] }
  | { readonly found: readonly Found[] }
  | { readonly rendered: readonly RenderedRecord[] }
  /** The program failed in the worker, with this trace. */
  | { readonly crash: string };

/** The argument that makes the program a worker. No shell can give it, as it holds a NUL. */
export const workerCall = '\0worker';

/** What a worker is started with. */
export interface WorkerStart {
  readonly root: string;
  readonly registries: readonly string[];
  /** Of the room for what is kept in memory, of which each worker has its part. */
  readonly share: number;
}

/** Records in one question: enough to make the way worth while, few enough to share the work evenly. */
const batch = 32;

/** Checks records in several threads. What each finds comes out in the order of the records, whoever is faster. */
export class WorkerCrew implements Crew {
  private readonly members: readonly Member[];

  /** @param program The file that begins a worker. */
  constructor(jobs: number, program: URL, start: Omit<WorkerStart, 'share'>) {
    this.members = Array.from({ length: jobs }, () => new Member(program, { ...start, share: 1 / jobs }));
  }

  async facts(paths: readonly string[]): Promise<readonly Surveyed[]> {
    const all: Surveyed[] = [];
    const ask = async (member: Member, part: readonly string[]) => {
      const answer = await member.ask({ facts: part });
      if (!('facts' in answer)) throw new Error('a worker answered something else');
      return answer.facts;
    };
    for await (const facts of this.inOrder(paths, ask)) all.push(...facts);
    return all;
  }

  setGroups(groups: Groups, shared?: ReadonlySet<string>): void {
    for (const member of this.members) member.tell({ groups, ...(shared && { shared }) });
  }

  async *check(paths: readonly string[]): AsyncGenerator<Found, void, undefined> {
    const ask = async (member: Member, part: readonly string[]) => {
      const answer = await member.ask({ check: part });
      if (!('found' in answer)) throw new Error('a worker answered something else');
      return answer.found;
    };
    for await (const found of this.inOrder(paths, ask)) yield* found;
  }

  async *render(
    tasks: readonly PageTask[],
    listed: ReadonlySet<string>,
  ): AsyncGenerator<RenderedRecord, void, undefined> {
    const ask = async (member: Member, part: readonly PageTask[]) => {
      const answer = await member.ask({ render: part, listed });
      if (!('rendered' in answer)) throw new Error('a worker answered something else');
      return answer.rendered.map(revived);
    };
    for await (const rendered of this.inOrder(tasks, ask)) yield* rendered;
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.close()));
  }

  /**
   * Gives parts of the work to whichever worker waits for some, and the answers in the order of the work. A few parts
   * are asked ahead of what was taken, so that memory stays flat however slowly the answers are taken.
   */
  private async *inOrder<P, T>(
    paths: readonly P[],
    ask: (member: Member, part: readonly P[]) => Promise<T>,
  ): AsyncGenerator<T, void, undefined> {
    const free = [...this.members];
    const waiting: ((member: Member) => void)[] = [];
    const whenFree = (): Promise<Member> => {
      const member = free.pop();
      return member ? Promise.resolve(member) : new Promise((take) => waiting.push(take));
    };
    const give = async (part: readonly P[]): Promise<T> => {
      const member = await whenFree();
      const answer = await ask(member, part);
      const next = waiting.shift();
      if (next) next(member);
      else free.push(member);
      return answer;
    };
    const asked: Promise<T>[] = [];
    for (let at = 0; at < paths.length || asked.length > 0; ) {
      while (at < paths.length && asked.length < this.members.length * 3) {
        const answer = give(paths.slice(at, at + batch));
        // It is waited for in its turn; until then it must not count as forgotten.
        answer.catch(() => undefined);
        asked.push(answer);
        at += batch;
      }
      yield (await asked.shift()) as T;
    }
  }
}

/** Numbers lose their class on the way between threads. */
const revived = ({ indicators, ...rest }: RenderedRecord): RenderedRecord => ({
  ...rest,
  indicators: indicators.map(({ row: { value, min, max, ...row }, place }) => ({
    row: {
      ...row,
      ...(value && { value: Exact.revived(value) }),
      ...(min && { min: Exact.revived(min) }),
      ...(max && { max: Exact.revived(max) }),
    },
    place,
  })),
});

/** One worker, which answers questions one by one. */
class Member {
  private readonly worker: Worker;
  private settle: { readonly done: (answer: Answer) => void; readonly fail: (error: Error) => void } | undefined;
  private failure: Error | undefined;

  constructor(program: URL, start: WorkerStart) {
    const { Worker } = workerThreads();
    this.worker = new Worker(program, {
      argv: [workerCall],
      workerData: start,
      stdin: false,
      // In MB. What is made for a record is gone after it; with the usual size each worker would hold three times as much.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.worker.on('message', (answer: Answer) => {
      const { settle } = this;
      this.settle = undefined;
      if ('crash' in answer) settle?.fail(Object.assign(new Error('a worker failed'), { stack: answer.crash }));
      else settle?.done(answer);
    });
    this.worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.fail(new Error('a worker ended before its work was done')));
  }

  ask(question: Question): Promise<Answer> {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((done, fail) => {
      this.settle = { done, fail };
      this.tell(question);
    });
  }

  tell(question: Question): void {
    this.worker.postMessage(question);
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.settle?.fail(this.failure);
    this.settle = undefined;
  }
}
