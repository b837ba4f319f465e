/**
 * The tests in a real VS Code: `tsx test/vscode/host/run.ts [version…] [suite…] [--times] [--only=words] [--desktop]`. `driven` are those that
 * are driven from outside; `driven:pages` is one file of them, and only in a browser. On Linux they run
 * in builds from the npm registry, the floor and a recent one; elsewhere, and with `--desktop`, in a desktop VS Code.
 */
import { writeFileSync } from 'node:fs';
import { packageExtension } from '../../../scripts/package-extension.ts';
import type { Outcome } from '../suite/report.ts';
import { type Build, floor, recent } from './builds.ts';
import { bundleSuite } from './bundle.ts';
import { runDriven } from './driven.ts';
import { runInBrowser } from './in-browser.ts';
import { installBuild } from './install-build.ts';
import { runOnDesktop } from './on-desktop.ts';
import type { Session } from './session.ts';
import { openBrowser } from './window.ts';

const sessions: readonly Session[] = [
  { suite: 'records', folder: 'examples' },
  { suite: 'elsewhere', folder: 'test/vscode/folders/elsewhere' },
  { suite: 'virtual', folder: 'examples', isVirtual: true },
  { suite: 'untrusted', folder: 'examples', isUntrusted: true },
];

/** Of the files in `test/vscode/driven`; `testing` is run when asked for, as a find widget does not open in every run. */
const inEveryRun = ['from-nothing', 'paste'];

const asked = process.argv.slice(2);
const counts = { passed: 0, failed: 0 };
if (process.platform !== 'linux' || asked.includes('--desktop')) await onDesktop();
else await inBrowser();
if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify(counts));
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

async function inBrowser(): Promise<void> {
  const packaged = packageExtension();
  const browser = await openBrowser();
  try {
    for (const build of builds()) {
      const ready = installBuild(build);
      for (const session of wanted()) {
        // The floor runs the extension from its folder, as those who work on it do; the recent build has it installed, and
        // so does a window that needs the extension in `runner` too.
        const isInstalled = build === recent || session.isVirtual;
        const run = async () =>
          runInBrowser(ready, session, await bundleSuite(session.suite), browser, isInstalled ? packaged : undefined);
        await told(build, session, run);
      }
      const files = drivenFiles(build);
      if (files) {
        const installed = build === recent ? packaged : undefined;
        await told(build, { suite: 'driven' }, () => runDriven(ready, browser, installed, files));
      }
    }
  } finally {
    await browser.close();
  }
}

async function onDesktop(): Promise<void> {
  for (const build of builds()) {
    for (const session of wanted()) {
      await told(build, session, async () => runOnDesktop(build.version, session, await bundleSuite(session.suite)));
    }
  }
}

async function told(
  { version }: Build,
  { suite }: Pick<Session, 'suite'>,
  run: () => Promise<readonly Outcome[]>,
): Promise<void> {
  const started = Date.now();
  const outcomes = await run();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`VS Code ${version}, ${suite}: ${outcomes.length} tests in ${seconds} s`);
  for (const { title, problem, milliseconds } of outcomes) {
    if (asked.includes('--times')) console.log(`  ${String(milliseconds).padStart(6)} ms  ${title}`);
    if (problem !== undefined) console.log(`\n  ✗ ${title}\n    ${problem.split('\n').join('\n    ')}\n`);
    counts[problem === undefined ? 'passed' : 'failed'] += 1;
  }
}

function wanted(): readonly Session[] {
  const suites = asked.filter((argument) => /^[a-z]/.test(argument));
  const [only] = asked.flatMap((argument) => /^--only=(.+)$/.exec(argument)?.[1] ?? []);
  return sessions
    .filter(({ suite }) => suites.length === 0 || suites.includes(suite))
    .map((session) => ({ ...session, ...(only !== undefined && { only }) }));
}

/**
 * Which files of `test/vscode/driven` are run in a build: `pages` of `driven:pages`, all (an empty list) of `driven`; undefined for
 * none. They take minutes, as somebody who types does: what is not asked for by name is run in the recent build, as far as it has
 * to be in every run.
 */
function drivenFiles(build: Build): readonly string[] | undefined {
  if (asked.includes('driven')) return [];
  const files = asked.flatMap((argument) => /^driven:(.+)$/.exec(argument)?.[1] ?? []);
  if (files.length > 0) return files;
  return build === recent && !asked.some((argument) => /^[a-z]/.test(argument)) ? inEveryRun : undefined;
}

function builds(): readonly Build[] {
  const versions = asked.filter((argument) => /^\d/.test(argument));
  return [floor, recent].filter(({ version }) => versions.length === 0 || versions.some((v) => version.startsWith(v)));
}
