import type { Article, ArticleResult } from '../articles/article.ts';
import type { Finding, RecordResult } from '../checks/finding.ts';
import type { Surroundings } from '../checks/repository-index.ts';
import type { Configuration } from '../records/configuration.ts';
import type { PolicyRecord, Registry, Source } from '../records/model.ts';
import type { MapNode } from '../records/tree.ts';
import type { LineIndex } from '../text/lines.ts';
import type { ArticlePlaces } from './article-places.ts';
import type { RecordSummary } from './summary.ts';

/** A text with its lines. Places are UTF-16 offsets in it. */
export interface TextView {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
}

/** What every feature sees of the repository beside the file that it is asked about. */
export interface ProjectView {
  readonly configuration: Configuration;
  /** The file that it was read from; undefined where there is none, or it cannot be read. */
  readonly configurationText: string | undefined;
  readonly registries: readonly Registry[];
  /** Every record that was read so far, in the order of paths. */
  readonly records: readonly RecordSummary[];
  /** The address of a file of the repository, as editors know it. */
  readonly uriOf: (path: string) => string;
  /** The address under which an editor shows the text of a file that is none (PDF, DOCX). */
  readonly textUriOf: (path: string) => string;
  /** The address of the page about a rule; undefined where the pages are not at hand. */
  readonly rulePage: (rule: string) => string | undefined;
  /** The address that shows an indicator over the years; undefined in an editor that cannot. */
  readonly indicatorPage: (indicator: string, path: string) => string | undefined;
}

/** A source of a record and what became of opening it. */
export interface SourceView {
  readonly source: Source;
  /** Of the article; absent where `file` is left out or no path inside the repository. */
  readonly path?: string;
  readonly result?: ArticleResult;
  readonly article?: Article;
  /** How places of the article are shown. */
  readonly places?: ArticlePlaces;
}

/** A record as it stands in the editor, checked. Never changes; a change of anything in it makes another view. */
export interface RecordView extends TextView {
  readonly kind: 'record';
  /** Undefined where nothing of the file can be read. */
  readonly root: MapNode | undefined;
  readonly record: PolicyRecord | undefined;
  readonly result: RecordResult;
  /** In the order of the record. */
  readonly sources: readonly SourceView[];
  readonly surroundings: Surroundings;
  readonly project: ProjectView;
}

/** A registry or the configuration, checked. */
export interface FileView extends TextView {
  readonly kind: 'registry' | 'configuration';
  readonly root: MapNode | undefined;
  readonly registry?: Registry;
  readonly findings: readonly Finding[];
  readonly project: ProjectView;
}

/** An article that at least one record cites, with those records. */
export interface ArticleView {
  readonly kind: 'article';
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** The article's text, in which its places lie. */
  readonly text: string;
  readonly article: Article;
  readonly places: ArticlePlaces;
  readonly citing: readonly RecordView[];
  readonly project: ProjectView;
}

/** The source of a record that has this id; without an id its only source. */
export const sourceNamed = ({ sources }: RecordView, id: string | undefined): SourceView | undefined =>
  id === undefined
    ? sources.length === 1
      ? sources[0]
      : undefined
    : sources.find(({ source }) => source.id.value === id);
