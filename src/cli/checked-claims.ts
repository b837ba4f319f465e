import { type ClaimRow, claimRows } from '../insight/claim-row.ts';
import { filesIn } from '../node/files.ts';
import { openerFor } from '../node/open-article.ts';
import { visible } from '../reports/display.ts';
import type { CheckedRecord } from '../reports/report.ts';
import { CheckRun } from './check-run.ts';
import { Failure } from './failure.ts';
import type { Call } from './options.ts';
import { passagesOf } from './passages.ts';
import { openRepository, type Repository } from './repository.ts';
import { recordsNamed, targetsOf } from './targets.ts';
import type { Terminal } from './terminal.ts';

/** The claims of one record with their verdicts, and the texts of its sources. */
interface RecordClaims {
  readonly rows: readonly ClaimRow[];
  readonly article: CheckedRecord['article'];
}

/**
 * The records that a call names and their claims, checked one after the other. A record that cannot be read, or on which
 * the program fails, is told on standard error, and sets `complete` to false.
 */
export class ClaimSource {
  readonly repository: Repository;
  complete = true;
  private readonly paths: readonly string[];
  private readonly run: CheckRun;

  constructor(
    call: Call,
    private readonly terminal: Terminal,
  ) {
    const targets = targetsOf(call.operands, call.values.get('root'));
    this.repository = openRepository(targets.root);
    if (!this.repository.usable)
      throw new Failure('policy-records.yaml is wrong, so nothing was read; "policy-records check" says what.');
    this.paths = recordsNamed(targets, this.repository);
    const opener = openerFor(this.repository.configuration);
    // What other records say changes no verdict, so that nothing of them is read.
    this.run = new CheckRun(filesIn(targets.root), this.repository, opener, (error) => {
      if (terminal.env.POLICY_RECORDS_DEBUG) terminal.err(`${error instanceof Error ? error.stack : String(error)}\n`);
    });
  }

  async *claims(): AsyncGenerator<RecordClaims> {
    for (const path of this.paths) {
      const examined = await this.run.examine(path);
      if (examined) {
        const { record, result, opened } = examined;
        yield { rows: claimRows(record, result), article: passagesOf(path, opened).article };
        continue;
      }
      this.complete = false;
      this.terminal.err(
        `${visible(path)} is left out, because it could not be checked; "policy-records check" says why.\n`,
      );
    }
  }
}
