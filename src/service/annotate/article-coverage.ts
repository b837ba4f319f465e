import type { Range } from 'vscode-languageserver-types';
import { figureText } from '../../checks/plain-words.ts';
import {
  type ArticleClaim,
  type CoveredQuantity,
  coverageOf,
  type IgnoredPassage,
  percentOf,
} from '../../insight/coverage.ts';
import { findQuote } from '../../text/quote.ts';
import type { ArticleView } from '../views.ts';

/** What becomes of a number of an open article. */
export interface CoverageMark {
  readonly range: Range;
  readonly state: CoveredQuantity['state'];
  /** Which figures claim it, or why it is left out; in a person's words. */
  readonly words: string;
}

export interface ArticleCoverageState {
  readonly claimed: number;
  readonly ignored: number;
  readonly unclaimed: number;
  /** Rounded down. */
  readonly percent: number;
  readonly marks: readonly CoverageMark[];
  /** The records that cite the article. */
  readonly records: readonly { readonly uri: string; readonly title: string }[];
}

/** The numbers of an open article with what every record that cites it says of them. */
export function articleCoverageOf(view: ArticleView): ArticleCoverageState {
  const { claimed, ignored, unclaimed, quantities } = coverageOf(
    view.article.reading().quantities,
    claimsIn(view),
    ignoredIn(view),
  );
  return {
    claimed,
    ignored,
    unclaimed,
    percent: percentOf({ claimed, ignored, unclaimed }),
    marks: quantities.map((covered) => ({
      range: view.places.rangeOf(covered.quantity),
      state: covered.state,
      words: wordsFor(covered),
    })),
    records: view.citing.map(({ path, record, project }) => ({
      uri: project.uriOf(path),
      title: record?.title?.value ?? record?.id?.value ?? path,
    })),
  };
}

function wordsFor({ state, claims, reason }: CoveredQuantity): string {
  if (state === 'unclaimed') return 'No record claims it.';
  if (state === 'ignored') return reason === undefined ? 'Left out on purpose.' : `Left out on purpose: ${reason}`;
  return `Claimed as ${claims.map(({ label }) => `“${label}”`).join(', ')}`;
}

function claimsIn({ path, citing }: ArticleView): ArticleClaim[] {
  return citing.flatMap(({ record, result, sources, path: recordPath }) => {
    const ids = new Set(sources.flatMap((one) => (one.path === path ? [one.source.id.value] : [])));
    return result.claims.flatMap(({ type, id, verdict, places }) => {
      const own = places.filter(({ source }) => ids.has(source));
      if (own.length === 0) return [];
      const figure = type === 'figure' ? record?.figures.find((one) => one.id.value === id) : undefined;
      const event = type === 'date' ? record?.dates.find((one) => one.id.value === id)?.event : undefined;
      const label = figure ? `${figure.label.value}: ${figureText(figure)}` : (event?.value ?? id);
      return [{ record: recordPath, type, id, label, verdict, places: own }];
    });
  });
}

function ignoredIn({ path, citing }: ArticleView): IgnoredPassage[] {
  return citing.flatMap(({ sources, path: record }) =>
    sources.flatMap(({ source, article, path: cited }) =>
      cited !== path || !article
        ? []
        : source.ignore.flatMap(({ quote, reason }) =>
            findQuote(article.folded(), quote.value).map(({ start, end }) => ({
              record,
              start,
              end,
              ...(reason && { reason: reason.value }),
            })),
          ),
    ),
  );
}
