import { isAmongArticles, kindOf } from '../../records/layout.ts';
import { addFigures, quantitiesIn } from '../../service/annotate/add-figures.ts';
import { articleCoverageOf } from '../../service/annotate/article-coverage.ts';
import { claimsOn } from '../../service/hover/article-card.ts';
import type { RecordSummary } from '../../service/summary.ts';
import type { ArticleView, RecordView } from '../../service/views.ts';
import { findQuote } from '../../text/quote.ts';
import type { ServerContext, ServerFeature } from '../context.ts';
import {
  type AddFiguresParams,
  type AddFiguresResult,
  type ArticleCoverageParams,
  addFiguresRequest,
  articleCoverageRequest,
  articleTextRequest,
  type PasteFiguresParams,
  pasteFiguresRequest,
} from '../protocol.ts';

/** From an open article to figures: what is claimed of it, and new figures for its numbers. */
export const annotate: ServerFeature = {
  capabilities: {},
  register(context) {
    const { connection, guarded, recordOf } = context;
    connection.onRequest(articleCoverageRequest, ({ uri, evenUncited }: ArticleCoverageParams) =>
      guarded('coverage', null, async () => {
        const view = await articleOf(context, uri, evenUncited);
        return view ? articleCoverageOf(view) : null;
      }),
    );
    connection.onRequest(articleTextRequest, ({ uri }: { readonly uri: string }) =>
      guarded('text of an article', null, async () => (await articleOf(context, uri))?.text ?? null),
    );
    connection.onRequest(addFiguresRequest, (params: AddFiguresParams) =>
      guarded('new figures', null, async () => {
        // The record first: it may have been made a moment ago, and the article is known by the records that cite it.
        const record = await recordOf(params.record);
        const article = await articleOf(context, params.article);
        return article && record ? added(article, record, params) : null;
      }),
    );
    connection.onRequest(pasteFiguresRequest, ({ record: uri, text }: PasteFiguresParams) =>
      guarded('pasted figures', null, async () => {
        const view = await recordOf(uri);
        return view ? pasted(view, uri, text) : null;
      }),
    );
  },
};

/** An article that a record cites, or that lies where articles do; with `evenUncited` any file. */
async function articleOf(
  { placeOf }: ServerContext,
  uri: string,
  evenUncited = false,
): Promise<ArticleView | undefined> {
  const { path, project } = placeOf(uri) ?? {};
  if (!project || path === undefined || kindOf(path) !== 'other') return undefined;
  await project.indexed();
  const isArticle = (): boolean => isAmongArticles(path, citedIn(project.records));
  return project.article(path, evenUncited || isArticle());
}

function* citedIn(records: readonly RecordSummary[]): Generator<string> {
  for (const { articles } of records) yield* articles;
}

function added(
  article: ArticleView,
  record: RecordView,
  { range, record: uri, unclaimedOnly }: AddFiguresParams,
): AddFiguresResult | null {
  const source = record.sources.find(({ path }) => path === article.path);
  if (!source?.article) return null;
  const span = article.places.spanOf(range);
  const wanted = quantitiesIn(source.article, span).filter(
    (quantity) => !unclaimedOnly || (!quantity.cutoff && claimsOn(article, quantity).length === 0),
  );
  const figures = addFigures(record, source, wanted);
  return figures ? { record: uri, ...figures } : null;
}

/** A copied text is looked for in the articles of the record, so that only what stands there becomes a figure. */
function pasted(view: RecordView, uri: string, text: string): AddFiguresResult | null {
  for (const source of view.sources) {
    const [match] = source.article ? findQuote(source.article.folded(), text) : [];
    if (!source.article || !match) continue;
    const figures = addFigures(view, source, quantitiesIn(source.article, match));
    if (figures) return { record: uri, ...figures };
  }
  return null;
}
