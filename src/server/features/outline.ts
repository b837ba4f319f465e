import type { MapNode } from '../../records/tree.ts';
import { hintsIn, lensesOf } from '../../service/navigation/hints.ts';
import { foldingsOf, selectionsAt } from '../../service/navigation/outline.ts';
import { symbolsMatching, symbolsOfRecord, symbolsOfRegistry } from '../../service/navigation/symbols.ts';
import type { TextView } from '../../service/views.ts';
import type { ServerFeature } from '../context.ts';

/** Symbols, folding, growing selections, code lenses and inlay hints. */
export const outline: ServerFeature = {
  capabilities: {
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
  },
  register({ connection, guarded, projects, settings, recordOf, fileOf }) {
    const treeOf = async (uri: string): Promise<(TextView & { readonly root: MapNode | undefined }) | undefined> =>
      (await recordOf(uri)) ?? (await fileOf(uri));
    connection.onDocumentSymbol(({ textDocument: { uri } }) =>
      guarded('symbols', [], async () => {
        const record = await recordOf(uri);
        if (record) return symbolsOfRecord(record);
        const file = await fileOf(uri);
        return file ? symbolsOfRegistry(file) : [];
      }),
    );
    connection.onWorkspaceSymbol(({ query }) =>
      guarded('symbols of the workspace', [], async () => {
        const all = [...new Set([...projects.openFolders(), ...projects.all()])];
        await Promise.all(all.map((project) => project.indexed()));
        return all.flatMap((project) => symbolsMatching(project, query));
      }),
    );
    connection.onFoldingRanges(({ textDocument: { uri } }) =>
      guarded('folding', [], async () => {
        const view = await treeOf(uri);
        return view ? foldingsOf(view.root, view.lines) : [];
      }),
    );
    connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
      guarded('selection', [], async () => {
        const view = await treeOf(uri);
        return view ? positions.map((position) => selectionsAt(view.root, view.lines, position)) : [];
      }),
    );
    connection.onCodeLens(({ textDocument: { uri } }) =>
      guarded('code lens', [], async () => {
        const view = settings().codeLens ? await recordOf(uri) : undefined;
        return view ? lensesOf(view) : [];
      }),
    );
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }) =>
      guarded('inlay hints', [], async () => {
        const view = settings().inlayHints ? await recordOf(uri) : undefined;
        return view ? hintsIn(view, range) : [];
      }),
    );
  },
};
