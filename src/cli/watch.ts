import { type FSWatcher, watch } from 'node:fs';
import { reasonOf } from '../node/reasons.ts';
import { Failure } from './failure.ts';
import type { Terminal } from './terminal.ts';

/** Editors write a file in several steps; a check begins when nothing has changed for so many milliseconds. */
const calm = 150;

/** Runs a check, and again whenever a file of the repository changes, as long as somebody reads. Gives the last status. */
export async function repeatOnChange(root: string, terminal: Terminal, check: () => Promise<number>): Promise<number> {
  const changes = new Changes(root);
  try {
    for (;;) {
      // What changes while a check runs is met by the next one.
      const next = changes.next();
      const status = await check();
      if (terminal.closed()) return status;
      terminal.err('Waiting for a change; Ctrl+C ends.\n');
      await next;
    }
  } finally {
    changes.close();
  }
}

class Changes {
  private readonly watcher: FSWatcher;
  private timer: NodeJS.Timeout | undefined;
  private waiting: { readonly done: () => void; readonly fail: (error: Error) => void } | undefined;

  constructor(root: string) {
    try {
      this.watcher = watch(root, { recursive: true }, (_, name) => {
        if (name === null || isOfInterest(name)) this.noted();
      });
    } catch (error) {
      throw cannotWatch(error);
    }
    this.watcher.on('error', (error) => this.waiting?.fail(cannotWatch(error)));
  }

  next(): Promise<void> {
    return new Promise((done, fail) => {
      this.waiting = { done, fail };
    });
  }

  close(): void {
    clearTimeout(this.timer);
    this.watcher.close();
  }

  private noted(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.waiting?.done(), calm);
  }
}

/** Hidden files are no part of a repository of records, and the cache is one of them. */
const isOfInterest = (name: string): boolean =>
  !name.split(/[\\/]/).some((part) => part.startsWith('.') || part === 'node_modules');

const cannotWatch = (error: unknown): Failure =>
  new Failure(
    `Changes cannot be watched here (the folder ${reasonOf(error)}); run "policy-records check" again by hand.`,
  );
