import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import { foldNames } from '../../checks/fold-names.ts';
import { docsAt } from '../../records/schema-docs.ts';
import { LineIndex } from '../../text/lines.ts';
import { rangeOf } from '../ranges.ts';
import { type Choice, kinds, withoutStops } from './choice.ts';
import type { Cursor } from './cursor.ts';
import { dateChoices, periodChoices } from './dates.ts';
import { fileChoices } from './files.ts';
import { cursorAt } from './find-cursor.ts';
import { agencyChoices, configuredRules, figureChoices, ruleChoices, sourceChoices } from './ids.ts';
import { keyChoices, wordChoices } from './keys.ts';
import { languageChoices, placeChoices } from './places.ts';
import { quoteChoices } from './quotes.ts';
import { type Draft, patternOf, type Request } from './request.ts';
import { entrySnippet, recordSnippet } from './snippets.ts';
import { unitChoices } from './units.ts';
import { valueChoices } from './values.ts';

type Provider = (request: Request) => Choice[] | Promise<Choice[]>;

/** What knows the values of a place, by the kind of the file and the path with stars for indexes. */
const providers: Readonly<Record<string, Provider>> = {
  'record agencies/*': agencyChoices,
  'record agencies/*/agency': agencyChoices,
  'record jurisdiction': placeChoices,
  'record date': dateChoices,
  'record sources/*/file': fileChoices,
  'record sources/*/language': languageChoices,
  'record dates/*/date': dateChoices,
  'record figures/*/jurisdiction': placeChoices,
  'record figures/*/value': valueChoices,
  'record figures/*/unit': unitChoices,
  'record figures/*/period': periodChoices,
  'registry agencies/*/parent': agencyChoices,
  'registry agencies/*/jurisdiction': placeChoices,
  'registry agencies/*/names': languageChoices,
  'registry agencies/*/aliases': languageChoices,
  'configuration rules': configuredRules,
  ...forClaims('source', sourceChoices),
  ...forClaims('quote', quoteChoices),
  ...Object.fromEntries(
    ['sum', 'difference', 'product', 'ratio', 'share', 'growth'].map((operation) => [
      `record figures/*/derived/${operation}/*`,
      figureChoices,
    ]),
  ),
  ...Object.fromEntries(
    ['figures', 'dates', 'sources', 'agencies'].map((list) => [`record ${list}/*/accept/*/rule`, ruleChoices]),
  ),
};

function forClaims(key: string, provider: Provider): Record<string, Provider> {
  const places = ['figures/*', 'dates/*'].flatMap((claim) => [claim, `${claim}/evidence/*`]);
  return Object.fromEntries(places.map((place) => [`record ${place}/${key}`, provider]));
}

/** What the editor can do with what is offered. */
export interface EditorAbilities {
  readonly snippets: boolean;
  /** It shows a few words beside the label of every choice, and not of the one that is selected alone. */
  readonly labelDetails?: boolean;
  /** The command by which the editor opens the list again, where it has one. */
  readonly suggestAgain?: string;
}

const none: CompletionList = { isIncomplete: false, items: [] };

/** What can be typed at an offset of a file. */
export async function completionsAt(draft: Draft, offset: number, editor: EditorAbilities): Promise<CompletionList> {
  const cursor = cursorAt(draft.text, offset);
  if (!cursor) return none;
  const choices = await choicesFor({ draft, cursor });
  const lines = new LineIndex(draft.text);
  const lineEnd = draft.text.includes('\r\n') ? '\r\n' : '\n';
  const range = rangeOf(lines, cursor.replace);
  // Without a space before it a comment would be none.
  const behind = draft.text[cursor.replace.end] === '#' && !cursor.flow ? ' ' : '';
  const items = choices.map((choice, at) => itemOf(choice, at, { cursor, range, lineEnd, behind, editor }));
  // What is typed decides which names an item is found by, and which numbers are offered.
  return { isIncomplete: true, items };
}

