import { statSync } from 'node:fs';
import { floor } from '../../test/vscode/host/builds.ts';
import { bundleSuite } from '../../test/vscode/host/bundle.ts';
import { runInBrowser } from '../../test/vscode/host/in-browser.ts';
import { installBuild } from '../../test/vscode/host/install-build.ts';
import { openBrowser } from '../../test/vscode/host/window.ts';
import { packageExtension } from '../package-extension.ts';
import { number, type Row } from './table.ts';

const goals = { megabytes: 3, milliseconds: 50 };
const windows = 3;

/** The package as it is installed: its size, and how long a real window waits for it, the slowest of some windows. */
export async function ofPackage(): Promise<Row[]> {
  const file = packageExtension();
  const megabytes = statSync(file).size / 1e6;
  const milliseconds = await activation(file);
  return [
    {
      what: 'size of the packed extension',
      measured: `${number(megabytes)} MB`,
      peer: `${goals.megabytes} MB`,
      ratio: megabytes / goals.megabytes,
      goal: { atMost: 1 },
    },
    {
      what: `activation in VS Code ${floor.version}: loading and activating, the slowest of ${windows} windows`,
      measured: `${milliseconds} ms`,
      peer: `${goals.milliseconds} ms`,
      ratio: milliseconds / goals.milliseconds,
      goal: { atMost: 1 },
    },
  ];
}

async function activation(file: string): Promise<number> {
  const browser = await openBrowser();
  const times: number[] = [];
  try {
    const build = installBuild(floor);
    const suite = await bundleSuite('elsewhere');
    for (let round = 0; round < windows; round += 1) {
      const session = { suite: 'elsewhere', folder: 'test/vscode/folders/elsewhere' };
      const outcomes = await runInBrowser(build, session, suite, browser, file);
      const [measured] = outcomes.flatMap(({ measured }) => measured ?? []);
      if (measured === undefined)
        throw new Error(outcomes.map(({ title, problem }) => `${title}: ${problem}`).join('\n'));
      times.push(measured);
    }
  } finally {
    await browser.close();
  }
  return Math.max(...times);
}
