/**
 * The tests in a real VS Code: `tsx test/vscode/host/run.ts [version…] [suite…] [--times]`. On Linux they run in builds from the npm
 * registry, the floor and a recent one; elsewhere, and with `--desktop`, in a desktop VS Code that is downloaded.
 */
import { writeFileSync } from 'node:fs';
import { packageExtension } from '../../../scripts/package-extension.ts';
import { type Build, floor, recent } from './builds.ts';
import { bundleSuite } from './bundle.ts';
import { installBuild } from './install-build.ts';
import { runSession, type Session } from './session.ts';
import { openBrowser } from './window.ts';

const sessions: readonly Session[] = [
  { suite: 'records', folder: 'examples' },
  { suite: 'elsewhere', folder: 'test/vscode/folders/elsewhere' },
  { suite: 'virtual', folder: 'examples', isVirtual: true },
];

/** The floor runs the extension from its folder, as those who work on it do; the recent build has it installed, and so does a window that
 * needs the extension in `runner` too. */
const packaged = packageExtension();

const arguments_ = process.argv.slice(2);
const only = arguments_.filter((argument) => /^[a-z]/.test(argument));
let passed = 0;
let failed = 0;
const browser = await openBrowser();
try {
  for (const build of chosen(arguments_.filter((argument) => /^\d/.test(argument)))) {
    const ready = installBuild(build);
    for (const session of sessions.filter(({ suite }) => only.length === 0 || only.includes(suite))) {
      const started = Date.now();
      const outcomes = await runSession(
        ready,
        build === recent || session.isVirtual ? { ...session, packaged } : session,
        await bundleSuite(session.suite),
        browser,
      );
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      console.log(`VS Code ${build.version}, ${session.suite}: ${outcomes.length} tests in ${seconds} s`);
      for (const { title, problem, milliseconds } of outcomes) {
        if (arguments_.includes('--times')) console.log(`  ${String(milliseconds).padStart(6)} ms  ${title}`);
        if (problem === undefined) passed++;
        else failed++;
        if (problem !== undefined) console.log(`\n  ✗ ${title}\n    ${problem.split('\n').join('\n    ')}\n`);
      }
    }
  }
} finally {
  await browser.close();
}
if (process.env.TEST_COUNTS) writeFileSync(process.env.TEST_COUNTS, JSON.stringify({ passed, failed }));
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function chosen(asked: readonly string[]): readonly Build[] {
  const builds = [floor, recent].filter(
    ({ version }) => asked.length === 0 || asked.some((v) => version.startsWith(v)),
  );
  if (builds.length === 0) throw new Error(`There is no build ${asked.join(', ')}.`);
  return builds;
}
