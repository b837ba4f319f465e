import { type Disposable, l10n, StatusBarAlignment, type StatusBarItem, ThemeColor, window, workspace } from 'vscode';
import type { RecordStatus } from '../server/protocol.ts';
import { commandNames, recordLanguage } from './names.ts';
import type { Server } from './server.ts';
import { statusInWords } from './words.ts';

/** *13 of 14 supported*, while a record is the file that somebody works on. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem;
  private readonly listeners: Disposable[];

  constructor(private readonly server: Server) {
    this.item = window.createStatusBarItem('policyRecords.status', StatusBarAlignment.Left, 10);
    this.item.name = l10n.t('Policy Records: Claims');
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.show()),
      workspace.onDidCloseTextDocument(({ uri }) => server.forget(uri.toString())),
      server.onChecked(() => this.show()),
      server.onState(() => this.show()),
    ];
    this.show();
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose();
    this.item.dispose();
  }

  private show(): void {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== recordLanguage) {
      this.item.hide();
      return;
    }
    if (this.server.state === 'stopped') this.showStopped();
    else this.showStatus(this.server.statusOf(document.uri.toString()));
    this.item.show();
  }

  private showStopped(): void {
    this.say(
      '$(debug-disconnect)',
      l10n.t('Not checking'),
      l10n.t('The checks have stopped. Select to start them again.'),
    );
    this.item.command = commandNames.restartServer;
    this.item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
  }

  private showStatus(status: RecordStatus | undefined): void {
    this.item.backgroundColor = undefined;
    if (!status) {
      this.say('$(circle-outline)', l10n.t('Not checked yet'), l10n.t('Select to check this record.'));
      this.item.command = commandNames.checkRecord;
      return;
    }
    const { claims, supported } = status;
    const text = claims === 0 ? l10n.t('No claims yet') : l10n.t('{0} of {1} supported', supported, claims);
    this.say(iconOf(status), text, statusInWords(status));
    this.item.command = 'workbench.actions.view.problems';
  }

  private say(icon: string, text: string, more: string): void {
    this.item.text = `${icon} ${text}`;
    this.item.tooltip = more;
    this.item.accessibilityInformation = { label: `Policy Records: ${text}. ${more}`, role: 'button' };
  }
}

/** Another shape for each, since not everybody sees the colours. */
function iconOf({ refuted, notFound, unchecked }: RecordStatus): string {
  if (refuted > 0) return '$(error)';
  if (notFound > 0) return '$(question)';
  return unchecked > 0 ? '$(circle-slash)' : '$(pass)';
}
