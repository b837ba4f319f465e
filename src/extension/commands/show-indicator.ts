import { l10n, window } from 'vscode';
import {
  claimsRequest,
  type IndicatorParams,
  type IndicatorResult,
  indicatorRequest,
  indicatorsRequest,
  type ListedIndicator,
} from '../../server/protocol.ts';
import type { ClaimState } from '../../service/claim-states.ts';
import { recordLanguage } from '../names.ts';
import type { Server } from '../server.ts';
import type { Command } from './command.ts';

/** Shows all claims of an indicator over the years: the one that a link names, that of the figure at the cursor, or one that is chosen. */
export const showIndicator: Command = async ({ server, pages }, given): Promise<string | undefined> => {
  const wanted = paramsFrom(given) ?? (await atCursor(server)) ?? (await choose(server));
  if (!wanted) return undefined;
  const ask = async (): Promise<string | undefined> =>
    (await server.request<IndicatorResult | null>(indicatorRequest, wanted))?.html;
  const html = await ask();
  if (html === undefined) return undefined;
  pages.show({ key: `indicator ${wanted.indicator}`, title: wanted.indicator, html, again: ask });
  return html;
};

/** What a link gave, as plain data. */
function paramsFrom(given: unknown): IndicatorParams | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { uri, indicator } = given as Partial<IndicatorParams>;
  return typeof uri === 'string' && typeof indicator === 'string' ? { uri, indicator } : undefined;
}

async function atCursor(server: Server): Promise<IndicatorParams | undefined> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== recordLanguage) return undefined;
  const uri = editor.document.uri.toString();
  const { line } = editor.selection.active;
  const claims = await server.request<readonly ClaimState[]>(claimsRequest, { uri });
  const indicator = claims.find(({ range: { start, end } }) => start.line <= line && line <= end.line)?.indicator;
  return indicator === undefined ? undefined : { uri, indicator };
}

async function choose(server: Server): Promise<IndicatorParams | undefined> {
  const listed = await server.request<readonly ListedIndicator[]>(indicatorsRequest, {});
  if (listed.length === 0) {
    void window.showInformationMessage(
      l10n.t('No figure of these records names an indicator; give figures of the same quantity the same “indicator”.'),
    );
    return undefined;
  }
  const items = listed.map(({ indicator, figures, records, uri }) => ({
    label: indicator,
    description: l10n.t('figures: {0}, records: {1}', figures, records),
    uri,
    indicator,
  }));
  const placeHolder = l10n.t('Which indicator do you want to see over the years?');
  return window.showQuickPick(items, { placeHolder, matchOnDescription: true });
}
