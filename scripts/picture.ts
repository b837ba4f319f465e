/**
 * Draws reports of real runs as pictures for the README and the page on build services: `tsx scripts/picture.ts` writes
 * media/report.svg and media/concise.svg. Run it again when reports look different. Of the findings only the most telling
 * ones are shown; in the first picture a line counts the others.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cropped, type Line, linesOf } from './picture/lines.ts';
import { drawn } from './picture/svg.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const columns = 100;

const record = 'examples/records/typical-mistakes.policy.yaml';

/** The findings that are shown, as `claim  rule` at the end of their message. */
const telling = [
  'scale  figure/value',
  'scale-chinese  figure/value',
  'other-thing  figure/unit',
  'opposite  figure/qualifier',
  'drifted  quote/inexact',
];

/** The report with its colours, as the built program writes it. */
function reportOn(path: string, ...options: readonly string[]): string {
  const program = inProject('dist/policy-records.js');
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, 'check', path, '--color', 'always', ...options],
    {
      cwd: inProject('.'),
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: String(columns), TERM: 'xterm-256color' },
    },
  );
  if (stderr !== '' || status === 2) throw new Error(`the program did not check ${path}: ${stderr}`);
  return stdout;
}

const prompt: Line = [
  { text: '$ ', style: 'dim' },
  { text: `npx policy-records check ${record}`, style: 'strong' },
];
const report = cropped(linesOf(reportOn(record), columns), telling);
mkdirSync(inProject('media'), { recursive: true });
writeFileSync(
  inProject('media/report.svg'),
  drawn([prompt, [], ...report], columns, {
    title: 'The report of policy-records on a record with mistakes',
    description:
      'For each finding one sentence that sets the number of the record beside the number of the article, and below it ' +
      'the line of the record and the passage of the article, with the words that differ underlined.',
  }),
);

const command: Line = [
  { text: '$ ', style: 'dim' },
  { text: 'npx policy-records check --format concise | head -6', style: 'strong' },
];
const first = linesOf(reportOn(record, '--format', 'concise').split('\n').slice(0, 6).join('\n'), columns);
writeFileSync(
  inProject('media/concise.svg'),
  drawn([command, [], ...first], columns, {
    title: 'The concise report of policy-records in a log',
    description: 'One line for each finding: file, line, column, severity, rule, and a sentence with both numbers.',
  }),
);
