/**
 * What the server and its own client say to each other beyond the Language Server Protocol. Names and shapes stand here
 * alone; both sides import them.
 */
import type { Range } from 'vscode-languageserver-types';

/** Client → server, notification at start and whenever they change: the settings under `policyRecords`. */
export const configurationSection = 'policyRecords';

/** Server → client, notification: how a record that is open came out, for the status bar. */
export const recordStatus = 'policyRecords/recordStatus';

export interface RecordStatus {
  readonly uri: string;
  /** Claims of the record: figures and dates. */
  readonly claims: number;
  readonly supported: number;
  readonly refuted: number;
  readonly notFound: number;
  readonly accepted: number;
  readonly unchecked: number;
}

/** Client → server, request: check a record now, whatever the settings say; the answer is its status. */
export const checkRecordRequest = 'policyRecords/checkRecord';

export interface CheckRecordParams {
  readonly uri: string;
}

/**
 * Client → server, request: check every record of the repositories of the opened folders and publish what is found. Takes a
 * `workDoneToken`, and can be cancelled.
 */
export const checkAllRequest = 'policyRecords/checkAll';

export interface CheckAllResult {
  readonly records: number;
  readonly claims: number;
  readonly supported: number;
  readonly errors: number;
  readonly warnings: number;
  readonly cancelled: boolean;
}

/** The client's experimental capability that says: it answers `readFileRequest` and `listFilesRequest`. */
export const readsFiles = 'policyRecordsFiles';

/** Server → client, request, for files that this machine does not reach: the bytes in base64, or why there are none. */
export const readFileRequest = 'policyRecords/readFile';

export interface ReadFileParams {
  readonly uri: string;
  readonly maxBytes: number;
}

export type ReadFileResult =
  | { readonly base64: string }
  | { readonly missing: boolean /** The end of a sentence: `does not exist`. */; readonly reason: string };

/** Server → client, request: the records, registries and files that may be articles below a folder, as paths relative to it with `/`. */
export const listFilesRequest = 'policyRecords/listFiles';

export interface ListFilesParams {
  readonly uri: string;
}

/** Client → server, request with the address of a record (`CheckRecordParams`): its claims as `ClaimState`, none elsewhere. */
export const claimsRequest = 'policyRecords/claims';

/** Client → server, request: a first record for an article; null where the article lies in no repository. */
export const newRecordRequest = 'policyRecords/newRecord';

export interface NewRecordParams {
  readonly article: string;
  /** Without a first figure: figures are added at once. */
  readonly withoutFigure?: boolean;
}

export interface NewRecordResult {
  /** Where it would stand: a file that does not exist. */
  readonly uri: string;
  /** The text as a snippet, with places to fill in. */
  readonly snippet: string;
}

/** Client → server, request: what helps to understand a problem, and tells nothing of what the records say. */
export const statisticsRequest = 'policyRecords/statistics';

export interface Statistics {
  /** Id of the process that the server runs in; 0 where it has none of its own. */
  readonly process: number;
  /** What it holds of the memory, in MB; 0 where that is not known. */
  readonly megabytes: number;
  readonly repositories: number;
  readonly records: number;
  readonly checks: number;
}

/** Client → server, request with the address of an article: its text, for files that are none (PDF, DOCX); null where it cannot be read. */
export const articleTextRequest = 'policyRecords/articleText';

/** Client → server, request: the `ArticleCoverageState` of an article; null where it cannot be read, or nothing tells that it is one. */
export const articleCoverageRequest = 'policyRecords/articleCoverage';

export interface ArticleCoverageParams {
  readonly uri: string;
  /** Asked by somebody who is about to make the first record for it. */
  readonly evenUncited?: boolean;
}

/** Client → server, request: figures for the numbers of a place of an article, as an edit of a record that cites it. */
export const addFiguresRequest = 'policyRecords/addFigures';

export interface AddFiguresParams {
  readonly article: string;
  /** A cursor, or a selection. */
  readonly range: Range;
  readonly record: string;
  /** Only the numbers that no record claims yet; a cursor on a claimed one adds another claim of it. */
  readonly unclaimedOnly: boolean;
}

/** Client → server, request: figures for the numbers of a text that was copied from an article of the record. */
export const pasteFiguresRequest = 'policyRecords/pasteFigures';

export interface PasteFiguresParams {
  readonly record: string;
  readonly text: string;
}

