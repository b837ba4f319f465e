/**
 * Bundles pdf.js into one module without its worker, its canvas and Node, and with a bound on what it unpacks. Run it
 * before type checking, tests and bundling: `npx tsx scripts/build-pdfjs.ts`. What is put into its code is looked for word
 * for word, so that another version of pdf.js without it fails here, and not on a hostile file.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Bytes that all streams of a document may unpack to, with the room that buffers grow by. */
const mostUnpacked = 400_000_000;

const insertions: readonly (readonly [before: string, insertion: string])[] = [
  [
    'const buffer2 = new Uint8Array(size);\n    buffer2.set(buffer);\n    return this.buffer = buffer2;',
    'countUnpacked(size - buffer.byteLength);\n    ',
  ],
  ['totalLength += chunk.byteLength;\n      }\n      const data', 'countUnpacked(chunk.byteLength);\n        '],
  ['static createDocumentHandler(docParams, port) {', 'unpacking.bytes = 0; '],
];

const counter = `
export const unpacking = { bytes: 0, most: ${mostUnpacked} };
function countUnpacked(bytes) {
  unpacking.bytes += bytes;
  if (unpacking.bytes > unpacking.most) throw new Error('The document unpacks to too many bytes.');
}
`;

function bounded(code: string): string {
  let result = code;
  for (const [before, insertion] of insertions) {
    if (result.split(before).length !== 2) throw new Error(`pdf.js has not got this code once: ${before}`);
    const at = before.startsWith('static') ? before.length : 0;
    result = result.replace(before, `${before.slice(0, at)}${insertion}${before.slice(at)}`);
  }
  return result + counter;
}

const boundedWorker: Plugin = {
  name: 'bounded-worker',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]pdf\.worker\.mjs$/ }, ({ path }) => ({
      contents: bounded(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};

mkdirSync(inProject('src/generated'), { recursive: true });
await build({
  stdin: {
    contents: `
      export { unpacking } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
      export { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';`,
    resolveDir: inProject('.'),
  },
  outfile: inProject('src/generated/pdfjs.js'),
  bundle: true,
  format: 'esm',
  target: 'node20',
  minify: true,
  charset: 'utf8',
  logLevel: 'error',
  // It believes to be in a browser, and so asks for no canvas of Node's; without drawing a matrix is never used.
  define: { process: 'undefined', DOMMatrix: 'Object', 'self.postMessage': 'undefined', 'import.meta.url': '""' },
  plugins: [boundedWorker],
});
writeFileSync(
  inProject('src/generated/pdfjs.d.ts'),
  `/** Made by scripts/build-pdfjs.ts; not to be edited. */
export { getDocument } from 'pdfjs-dist';
/** What the document opened last has been unpacked to, and the most that is allowed. */
export declare const unpacking: { readonly bytes: number; most: number };
`,
);
