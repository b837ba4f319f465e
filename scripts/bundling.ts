import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
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

/**
 * The tables as they look when compiled, which a start would take longer for than for all else that it does.
 * @param source Code of an expression that gives the JSON of an image, which it is told by name.
 */
const tablesCompiled = (source: (name: string, json: string) => string): Plugin => ({
  name: 'tables-compiled',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]quantities[\\/]languages[\\/]images\.ts$/ }, () => {
      const parsed = (name: string): string => `() => JSON.parse(${source(name, images()[name] as string)})`;
      const tables = [...languages, undetermined].map(({ tag }) => `${tag}: ${parsed(tag)}`);
      return {
        contents: `export const images = { ${tables.join(', ')} };\nexport const wordImage = ${parsed(wordsName)};`,
        loader: 'js',
      };
    });
  },
});

const wordsName = 'words';

/** Tag → the image of its table as JSON, and the one of the words of all; made once, as several programs hold them. */
const images = once(
  (): Readonly<Record<string, string>> =>
    Object.fromEntries([
      ...[...languages, undetermined].map((table) => [table.tag, JSON.stringify(imageOf(compileLexicon(table)))]),
      [wordsName, JSON.stringify(wordImageOf(indexOf(languages)))],
    ]),
);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

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
  plugins: [tablesAsJson, tablesCompiled((_name, json) => JSON.stringify(json))],
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

/** Images lie beside a program, so that a start reads only those of the languages that it meets. */
const imagesApart = tablesCompiled(
  (name) => `require('node:fs').readFileSync(require('node:path').join(__dirname, 'tables/${name}.json'), 'utf8')`,
);

/** How a program is bundled that is one file of CommonJS, with its parsers and tables beside it. */
export const program: BuildOptions = {
  ...bundling,
  splitting: false,
  format: 'cjs',
  // A program of plain ASCII is read, and compared with what V8 kept of it, in a fraction of the time.
  charset: 'ascii',
  plugins: [tablesAsJson, imagesApart, readersApart, mapsApart],
};

/** Writes the images of the tables beside the programs of a folder. */
export function writeImages(folder: string): void {
  mkdirSync(`${folder}/tables`, { recursive: true });
  for (const [name, json] of Object.entries(images())) writeFileSync(`${folder}/tables/${name}.json`, json);
}

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
