import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const command = 'apt-get update && apt-get install -y --no-install-recommends chromium';

/** Where Chromium or Chrome is; `CHROMIUM` names another place. Installed where it is missing and that is allowed. */
export function chromium(): string {
  const found = find();
  if (found) return found;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    console.log('Chromium is missing: installing it.');
    install();
  }
  const now = find();
  if (now) return now;
  throw new Error(
    `The tests in VS Code need Chromium, and ${mayInstall ? 'installing it failed' : 'it is not on this machine'}. ` +
      `Install it, on Debian with\n\n    sudo sh -c '${command}'\n\nor say in CHROMIUM where it is.`,
  );
}

function find(): string | undefined {
  return [process.env.CHROMIUM ?? '', ...places].find((place) => place !== '' && existsSync(place));
}

/** Tried twice: a registry may be slow for a moment. */
function install(): void {
  for (let attempt = 0; attempt < 2 && !find(); attempt++) {
    const { stderr, status } = spawnSync('sh', ['-c', command], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
    if (status !== 0) console.log(stderr);
  }
}
