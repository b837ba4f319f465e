import { type ProviderResult, type TextDocument, type Uri, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { section } from './names.ts';

/** Settings that switch a feature of the editor, each on unless somebody says otherwise. */
type Switch =
  | 'hover'
  | 'completion'
  | 'quickFixes'
  | 'navigation'
  | 'symbols'
  | 'links'
  | 'folding'
  | 'codeLens'
  | 'inlayHints';

const isOn = (feature: Switch | 'marks' | 'coverageMarks', uri?: Uri): boolean =>
  workspace.getConfiguration(section, uri).get(feature, true);

/** Asks the server only where the feature is switched on. */
function where<A extends [TextDocument, ...unknown[]], T>(feature: Switch) {
  return (...all: [...A, (...asked: A) => ProviderResult<T>]): ProviderResult<T> => {
    const next = all.at(-1) as (...asked: A) => ProviderResult<T>;
    const asked = all.slice(0, -1) as unknown as A;
    return isOn(feature, asked[0].uri) ? next(...asked) : undefined;
  };
}

export const middleware: Middleware = {
  provideHover: where('hover'),
  provideCompletionItem: where('completion'),
  provideCodeActions: where('quickFixes'),
  provideDefinition: where('navigation'),
  provideReferences: where('navigation'),
  provideDocumentHighlights: where('navigation'),
  provideDocumentSymbols: where('symbols'),
  provideDocumentLinks: where('links'),
  provideFoldingRanges: where('folding'),
  provideCodeLenses: where('codeLens'),
  provideInlayHints: where('inlayHints'),
};

export const marksAreOn = (uri: Uri): boolean => isOn('marks', uri);

export const coverageMarksAreOn = (uri: Uri): boolean => isOn('coverageMarks', uri);

export const quickFixesAreOn = (uri: Uri): boolean => isOn('quickFixes', uri);
