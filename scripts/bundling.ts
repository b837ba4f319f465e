import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { languages, undetermined } from '../src/quantities/languages/index.ts';
import { compileLexicon } from '../src/quantities/lexicon-compile.ts';
import { imageOf } from '../src/quantities/lexicon-image.ts';
import { indexOf, wordImageOf } from '../src/quantities/word-index.ts';

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

/** The tables as they look when compiled, which a start would take longer for than for all else that it does. */
const tablesCompiled: Plugin = {
  name: 'tables-compiled',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]quantities[\\/]languages[\\/]images\.ts$/ }, () => {
      const parsed = (value: unknown): string => `() => JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
      const images = [...languages, undetermined].map(
        (table) => `${table.tag}: ${parsed(imageOf(compileLexicon(table)))}`,
      );
      const words = parsed(wordImageOf(indexOf(languages)));
      return {
        contents: `export const images = { ${images.join(', ')} };\nexport const wordImage = ${words};`,
        loader: 'js',
      };
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
  plugins: [tablesAsJson, tablesCompiled],
  // The package's own ES modules: without them nothing that goes unused could be left out. They are faster, too, as the
  // ones for Node look at an environment variable with every token.
  alias: { yaml: inProject('node_modules/yaml/browser/index.js') },
};

/** Parsers of articles: each in a file of its own, so that only who opens such an article reads it. */
const readers = ['html', 'pdf', 'docx'] as const;

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

/** Character maps lie beside a program, and no longer in the package that they come from. */
const mapsApart: Plugin = {
  name: 'maps-apart',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node[\\/]character-maps\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8');
      const place = "'../../node_modules/pdfjs-dist/cmaps/'";
      if (!code.includes(place)) throw new Error(`${path} names the folder of the maps no longer`);
      return { contents: code.replace(place, "'./readers/maps/'"), loader: 'ts' };
    });
  },
};

/**
 * The character maps that are shipped: those of Chinese, less the ones for encodings that PDF files hardly use. All of
 * them would make the package larger by a third.
 */
const shippedMaps =
  /^(?:Uni(?:GB|CNS)-(?:UCS2|UTF16)-[HV]|GBK?p?c?2?K?(?:-EUC)?-[HV]|(?:B5pc|ETen-B5|ETenms-B5|HKscs-B5|CNS-EUC)-[HV]|Adobe-(?:GB1|CNS1)-UCS2)\.bcmap$/;

/** How a program is bundled that is one file of CommonJS, with its parsers beside it. */
export const program: BuildOptions = {
  ...bundling,
  splitting: false,
  format: 'cjs',
  plugins: [...(bundling.plugins ?? []), readersApart, mapsApart],
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
  const maps = inProject('node_modules/pdfjs-dist/cmaps');
  mkdirSync(`${folder}/readers/maps`, { recursive: true });
  for (const name of readdirSync(maps))
    if (shippedMaps.test(name)) copyFileSync(`${maps}/${name}`, `${folder}/readers/maps/${name}`);
}
