import { l10n } from 'vscode';
import type { RecordStatus } from '../server/protocol.ts';
import type { ClaimState } from '../service/claim-states.ts';

export function verdictInWords(verdict: ClaimState['verdict']): string {
  switch (verdict) {
    case 'supported':
      return l10n.t('supported');
    case 'refuted':
      return l10n.t('refuted');
    case 'not-found':
      return l10n.t('not found');
    case 'accepted':
      return l10n.t('accepted');
    case 'unchecked':
      return l10n.t('unchecked');
  }
}

/** *Of 14 figures and dates 12 are supported, 1 is refuted, …* as a list. */
export function statusInWords({ claims, ...status }: RecordStatus): string {
  if (claims === 0) return l10n.t('The record claims no figure and no date.');
  const counts: readonly (readonly [number, ClaimState['verdict']])[] = [
    [status.supported, 'supported'],
    [status.refuted, 'refuted'],
    [status.notFound, 'not-found'],
    [status.accepted, 'accepted'],
    [status.unchecked, 'unchecked'],
  ];
  const parts = counts.filter(([count]) => count > 0).map(([count, verdict]) => `${count} ${verdictInWords(verdict)}`);
  return l10n.t('Figures and dates: {0}. Select to see what was found.', parts.join(', '));
}

/** One claim and what was found, as one short text. */
export function claimInWords({ label, verdict, messages }: ClaimState): string {
  return [l10n.t('“{0}” is {1}.', label, verdictInWords(verdict)), ...messages].join(' ');
}
