import { env, l10n, UIKind, version, window, workspace } from 'vscode';
import { type Statistics, statisticsRequest } from '../../server/protocol.ts';
import type { Command } from './command.ts';

/** Copies what helps to understand a problem: versions and counts, and nothing of what the files say. */
export const copyDiagnosticInformation: Command = async ({ server, extension, activation }): Promise<string> => {
  const { repositories, records, checks, ...rest } = await server.request<Statistics>(statisticsRequest, {});
  const text = [
    `Policy Records ${(extension.packageJSON as { version: string }).version}`,
    `VS Code ${version}, ${env.uiKind === UIKind.Web ? 'in a browser' : 'desktop'}${env.remoteName ? `, ${env.remoteName}` : ''}`,
    `Language ${env.language}, trusted folder: ${workspace.isTrusted ? 'yes' : 'no'}`,
    `Opened folders: ${(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme).join(', ') || 'none'}`,
    `Activation: ${Math.round(activation.milliseconds)} ms`,
    `Server: ${server.state}, process ${rest.process}, memory ${rest.megabytes} MB`,
    `Repositories: ${repositories}, records: ${records}, checks: ${checks}`,
  ].join('\n');
  await env.clipboard.writeText(text);
  void window.showInformationMessage(l10n.t('Copied. Paste it into your report of the problem.'));
  return text;
};
