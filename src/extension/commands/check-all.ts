import { commands, l10n, ProgressLocation, window } from 'vscode';
import { type CheckAllResult, checkAllRequest } from '../../server/protocol.ts';
import type { Command } from './command.ts';

/** Checks every record of the opened folders; what is found goes to the list of problems. */
export const checkAll: Command = async ({ server }): Promise<CheckAllResult | undefined> => {
  const result = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t('Checking records'), cancellable: true },
    (progress, token) => server.longRequest<CheckAllResult | null>(checkAllRequest, {}, { progress, token }),
  );
  if (!result) return undefined;
  void tell(result);
  return result;
};

async function tell({ records, claims, supported, errors, warnings, cancelled }: CheckAllResult): Promise<void> {
  if (records === 0 && !cancelled) {
    void window.showInformationMessage(
      l10n.t('There is no record in the opened folders: no file whose name ends in .policy.yaml or .policy.yml.'),
    );
    return;
  }
  const counts = l10n.t(
    'Records checked: {0}. Supported: {1} of {2} figures and dates. Errors: {3}. Warnings: {4}.',
    ...[records, supported, claims, errors, warnings],
  );
  const text = cancelled ? l10n.t('Stopped before the end. {0}', counts) : counts;
  const show = l10n.t('Show the Findings');
  const chosen = await window.showInformationMessage(text, ...(errors + warnings > 0 ? [show] : []));
  if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
}
