import { l10n, ProgressLocation, type Uri, window, workspace } from 'vscode';
import { type ListedRecord, type ReportResult, recordsRequest, reportRequest } from '../../server/protocol.ts';
import type { Command, CommandContext } from './command.ts';

/** Shows the page of `policy-records report` for a repository: that of the open file, else the only one, or one that is chosen. */
export const openReport: Command = async ({ server, pages }: CommandContext): Promise<string | undefined> => {
  const uri = await recordOfRepository(await server.request<readonly ListedRecord[]>(recordsRequest, {}));
  if (uri === undefined) return undefined;
  const report = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Writing the report'), cancellable: true },
    (progress, token) => server.longRequest<ReportResult | null>(reportRequest, { uri }, { progress, token }),
  );
  if (!report) return undefined;
  if (report.html === null) {
    const command = 'policy-records report -o report.html';
    void window.showWarningMessage(
      l10n.t('The report is too large to be shown here; “{0}” writes it as a file for a browser.', command),
    );
    return undefined;
  }
  const title = l10n.t('Report: {0}', report.name);
  pages.show({ key: `report ${report.name}`, title, html: report.html });
  return report.html;
};

/** A record of the repository that is wanted; where there is none, that is said. */
async function recordOfRepository(records: readonly ListedRecord[]): Promise<string | undefined> {
  const roots = [...new Map(records.map((record) => [record.root, record])).values()];
  const [first, ...others] = roots;
  if (!first) {
    void window.showInformationMessage(l10n.t('There is no record in the opened folders yet.'));
    return undefined;
  }
  if (others.length === 0) return first.uri;
  const open = window.activeTextEditor?.document.uri.toString();
  const own = roots.find(({ root }) => open?.startsWith(root));
  if (own) return own.uri;
  const items = roots.map(({ root, uri }) => ({ label: nameOf(root), uri }));
  const placeHolder = l10n.t('Several folders hold records: of which one do you want the report?');
  return (await window.showQuickPick(items, { placeHolder }))?.uri;
}

const nameOf = (root: string): string =>
  workspace.workspaceFolders?.find(({ uri }) => sameFolder(uri, root))?.name ?? decodeURIComponent(root);

const sameFolder = (uri: Uri, root: string): boolean => `${uri.toString().replace(/\/+$/, '')}/` === root;
