import { parentPort, workerData } from 'node:worker_threads';
import { openerFor } from '../node/open-article.ts';
import type { RenderedRecord } from '../reports/html/page.ts';
import { type Found, OwnCrew } from './crew.ts';
import { openSettings } from './repository.ts';
import { RunFiles } from './run-files.ts';
import type { Answer, Question, WorkerStart } from './worker-crew.ts';

/** Checks records for another thread. */
export function serveAsWorker(): void {
  const { root, registries, share } = workerData as WorkerStart;
  const files = new RunFiles(root);
  const settings = openSettings(registries, files);
  const crew = new OwnCrew(files, settings, openerFor(settings.configuration), traceOf, share);
  const port = parentPort;
  if (!port) throw new Error('there is no thread to work for');
  port.on('message', (question: Question) => {
    answerTo(crew, question).then(
      (answer) => answer && port.postMessage(answer),
      (error: unknown) => {
        const crash: Answer = { crash: traced(error) };
        port.postMessage(crash);
      },
    );
  });
}

/** Where a fault of the program lies is only of use to who mends it. */
function traceOf(error: unknown): void {
  if (process.env.POLICY_RECORDS_DEBUG) process.stderr.write(`${traced(error)}\n`);
}

const traced = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

async function answerTo(crew: OwnCrew, question: Question): Promise<Answer | undefined> {
  if ('facts' in question) return { facts: await crew.facts(question.facts) };
  if ('groups' in question) {
    crew.setGroups(question.groups, question.shared);
    return undefined;
  }
  if ('render' in question) {
    const rendered: RenderedRecord[] = [];
    for await (const record of crew.render(question.render, question.listed)) rendered.push(record);
    return { rendered };
  }
  const all: Found[] = [];
  // What a report shows is made again in the main thread, for it holds functions.
  for await (const { shown: _, ...found } of crew.check(question.check)) all.push(found);
  return { found: all };
}
