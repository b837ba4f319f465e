import { l10n, Range, Uri, window, workspace } from 'vscode';
import type { CapturedQuote } from '../../server/protocol.ts';

/** *Of 12 quotes 9 stand where they stood, 1 moved, …*; empty where there are none. */
export function tallyOf(quotes: readonly CapturedQuote[]): string {
  if (quotes.length === 0) return '';
  const parts = (['same', 'moved', 'changed', 'vanished'] as const)
    .map((fate) => [fate, quotes.filter((quote) => quote.fate === fate).length] as const)
    .filter(([, count]) => count > 0)
    .map(([fate, count]) => `${count} ${fateInWords(fate)}`);
  return l10n.t('Of its quotes in your records: {0}.', parts.join(', '));
}

function fateInWords(fate: CapturedQuote['fate']): string {
  switch (fate) {
    case 'same':
      return l10n.t('as before');
    case 'moved':
      return l10n.t('moved');
    case 'changed':
      return l10n.t('changed');
    case 'vanished':
      return l10n.t('vanished');
  }
}

const marks = { same: '$(check)', moved: '$(arrow-swap)', changed: '$(diff-modified)', vanished: '$(trash)' } as const;
const order = ['vanished', 'changed', 'moved', 'same'];

/** Lists the quotes, the lost ones first; the one that is chosen is shown in its record. */
export async function showQuotes(quotes: readonly CapturedQuote[]): Promise<void> {
  const items = [...quotes]
    .sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate))
    .map((quote) => ({
      label: `${marks[quote.fate]} ${asText(quote.claim)}: ${fateInWords(quote.fate)}`,
      description: asText(quote.title),
      detail: asText(quote.now === undefined ? `“${quote.quote}”` : `“${quote.quote}” → “${quote.now}”`),
      quote,
    }));
  const placeHolder = l10n.t('What became of the quotes; choose one to see it in its record.');
  const chosen = await window.showQuickPick(items, { placeHolder, matchOnDetail: true, matchOnDescription: true });
  if (!chosen) return;
  const { start, end } = chosen.quote.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(await workspace.openTextDocument(Uri.parse(chosen.quote.record, true)), { selection });
}

/** Words of others draw no icons. */
const asText = (text: string): string => text.replace(/\s+/g, ' ').replace(/\$\(/g, '\\$(');
