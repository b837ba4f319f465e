import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';

/**
 * Language tables are data, and large: as one string for `JSON.parse` they take a third of the time that the same data
 * takes as an object literal, which every start would pay for.
 */
const tablesAsJson: Plugin = {
  name: 'tables-as-json',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]quantities[\\/]languages[\\/][a-z]{2,3}\.ts$/ }, async ({ path }) => {
      const name = basename(path, '.ts');
      const table: unknown = (await import(pathToFileURL(path).href))[name];
      const json = JSON.stringify(table);
      if (JSON.stringify(JSON.parse(json ?? 'null')) !== json) throw new Error(`${path} is no plain table`);
      return { contents: `export const ${name} = JSON.parse(${JSON.stringify(json)});`, loader: 'js' };
    });
  },
};

/** How everything is bundled that runs in Node. */
export const bundling: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  logLevel: 'warning',
  plugins: [tablesAsJson],
  // The package's own ES modules: without them nothing that goes unused could be left out. They are faster, too, as the
  // ones for Node look at an environment variable with every token.
  alias: { yaml: fileURLToPath(new URL('../node_modules/yaml/browser/index.js', import.meta.url)) },
};
