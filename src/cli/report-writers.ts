import { FileWriter } from '../node/file-writer.ts';
import { reasonOf } from '../node/reasons.ts';
import { Spool } from '../node/spool.ts';
import { visible } from '../reports/display.ts';
import type { CheckedFile, CheckedRecord, Report } from '../reports/report.ts';
import { Failure } from './failure.ts';
import { beginReport, type ReportOptions } from './formats.ts';
import type { Output } from './outputs.ts';
import { waitingIn } from './waiting-file.ts';

interface Writer {
  readonly report: Report;
  readonly spool: Spool;
  readonly path?: string;
  readonly write: (text: string) => void;
  readonly file?: FileWriter;
}

/** The reports of one run, written while it goes on. A report in a file replaces the one before when it is complete. */
export class ReportWriters {
  private constructor(private readonly writers: readonly Writer[]) {}

  /** @param out Writes to standard output. */
  static async begin(
    outputs: readonly Output[],
    options: ReportOptions,
    out: (text: string) => void,
  ): Promise<ReportWriters> {
    const writers: Writer[] = [];
    try {
      for (const { format, path } of outputs) {
        // A file has no colours and the usual width, whatever the terminal beside it.
        const screen = path === undefined ? options.screen : { width: 100, color: false, ascii: options.screen.ascii };
        const spool = new Spool();
        const report = await beginReport(format, { ...options, screen }, waitingIn(spool));
        if (path === undefined) writers.push({ report, spool, write: out });
        else {
          const file = reporting(path, () => new FileWriter(path));
          writers.push({ report, spool, path, file, write: (text) => file.write(text) });
        }
      }
    } catch (error) {
      for (const { file } of writers) file?.abandon();
      throw error;
    }
    return new ReportWriters(writers);
  }

  file(checked: CheckedFile): void {
    this.each(({ report }) => report.file(checked));
  }

  record(checked: CheckedRecord): void {
    this.each(({ report }) => report.record(checked));
  }

  /** Writes what stands at the end, and puts every file in its place. */
  end(notChecked: readonly string[]): void {
    for (const { report, path, write, file, spool } of this.writers) {
      for (const piece of report.end(notChecked)) if (piece !== '') reporting(path ?? '', () => write(piece));
      if (file) reporting(path ?? '', () => file.finish());
      spool.close();
    }
  }

  /** Leaves every file as it was before the run. */
  abandon(): void {
    for (const { file, spool } of this.writers) {
      file?.abandon();
      spool.close();
    }
  }

  private each(text: (writer: Writer) => string): void {
    for (const writer of this.writers) {
      const written = text(writer);
      if (written !== '') reporting(writer.path ?? '', () => writer.write(written));
    }
  }
}

/** What the system says of a file that cannot be written, as the end of the run. */
function reporting<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (path === '') throw error;
    throw new Failure(`The report ${visible(path)} ${reasonOf(error, 'written')}.`);
  }
}
