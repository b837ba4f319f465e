import { version } from '../../package.json';

/** What `init` writes: path → content. It passes its own check; a test sees to that. The country is made up. */
export const initialFiles: Readonly<Record<string, string>> = {
  'policy-records.yaml': `# The root of this repository of policy records. Everything is at its default; to change that, for instance:
# rules:
#   figure/no-quote: off        # off, info, warning or error
#   coverage/unclaimed: info    # tell the numbers of an article that no record claims
# nouns:
#   incubators: [incubators, incubateurs, 孵化器]
{}
`,
  'example.agencies.yaml': `# Agencies that the records of this folder, and of the folders in it, may name.
agencies:
  - id: xa-energy
    type: ministry
    jurisdiction: XA            # a code that ISO 3166 leaves free: this country is made up
    names:
      en: Ministry of Energy
`,
  'articles/energy-advice.en.txt': `Energy advice for companies pays off

The Ministry of Energy published the first results of its advisory programme on Wednesday 12 March 2025.

In 2024, more than 2,400 companies asked for advice. Together they saved 350 million euros.
By 2030 the ministry wants to reach 40 percent of all companies in the country.
`,
  'records/energy-advice.policy.yaml': `id: energy-advice
title: Advice on saving energy for companies
jurisdiction: XA
status: in-force
date: 2025-03-12
topics: [energy-efficiency]
agencies:
  - agency: xa-energy
    role: issuer
sources:
  - id: ministry
    file: ../articles/energy-advice.en.txt
    language: en
    published: 2025-03-12
dates:
  - event: first results published
    date: 2025-03-12
    quote: >-
      on Wednesday 12 March 2025
figures:
  - id: companies-advised
    label: Companies that asked for advice
    value: 2400
    unit: companies
    qualifier: more-than
    period: 2024
    quote: >-
      In 2024, more than 2,400 companies asked for advice
  - id: money-saved
    label: Money that these companies saved
    value: 350 million
    unit: EUR
    period: 2024
    quote: >-
      they saved 350 million euros
  - id: share-2030
    label: Share of all companies to be reached
    kind: target
    value: 40
    unit: percent
    period: 2030
    quote: >-
      By 2030 the ministry wants to reach 40 percent of all companies
`,
  'README.md': `# Policy records

Each file in \`records/\` describes one policy: who issued it, and what numbers an article gives for it. Each number
stands with the words of the article that state it, so that the two can be compared:

    policy-records check

To see what the check does, write \`value: 350 billion\` in \`records/energy-advice.policy.yaml\`, and check again.

## A record of your own

1. Put the article into \`articles/\`, as plain text or Markdown.
2. Let \`policy-records extract articles/your-article.txt\` list the numbers in it.
3. Copy \`records/energy-advice.policy.yaml\` to \`records/your-record.policy.yaml\`, and claim the numbers that matter.
   Copy the words of each quote out of the article.
4. Name the agencies in \`example.agencies.yaml\`.
5. \`policy-records check\` tells what does not agree; \`policy-records explain figure/value\` tells more about a rule.
`,
  '.github/workflows/policy-records.yml': `# Checks the records on GitHub, at every push and in every pull request. Without GitHub, delete this file.
name: Policy records
on: [push, pull_request]
permissions:
  contents: read
  # security-events: write        # for the last step
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: policy-records/policy-records@v${version}
        id: records
      # With code scanning switched on, findings are kept under "Security" and shown in pull requests:
      # - uses: github/codeql-action/upload-sarif@v3
      #   if: always() && steps.records.outputs.sarif != ''
      #   with:
      #     sarif_file: \${{ steps.records.outputs.sarif }}
`,
};
