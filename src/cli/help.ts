import type { Command, Option } from './options.ts';

const general = `Checks every number of a policy record against the article that it was taken from.

  policy-records init my-records        a small repository to start from
  policy-records check                  check every record below this folder
  policy-records check a.policy.yaml    check one record
  policy-records coverage               show which numbers of the articles nobody claims
  policy-records report -o report.html  a page to read, to print and to send round
  policy-records extract article.txt    show the numbers that an article holds
  policy-records explain figure/value   what a rule says, and why

A record is a file like beijing.policy.yaml. It names its sources, and claims figures,
each with the words of the source that state it:

  sources:
    - id: ministry
      file: articles/report.txt
  figures:
    - label: Companies in the sector
      value: 2400
      unit: companies
      qualifier: more-than
      quote: the sector counts more than 2,400 companies

Commands
  check [paths…]       check records: files or folders, by default this folder
  coverage [paths…]    list the numbers of articles that no record claims
  report [paths…]      write a page of all claims and their sources, for people who open no editor
  indicators [paths…]  show the claims of one quantity over the years, targets beside what came
  export [paths…]      write the claims for spreadsheets and other programs
  import TABLE         make records of a table: CSV as Excel writes it
  capture URL          fetch an article and write its source; the one command that goes online
  extract [file]       list the numbers of a text, by default of standard input
  init [folder]        write a small repository to start from; nothing is overwritten
  rules                list the rules
  explain RULE         explain one rule, with a wrong and a right example
  merge-reports FILE…  put the JSON reports of several machines together
  lsp                  serve an editor over standard input and output (Language Server Protocol)
  help [command]       this text, or the options of a command

Exit status
  0  nothing at or above --fail-on (by default: no error)
  1  something was found
  2  the call or the configuration is wrong, or there was no record to check
`;

const introductions: Readonly<Record<string, string>> = {
  check: `  policy-records check                        every record below this folder
  policy-records check records/2024           every record below another
  policy-records check --fail-on warning      be strict, as before a publication
  policy-records check --format concise       one line a finding, for logs and editors
  policy-records check --format json > report.json
  policy-records check --changed-since origin/main   what a branch changes
`,
  coverage: `  policy-records coverage                      every article that a record cites
  policy-records coverage records/plan.policy.yaml   the articles of one record
  policy-records coverage --quiet --fail-under 80    the counts alone, and a bound for CI
`,
  report: `  policy-records report -o report.html                 every record below this folder
  policy-records report records/2024 -o report.html    every record below another
  policy-records report --title "Beijing, 2024" -o report.html
`,
  indicators: `  policy-records indicators                    every indicator over the years
  policy-records indicators --indicator ai-core-output
  policy-records indicators --format csv > indicators.csv
`,
  export: `  policy-records export > claims.csv                    one row a claim, with its verdict
  policy-records export --excel --output claims.csv     for Excel
  policy-records export --format datapackage --output claims
  policy-records export --format web-annotation records/plan.policy.yaml
`,
  import: `  policy-records import figures.csv                      columns known by their names
  policy-records import table.csv --column value=Betrag --column label="Was"
  policy-records import table.csv --into records/2024 --decimal comma
`,
  extract: `  policy-records extract article.txt              a table of the numbers
  policy-records extract article.html --format json
  policy-records extract --language de < text.txt  from standard input
  policy-records extract --jsonl < texts.jsonl     one text a line, one answer a line
`,
  capture: `  policy-records capture https://example.org/plan                  print its source
  policy-records capture https://example.org/plan --record records/plan.policy.yaml
  policy-records capture https://example.org/plan --replace        take the page as it is now
`,
  'merge-reports': `  policy-records check --shard 1/4 --format json > report-1.json     on each of four machines
  policy-records merge-reports report-*.json > report.json
`,
  init: `  policy-records init                 here
  policy-records init my-records      in a new folder
`,
  rules: `  policy-records rules                all rules with their default severity
`,
  explain: `  policy-records explain figure/value
`,
  lsp: `  policy-records lsp --stdio           what an editor starts; findings, hover cards, completion, fixes
`,
};

export const generalHelp = (): string => general;

/** What a command does and which options it has; examples first. */
export function commandHelp(command: Command): string {
  const usage = `policy-records ${command.name} ${command.operands}`.trimEnd();
  const rows = command.options.map((option): readonly [string, string] => [nameOf(option), option.help]);
  const width = Math.max(...rows.map(([name]) => name.length));
  const options = rows.map(([name, help]) => `  ${name.padEnd(width)}  ${help}\n`).join('');
  return `${usage}\n\n${introductions[command.name] ?? ''}\nOptions\n${options}`;
}

const nameOf = ({ name, short, argument }: Option): string =>
  `${short === undefined ? '' : `-${short}, `}--${name}${argument === undefined ? '' : ` ${argument}`}`;
