import { run } from './run.ts';
import { processTerminal } from './terminal.ts';
import { workerCall } from './worker-crew.ts';

if (process.argv[2] !== workerCall) {
  run(process.argv.slice(2), processTerminal()).then((status) => {
    // No process.exit: what stands in a pipe is still to be written. A failed write has set a status of its own.
    process.exitCode = Math.max(status, Number(process.exitCode ?? 0));
  });
} else {
  import('./worker.ts').then(({ serveAsWorker }) => serveAsWorker());
}