/** The answer to both; null where there is no such number, or nothing can be added to the record. */
export interface AddFiguresResult {
  readonly record: string;
  readonly ids: readonly string[];
  readonly edit: { readonly range: Range; readonly newText: string };
  /** Where the label of the first figure stands after the edit. */
  readonly label: Range;
}

/** Client → server, request: the records of the opened repositories, as `ListedRecord`, in the order of their paths. */
export const recordsRequest = 'policyRecords/records';

export interface ListedRecord {
  readonly uri: string;
  readonly title: string;
  /** The folder of the repository. */
  readonly root: string;
}

/** Client → server, request: the addresses of the articles that records cite, each once. */
export const articlesRequest = 'policyRecords/articles';

export interface ArticlesParams {
  readonly records: readonly string[];
}

/**
 * Client → server, request: the page of `policy-records report` over the repository of the record or article at an address, as
 * a document for an editor. Takes a `workDoneToken`, and can be cancelled; then it is null, as where there is no repository.
 */
export const reportRequest = 'policyRecords/report';

export interface ReportParams {
  readonly uri: string;
}

export interface ReportResult {
  /** Of the repository. */
  readonly name: string;
  /** Null where the page has more characters than an editor shows well. */
  readonly html: string | null;
}

/** Client → server, request: the indicators of the opened repositories, as `ListedIndicator`, in the order of their names. */
export const indicatorsRequest = 'policyRecords/indicators';

export interface ListedIndicator {
  readonly indicator: string;
  /** How many figures name it. */
  readonly figures: number;
  readonly records: number;
  /** A record that names it, by which `indicatorRequest` knows the repository. */
  readonly uri: string;
}

/** Client → server, request: all claims of an indicator, as a document for an editor; null where there is no such repository. */
export const indicatorRequest = 'policyRecords/indicator';

export interface IndicatorParams {
  readonly uri: string;
  readonly indicator: string;
}

export interface IndicatorResult {
  readonly html: string;
}

/** The client's experimental capability that says: it has the two commands below, so that cards and pages may link to them. */
export const showsPages = 'policyRecordsPages';

/** The client's command that shows an indicator (`IndicatorParams`). */
export const showIndicatorCommand = 'policyRecords.showIndicator';

/** The client's command that opens a record (`OpenClaimParams`). */
export const openClaimCommand = 'policyRecords.openClaim';

export interface OpenClaimParams {
  readonly uri: string;
  readonly type?: 'figure' | 'date';
  readonly id?: string;
}

/** The address of a command with what it is given, for links of our own making. */
export const commandAddress = (command: string, params: IndicatorParams | OpenClaimParams): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify([params]))}`;

/**
 * Client → server, request: fetch a page, keep it as an article of the repository, and make its source. The one request that
 * opens a connection; refused unless `isTrusted` was true among the options at the start. It can be cancelled.
 */
export const captureArticleRequest = 'policyRecords/captureArticle';

export interface CaptureArticleParams {
  readonly url: string;
  /** A file or folder of the repository that the article is for. */
  readonly place: string;
  /** The record that takes the source; without it a new record is proposed. */
  readonly record?: string;
  /** Takes the page in place of another one that is kept. */
  readonly replace: boolean;
}

export type CaptureArticleResult = /** A sentence. */ { readonly failure: string } | CapturedArticle;

export interface CapturedArticle {
  /** A new file; the same as before; another page than the one that is kept, which stayed or was replaced. */
  readonly outcome: 'new' | 'unchanged' | 'kept' | 'replaced';
  readonly article: string;
  /** Sentence that says why the file cannot be read as an article. */
  readonly unreadable?: string;
  /** What became of the quotes of the records that cite it, where another page was kept. */
  readonly quotes: readonly CapturedQuote[];
  /** The source for the record that was named, unless it cites the article already. */
  readonly edit?: {
    readonly record: string;
    /** Of the text that the edit fits; null where the record is not open. */
    readonly version: number | null;
    readonly range: Range;
    readonly newText: string;
  };
  /** Sentence that says why the record that was named did not take the source, which is given as text. */
  readonly refused?: { readonly message: string; readonly source: string };
  /** Where no record cites the article and none was named. */
  readonly newRecord?: NewRecordResult;
}

export interface CapturedQuote {
  readonly record: string;
  /** Title of the record. */
  readonly title: string;
  readonly claim: string;
  readonly quote: string;
  readonly fate: 'same' | 'moved' | 'changed' | 'vanished';
  /** Changed: the passage that is most like it in the new page. */
  readonly now?: string;
  /** Of the quote in the record. */
  readonly range: Range;
}
