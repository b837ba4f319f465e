import { formats } from './formats.ts';
import type { Command, Option } from './options.ts';

const help: Option = { name: 'help', help: 'Show this help.' };

const root: Option = {
  name: 'root',
  argument: 'FOLDER',
  help: 'The repository. Found by itself: the folder above with policy-records.yaml, else with .git.',
};

const color: Option = {
  name: 'color',
  argument: 'WHEN',
  values: ['auto', 'always', 'never'],
  help: 'Colour the report: auto (default, in a terminal), always, never. NO_COLOR is honoured.',
};

const ascii: Option = { name: 'ascii', help: 'Draw and write with ASCII characters alone.' };

const baseline: Option = {
  name: 'baseline',
  argument: 'FILE',
  help: 'Hold back the findings that this file lists; by default .policy-records-baseline.jsonl of the repository, if it is there.',
};

const noBaseline: Option = { name: 'no-baseline', help: 'Show every finding, whatever the baseline lists.' };

const jobs: Option = {
  name: 'jobs',
  argument: 'NUMBER',
  help: 'Check in so many threads. Found out where it is left out; changes nothing in the report.',
};

export const check: Command = {
  name: 'check',
  operands: '[paths…]',
  options: [
    root,
    {
      name: 'format',
      argument: 'FORMAT',
      values: formats,
      several: true,
      help: 'pretty (default) to read, concise for one line a finding, json for programs; for build services sarif, junit, github, gitlab, markdown. May stand several times, with --output for all but one.',
    },
    {
      name: 'output',
      argument: 'FORMAT=FILE',
      several: true,
      help: 'Write the report in this format to a file; - is standard output. May stand several times.',
    },
    {
      name: 'fail-on',
      argument: 'LEVEL',
      values: ['error', 'warning', 'info', 'never'],
      help: 'Exit with status 1 from this severity on: error (default), warning, info, never.',
    },
    {
      name: 'fix',
      help: 'Mend what can be mended without changing what a record says: its spelling, not its numbers.',
    },
    { name: 'dry-run', help: 'With --fix: show as a patch what would be mended, and write nothing.' },
    baseline,
    { name: 'update-baseline', help: 'Write the baseline: every finding of today, so that only new ones fail.' },
    { name: 'prune-baseline', help: 'Strike findings from the baseline that no longer arise.' },
    noBaseline,
    {
      name: 'changed-since',
      argument: 'REF',
      help: 'Check only what has changed since this commit, branch or tag of git: records, also by their articles, registries and the configuration.',
    },
    {
      name: 'shard',
      argument: 'SHARE',
      help: 'Check a share of the records, such as 1/4, and leave the others to other machines; merge-reports puts their JSON reports together.',
    },
    { name: 'watch', help: 'Check again whenever a file changes, until it is stopped with Ctrl+C.' },
    {
      name: 'jsonl',
      help: 'Read lines {"id","record","articles":{file: text}} from standard input, and write what is found in each as a line.',
    },
    jobs,
    {
      name: 'cache',
      argument: 'WHEN',
      values: ['auto', 'always', 'never'],
      help: 'Take what an earlier check found of a record where nothing has changed: auto (default, from 100 records on), always, never. It is kept in .policy-records/cache, which may be deleted at any time.',
    },
    color,
    ascii,
    { name: 'quiet', help: 'Leave out the records without findings and the summary.' },
    help,
  ],
};

export const coverage: Command = {
  name: 'coverage',
  operands: '[paths…]',
  options: [
    root,
    {
      name: 'format',
      argument: 'FORMAT',
      values: ['table', 'json'],
      help: 'table (default) to read, json for programs.',
    },
    {
      name: 'fail-under',
      argument: 'PERCENT',
      help: 'Exit with status 1 where less than this share of the numbers is claimed or left out on purpose.',
    },
    { name: 'quiet', help: 'Leave out the numbers that nobody claims.' },
    color,
    ascii,
    help,
  ],
};

export const report: Command = {
  name: 'report',
  operands: '[paths…]',
  options: [
    {
      name: 'output',
      short: 'o',
      argument: 'FILE',
      help: 'The page to write, such as report.html; - is standard output.',
    },
    { name: 'title', argument: 'TEXT', help: 'What stands at its top; by default the name of the repository.' },
    baseline,
    noBaseline,
    jobs,
    root,
    { name: 'quiet', help: 'Show no progress.' },
    help,
  ],
};

