import type { PolicyRecord } from '../records/model.ts';
import type { RecordView } from './views.ts';

/**
 * The last view of each open record in which something could be read: what is known of the record while it is half typed
 * and cannot be read, or not whole.
 */
export class ReadableViews {
  private readonly views = new Map<string, RecordView>();

  of(path: string): RecordView | undefined {
    return this.views.get(path);
  }

  take(view: RecordView): void {
    if (!saysLess(view, this.views.get(view.path))) this.views.set(view.path, view);
  }

  forget(path: string): void {
    this.views.delete(path);
  }
}

/** Whether a view lacks something of an earlier one because what is being typed cannot be read at the moment. */
function saysLess({ record, result }: RecordView, before: RecordView | undefined): boolean {
  if (!record) return true;
  const isHalfTyped = result.findings.some(({ rule }) => rule === 'yaml/syntax' || rule === 'record/schema');
  return isHalfTyped && before?.record !== undefined && entriesOf(record) < entriesOf(before.record);
}

const entriesOf = ({ figures, dates, sources, agencies }: PolicyRecord): number =>
  figures.length + dates.length + sources.length + agencies.length;
