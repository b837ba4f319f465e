import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

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
  alias: { yaml: inProject('node_modules/yaml/browser/index.js') },
};

/** Parsers of articles: each in a file of its own, so that only who opens such an article reads it. */
const readers = ['html'] as const;

/** Leaves the parsers out of a program in one file, which then loads them from `readers/` beside it. */
const readersApart: Plugin = {
  name: 'readers-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/[a-z]+\/open\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./readers/${path.split('/')[1]}.cjs`, namespace: 'reader' } : undefined,
    );
    onResolve({ filter: /.*/, namespace: 'reader' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'reader' }, ({ path }) => ({
      contents: `module.exports = require(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};

/** How a program is bundled that is one file of CommonJS, with its parsers beside it. */
export const program: BuildOptions = {
  ...bundling,
  splitting: false,
  format: 'cjs',
  plugins: [...(bundling.plugins ?? []), readersApart],
};

/** Writes the parsers beside the programs of a folder. */
export async function buildReaders(folder: string): Promise<void> {
  await build({
    ...bundling,
    splitting: false,
    minify: true,
    format: 'cjs',
    entryPoints: Object.fromEntries(readers.map((name) => [name, inProject(`src/articles/${name}/open.ts`)])),
    outdir: `${folder}/readers`,
    outExtension: { '.js': '.cjs' },
  });
}