export const indicators: Command = {
  name: 'indicators',
  operands: '[paths…]',
  options: [
    root,
    { name: 'indicator', argument: 'NAME', help: 'Show this one alone.' },
    {
      name: 'format',
      argument: 'FORMAT',
      values: ['table', 'json', 'csv'],
      help: 'table (default) to read, json for programs, csv for spreadsheets.',
    },
    color,
    ascii,
    help,
  ],
};

export const exported: Command = {
  name: 'export',
  operands: '[paths…]',
  options: [
    root,
    {
      name: 'format',
      argument: 'FORMAT',
      values: ['csv', 'jsonl', 'datapackage', 'web-annotation'],
      help: 'csv (default) for spreadsheets, jsonl for programs, datapackage for archives (Frictionless), web-annotation (W3C).',
    },
    {
      name: 'output',
      argument: 'FILE',
      help: 'Write to this file, or folder for a data package, in place of standard output.',
    },
    { name: 'excel', help: 'Begin the table with the mark by which Excel knows UTF-8.' },
    help,
  ],
};

export const imported: Command = {
  name: 'import',
  operands: 'TABLE',
  options: [
    {
      name: 'into',
      argument: 'FOLDER',
      help: 'Where the records are written; by default records. Nothing is written over.',
    },
    {
      name: 'column',
      argument: 'KEY=NAME',
      several: true,
      help: 'The column that holds a key of the record, where its name does not tell: value=Betrag. May stand several times.',
    },
    { name: 'article', argument: 'FILE', help: 'The article of the rows that name none.' },
    { name: 'ask', help: 'Ask for columns that are not known by their names; in a terminal it is done anyway.' },
    {
      name: 'decimal',
      argument: 'SIGN',
      values: ['comma', 'point'],
      help: 'The sign before decimals, where the numbers of the table do not tell.',
    },
    {
      name: 'encoding',
      argument: 'NAME',
      help: 'The encoding of the table, where nothing in it tells: windows-1252, gb18030, …',
    },
    help,
  ],
};

export const extract: Command = {
  name: 'extract',
  operands: '[file]',
  options: [
    {
      name: 'language',
      argument: 'TAG',
      help: 'Language of the text (fr, de, zh, …). Found out from the text where it is left out.',
    },
    {
      name: 'format',
      argument: 'FORMAT',
      values: ['table', 'json'],
      help: 'table (default) to read, json for programs.',
    },
    { name: 'jsonl', help: 'Read lines {"id","language","text"} from standard input, and write a line for each.' },
    color,
    ascii,
    help,
  ],
};

export const init: Command = { name: 'init', operands: '[folder]', options: [help] };

export const rules: Command = { name: 'rules', operands: '', options: [color, ascii, help] };

export const explain: Command = { name: 'explain', operands: 'RULE', options: [color, ascii, help] };

export const mergeReports: Command = {
  name: 'merge-reports',
  operands: 'FILE…',
  options: [
    {
      name: 'fail-on',
      argument: 'LEVEL',
      values: ['error', 'warning', 'info', 'never'],
      help: 'Exit with status 1 from this severity on: error (default), warning, info, never.',
    },
    help,
  ],
};

/** Answered by the launcher, before this program is loaded; it stands here for its help. */
export const lsp: Command = {
  name: 'lsp',
  operands: '',
  options: [{ name: 'stdio', help: 'Talk over standard input and output (default).' }, help],
};

/** The one command that opens a connection. */
export const capture: Command = {
  name: 'capture',
  operands: 'URL',
  options: [
    {
      name: 'into',
      argument: 'FOLDER',
      help: "Folder for the page; by default that of the record's other articles, else articles.",
    },
    { name: 'record', argument: 'FILE', help: 'Write the source into this record; without it, it is printed.' },
    { name: 'replace', help: 'Take the new page in the place of the one that is kept.' },
    {
      name: 'root',
      argument: 'FOLDER',
      help: 'The repository. Found by itself: the folder above with policy-records.yaml, else with .git.',
    },
    help,
  ],
};

export const commands: readonly Command[] = [
  check,
  coverage,
  report,
  indicators,
  exported,
  imported,
  capture,
  extract,
  init,
  rules,
  explain,
  mergeReports,
  lsp,
];
