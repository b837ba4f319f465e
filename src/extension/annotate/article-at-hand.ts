import { l10n, languages, type TextDocument, type TextEditor, window } from 'vscode';
import { textEndings } from '../../records/layout.ts';
import { type ArticleCoverageParams, articleCoverageRequest } from '../../server/protocol.ts';
import type { ArticleCoverageState } from '../../service/annotate/article-coverage.ts';
import { agenciesLanguage, articleLanguage, recordLanguage, textScheme } from '../names.ts';
import type { Server } from '../server.ts';

const endings = new RegExp(`\\.(?:${textEndings.join('|')})$`, 'i');

/** Whether a document may be an article; whether a record cites it, the server knows. */
export const mayBeArticle = ({ uri, languageId }: TextDocument): boolean =>
  uri.scheme === textScheme ||
  (endings.test(uri.path) && languageId !== recordLanguage && languageId !== agenciesLanguage);

/** What is claimed of an article; undefined where no record cites it and it does not lie where articles do. */
export async function coverageOf(
  server: Server,
  { uri }: TextDocument,
  evenUncited = false,
): Promise<ArticleCoverageState | undefined> {
  const params: ArticleCoverageParams = { uri: uri.toString(), evenUncited };
  const found = await server.request<ArticleCoverageState | null>(articleCoverageRequest, params);
  return found ?? undefined;
}

/** The article that somebody works on; where there is none, that is said. */
export function articleAtHand(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  if (editor && mayBeArticle(editor.document)) return editor;
  void window.showInformationMessage(l10n.t('Open an article first: a text, Markdown or HTML file that records cite.'));
  return undefined;
}

/** An article in sight, and what is claimed of it. */
export interface SeenArticle {
  readonly editor: TextEditor;
  readonly coverage: ArticleCoverageState;
}

/** Which of the articles in sight somebody works on: in a record, the first that the record cites. */
export function articleAtWork(seen: readonly SeenArticle[]): SeenArticle | undefined {
  const active = window.activeTextEditor;
  const record = active?.document.languageId === recordLanguage ? active.document.uri.toString() : undefined;
  return seen.find(({ editor, coverage }) => editor === active || coverage.records.some(({ uri }) => uri === record));
}

/** The article that somebody works on, with what is claimed of it now. */
export async function articleInSight(server: Server): Promise<SeenArticle | undefined> {
  const seen: SeenArticle[] = [];
  for (const editor of window.visibleTextEditors) {
    const coverage = mayBeArticle(editor.document) ? await coverageOf(server, editor.document) : undefined;
    if (coverage) seen.push({ editor, coverage });
  }
  return articleAtWork(seen);
}

/** A plain text becomes an article, so that its paragraphs, each one long line, are broken where the window ends. */
export const asArticle = async (document: TextDocument): Promise<TextDocument> =>
  document.languageId === 'plaintext' ? languages.setTextDocumentLanguage(document, articleLanguage) : document;
