import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { bundling } from './bundling.ts';

/** What the extension loads afterwards is a file of its own. */
const clientApart: Plugin = {
  name: 'client-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/client\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './client.cjs', external: true } : undefined,
    );
  },
};

/** Bundles the VS Code extension: what starts with a window, and the language client, which is loaded after it. */
export async function bundleExtension(folder: string): Promise<void> {
  const source = (name: string): string => fileURLToPath(new URL(`../src/extension/${name}.ts`, import.meta.url));
  const common = {
    ...bundling,
    splitting: false,
    minify: true,
    format: 'cjs' as const,
    external: ['vscode'],
    // As `require`, which knows the module `vscode` in every version.
    supported: { 'dynamic-import': false },
  };
  await build({
    ...common,
    plugins: [clientApart],
    entryPoints: [source('main')],
    outfile: join(folder, 'extension.cjs'),
  });
  await build({ ...common, entryPoints: [source('client')], outfile: join(folder, 'client.cjs') });
}
