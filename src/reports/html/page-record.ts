import type { ArticleResult } from '../../articles/article.ts';
import type { ClaimResult, RecordResult } from '../../checks/finding.ts';
import type { ArticleCoverage } from '../../insight/coverage.ts';
import type { Agency, PolicyRecord, Source } from '../../records/model.ts';

/** A checked record with all that the page shows of it. */
export interface PageRecord {
  readonly result: RecordResult;
  /** Absent where it could not be read or the program failed on it; `unchecked` says which. */
  readonly record?: PolicyRecord;
  readonly unchecked?: 'unreadable' | 'failed';
  readonly agency: (id: string) => Agency | undefined;
  /** The article of a source, or undefined where it names no file. */
  readonly article: (source: Source) => ArticleResult | undefined;
  /** With the claims of every record that cites the article; undefined where it could not be opened. */
  readonly coverage: (source: Source) => ArticleCoverage | undefined;
  /** The address that opens the record, at a claim where one is given; absent where the page stands in no editor. */
  readonly open?: (claim?: ClaimResult) => string;
}

/** What the page says of the run. */
export interface PageFacts {
  /** Of what it is a report: the name of the repository. */
  readonly name: string;
  readonly version: string;
  readonly homepage: string;
  /** ISO day on which it was made; left out where nobody asks for it. */
  readonly day?: string;
  /** The page takes the colours and letters of the editor that shows it. */
  readonly isInEditor?: boolean;
  readonly notChecked: readonly string[];
}