async function choicesFor(request: Request): Promise<readonly Choice[]> {
  const { draft, cursor } = request;
  const { path } = cursor;
  const provider = providers[`${draft.kind} ${patternOf(path)}`];
  switch (cursor.at) {
    case 'key':
      return [
        ...recordSnippet(request),
        ...(provider && docsAt(draft.kind, path)?.keys.length === 0 ? await provider(request) : []),
        ...keyChoices(request, path),
      ];
    case 'value':
      return provider ? await provider(request) : wordChoices(request, path);
    case 'text':
      return provider === quoteChoices ? quoteChoices(request) : [];
    case 'node':
      return cursor.below ? below(request, provider) : beginning(request, provider);
  }
}

/** Where something begins behind a dash or in brackets: a value, the first key of a group, or all of its keys at once. */
async function beginning(request: Request, provider: Provider | undefined): Promise<readonly Choice[]> {
  const { cursor } = request;
  const [list = '', index] = cursor.path;
  const isEntry = cursor.path.length === 2 && typeof index === 'number';
  return [
    ...(isEntry ? entrySnippet(request, String(list), cursor.column, '') : []),
    ...(provider ? await provider(request) : wordChoices(request, cursor.path)),
    ...keyChoices(request, cursor.path),
  ];
}

/** On the line below a key, where its value may stand as well, or a list begin. */
async function below(request: Request, provider: Provider | undefined): Promise<readonly Choice[]> {
  const { draft, cursor } = request;
  const [list = ''] = cursor.path;
  if (docsAt(draft.kind, [...cursor.path, 0]) === undefined) return beginning(request, provider);
  return cursor.path.length === 1 ? entrySnippet(request, String(list), cursor.column + 2, '- ') : [];
}

interface Setting {
  readonly cursor: Cursor;
  readonly range: CompletionItem['textEdit'] extends infer T ? Extract<T, { range: unknown }>['range'] : never;
  readonly lineEnd: string;
  /** Written behind every choice. */
  readonly behind: string;
  readonly editor: EditorAbilities;
}

function itemOf(choice: Choice, at: number, { cursor, range, lineEnd, behind, editor }: Setting): CompletionItem {
  const { label, kind, detail, documentation, snippet, words, goesOn } = choice;
  const written = choice.insert ?? label;
  const text = snippet && !editor.snippets ? withoutStops(written) : written;
  const again = goesOn ? editor.suggestAgain : undefined;
  return {
    label,
    kind,
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(isBrief(choice) && editor.labelDetails && { labelDetails: { description: detail ?? '' } }),
    ...(documentation !== undefined &&
      documentation !== '' && { documentation: { kind: 'markdown', value: documentation } }),
    sortText: String(at).padStart(5, '0'),
    filterText: filterFor(cursor.typed, label, words ?? []),
    textEdit: { range, newText: `${cursor.wantsSpace ? ' ' : ''}${text.replaceAll('\n', lineEnd)}${behind}` },
    insertTextFormat: snippet && editor.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // Lines are indented already.
    insertTextMode: InsertTextMode.asIs,
    ...(again !== undefined && { command: { title: 'Suggest', command: again } }),
  };
}

/** Whether its label leaves room for what it stands for: a number is little without the words around it. */
const isBrief = ({ kind, detail }: Choice): boolean =>
  detail !== undefined && detail !== '' && kind !== kinds.quote && kind !== kinds.snippet;

/**
 * The words by which an editor finds an item. Editors compare letters as they are, and only the first hundred or so; a
 * name that holds what is typed, accents and case folded, is therefore what was typed itself.
 */
function filterFor(typed: string, label: string, words: readonly string[]): string {
  const wanted = foldNames(typed.replace(/^["']/, ''));
  if (wanted.trim() !== '' && words.some((word) => foldNames(word).includes(wanted))) return typed;
  const mark = /^["']/.exec(typed)?.[0] ?? '';
  return [mark + label, ...words].join(' ');
}
