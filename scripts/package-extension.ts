/**
 * Packs the extension as dist/policy-records.vsix: `npm run package`, after `npm run build`. It is put together in a
 * folder of its own, so that it holds what is listed here and nothing that happens to lie about.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installed } from '../test/vscode/host/packages.ts';

/** From the project's folder → into the package. */
const contents: Readonly<Record<string, string>> = {
  'dist/extension.cjs': 'dist/extension.cjs',
  'dist/client.cjs': 'dist/client.cjs',
  'dist/server.cjs': 'dist/server.cjs',
  'dist/readers': 'dist/readers',
  'dist/tables': 'dist/tables',
  'dist/THIRD-PARTY.txt': 'THIRD-PARTY.txt',
  'docs/rules': 'docs/rules',
  'package.nls.json': 'package.nls.json',
  'package.nls.de.json': 'package.nls.de.json',
  'package.nls.fr.json': 'package.nls.fr.json',
  'package.nls.zh-cn.json': 'package.nls.zh-cn.json',
  l10n: 'l10n',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE.txt',
  'media/icon.png': 'media/icon.png',
  'media/icons': 'media/icons',
  'media/verdicts': 'media/verdicts',
  'media/walkthrough': 'media/walkthrough',
  syntaxes: 'syntaxes',
};

/** What of package.json is about the extension. */
const keys = ['name', 'displayName', 'publisher', 'version', 'description', 'license', 'author', 'engines'];
const extensionKeys = [
  'main',
  'icon',
  'categories',
  'keywords',
  'activationEvents',
  'capabilities',
  'contributes',
  'l10n',
];

export function packageExtension(target = resolve('dist', 'policy-records.vsix')): string {
  const folder = resolve('.cache', 'vscode', 'package');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of Object.entries(contents)) {
    if (!existsSync(from)) throw new Error(`${from} is not there: run \`npm run build\` first`);
    cpSync(from, join(folder, to), { recursive: true });
  }
  // Pictures of a page are shown only where they can be fetched from, and so are left out with it.
  const page = readFileSync('docs/vscode.md', 'utf8').replace(/^!\[[^\]]*\]\([^)]*\)\n\n?/gm, '');
  writeFileSync(join(folder, 'README.md'), page);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
  const kept = Object.fromEntries([...keys, ...extensionKeys].map((key) => [key, manifest[key]]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...kept, files: ['**'] }, null, 2));
  // Kept out of package.json for its weight: of its hundred megabytes only the packing is used.
  const vsce = join(installed('vsce@3.9.2', ['@vscode/vsce@3.9.2']), 'node_modules', '@vscode', 'vsce', 'vsce');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      vsce,
      'package',
      '--no-dependencies',
      '--skip-license',
      '--allow-missing-repository',
      '--no-rewrite-relative-links',
      '--out',
      target,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`The extension could not be packed:\n${stdout}${stderr}`);
  return target;
}

if (import.meta.filename === process.argv[1]) {
  const file = packageExtension();
  console.log(`${file}: ${(statSync(file).size / 1e6).toFixed(2)} MB`);
}
