import { isMainThread } from 'node:worker_threads';
import { keepHeapSmall } from '../node/small-heap.ts';
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

if (isMainThread) {
  keepHeapSmall();
  run(process.argv.slice(2), processTerminal()).then((status) => {
    // No process.exit: what stands in a pipe is still to be written. A failed write has set a status of its own.
    process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
  });
} else {
  import('./worker.ts').then(({ serveAsWorker }) => serveAsWorker());
}
