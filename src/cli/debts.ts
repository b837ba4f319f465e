import { resolve } from 'node:path';
import {
  type Debt,
  debtsOf,
  type ListedDebt,
  paidFinding,
  readBaseline,
  seenWhole,
  withKnown,
  writeBaseline,
} from '../checks/baseline.ts';
import type { Finding } from '../checks/finding.ts';
import { configured } from '../checks/findings.ts';
import { FileWriter } from '../node/file-writer.ts';
import { pathInside, readNamed } from '../node/files.ts';
import { reasonOf } from '../node/reasons.ts';
import { visible } from '../reports/display.ts';
import type { CheckedFile, CheckedRecord } from '../reports/report.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import type { Repository } from './repository.ts';

/** The baseline of a repository, where no other is named. */
const baselineName = '.policy-records-baseline.jsonl';

const maxBytes = 64_000_000;

/** The baseline in one run: what it holds back, what became of its debts, and the file that is written of them. */
export class Debts {
  private readonly listed: ReadonlySet<string>;
  private readonly seen = new Map<string, { readonly debts: readonly Debt[]; readonly whole: boolean }>();

  private constructor(
    /** As people know it. */
    private readonly name: string,
    private readonly path: string,
    private readonly text: string,
    private readonly debts: readonly ListedDebt[],
    private readonly task: 'hold' | 'update' | 'prune',
  ) {
    this.listed = new Set(debts.map(({ fingerprint }) => fingerprint));
  }

  /** The fingerprints of the findings that it holds back. */
  static listedFor(call: Call, root: string): ReadonlySet<string> {
    return Debts.open(call, root)?.listed ?? new Set();
  }

  /** Reads the baseline that a call names, or that of the repository if it has one. */
  static open({ values, switches }: Call, root: string): Debts | undefined {
    if (switches.has('no-baseline')) return undefined;
    const named = values.get('baseline');
    const path = named === undefined ? resolve(root, baselineName) : resolve(named);
    const name = pathInside(root, path) ?? named ?? baselineName;
    const task = switches.has('update-baseline') ? 'update' : switches.has('prune-baseline') ? 'prune' : 'hold';
    const file = readNamed(path, maxBytes);
    if ('bytes' in file) {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.bytes);
      const baseline = readBaseline(text);
      if ('debts' in baseline) return new Debts(name, path, text, baseline.debts, task);
      throw new Failure(
        `Line ${baseline.wrongLine} of the baseline ${visible(name)} is not what --update-baseline writes; mend it, or delete the file and make it anew.`,
      );
    }
    if (file.missing && task === 'update') return new Debts(name, path, '', [], task);
    if (file.missing && named === undefined && task === 'hold') return undefined;
    const hint = file.missing ? '; --update-baseline writes it' : '';
    throw new Failure(`The baseline ${visible(name)} ${file.reason}${hint}.`);
  }

  file(checked: CheckedFile): CheckedFile {
    return { ...checked, findings: this.mark(checked.path, checked.text, checked.findings) };
  }

  record(checked: CheckedRecord): CheckedRecord {
    const { result, text } = checked;
    return { ...checked, result: { ...result, findings: this.mark(result.path, text, result.findings) } };
  }

  private mark(path: string, text: string, findings: readonly Finding[]): readonly Finding[] {
    const debts = debtsOf(path, text, findings);
    if (debts.length > 0 || this.debts.length > 0) this.seen.set(path, { debts, whole: seenWhole(findings) });
    const known = this.task === 'update' ? new Set(debts.map(({ fingerprint }) => fingerprint)) : this.listed;
    return withKnown(path, text, findings, known);
  }

  /** What is to be said of the baseline itself: the debts that are paid, unless they are struck now. */
  paid(repository: Repository): CheckedFile | undefined {
    if (this.task !== 'hold') return undefined;
    const findings = this.debts
      .filter((debt) => this.isPaid(debt, repository))
      .flatMap((debt) => configured(paidFinding(debt), repository.configuration.rules));
    return findings.length === 0 ? undefined : { path: this.name, text: this.text, findings };
  }

  /** Writes the baseline anew where the call asks for it; gives what is to be told of it. */
  write(repository: Repository): string {
    if (this.task === 'hold') return '';
    const kept = this.debts.filter((debt) => !this.isPaid(debt, repository));
    const added =
      this.task === 'update'
        ? [...this.seen.values()].flatMap(({ debts }) =>
            debts.filter(({ fingerprint }) => !this.listed.has(fingerprint)),
          )
        : [];
    // A finding that is still there is told in today's words.
    const today = new Map(
      [...this.seen.values()].flatMap(({ debts }) => debts.map((debt) => [debt.fingerprint, debt])),
    );
    const all = [...kept.map((debt) => today.get(debt.fingerprint) ?? debt), ...added];
    const text = writeBaseline(all);
    if (text !== this.text) replace(this.path, this.name, text);
    const struck = this.debts.length - kept.length;
    const changes = [...(added.length > 0 ? [`${added.length} new`] : []), ...(struck > 0 ? [`${struck} struck`] : [])];
    const count = `${all.length} ${all.length === 1 ? 'finding' : 'findings'}`;
    return `The baseline ${visible(this.name)} lists ${count}${changes.length > 0 ? ` (${changes.join(', ')})` : ''}.\n`;
  }

  /** Not where the file was not checked in this run, or not whole: then it is not known. */
  private isPaid({ file, fingerprint }: Debt, repository: Repository): boolean {
    const seen = this.seen.get(file);
    if (seen) return seen.whole && !seen.debts.some((debt) => debt.fingerprint === fingerprint);
    const isThere = repository.records.includes(file) || repository.excluded.has(file);
    return !isThere && !repository.files.some(({ path }) => path === file) && repository.notChecked.length === 0;
  }
}

function replace(path: string, name: string, text: string): void {
  let file: FileWriter | undefined;
  try {
    file = new FileWriter(path);
    file.write(text);
    file.finish();
  } catch (error) {
    file?.abandon();
    throw new Failure(`The baseline ${visible(name)} ${reasonOf(error, 'written')}.`);
  }
}
