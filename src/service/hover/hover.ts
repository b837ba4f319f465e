import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import { NamedText } from '../../checks/named-text.ts';
import type { Span } from '../../text/span.ts';
import { blocks, bold, escaped, table } from '../markdown.ts';
import { mentionsOf } from '../mentions.ts';
import { claimAt, holds, placeAt, type TreePlace } from '../place.ts';
import { rangeOf } from '../ranges.ts';
import { nounWords, unitName } from '../unit-names.ts';
import { type ArticleView, type FileView, type RecordView, sourceNamed } from '../views.ts';
import { agencyCard } from './agency-card.ts';
import { numberCard, quantityAt } from './article-card.ts';
import { dateCard, figureCard, otherYears } from './figure-card.ts';
import { keyCard, qualifierCard, ruleCard, unitCard } from './key-card.ts';
import { sourceCard } from './source-card.ts';

/** The card for a place of a record; undefined where there is nothing to say. */
export function hoverInRecord(view: RecordView, offset: number): Hover | undefined {
  if (!view.root) return undefined;
  const place = placeAt(view.root, offset);
  const { key, node } = place;
  if (key) return card(view, key, keyCard('record', place.path));
  if (node.kind !== 'scalar') return undefined;
  return card(view, node, valueCard(view, place, node.text, offset));
}

/** The card for a place of a registry or the configuration. */
export function hoverInFile(view: FileView, offset: number): Hover | undefined {
  if (!view.root) return undefined;
  const place = placeAt(view.root, offset);
  const { key, node, path } = place;
  const isRule = view.kind === 'configuration' && path[0] === 'rules' && path.length === 2;
  if (isRule) return card(view, key ?? node, ruleCard(String(path[1]), view.project));
  if (key) return card(view, key, keyCard(view.kind, path));
  const agency = view.registry?.agencies.find((one) => holds(one, offset));
  return agency && node.kind === 'scalar' ? card(view, node, agencyCard(agency, view.project)) : undefined;
}

/** The card for a number or for the name of an agency in an open article. */
export function hoverInArticle(view: ArticleView, offset: number): Hover | undefined {
  const quantity = quantityAt(view, offset);
  if (quantity) return card(view, quantity, numberCard(view, quantity));
  const names = new NamedText(view.text);
  for (const agency of view.project.registries.flatMap(({ agencies }) => agencies)) {
    const mention = mentionsOf(agency, names).find((span) => holds(span, offset));
    if (mention) return card(view, mention, agencyCard(agency, view.project));
  }
  return undefined;
}

/** What is said of a value, by the key under which it stands; for any value of a claim, the claim. */
function valueCard(view: RecordView, { path, maps }: TreePlace, text: string, offset: number): string | undefined {
  const key = path.findLast((step) => typeof step === 'string');
  const [list] = path;
  if (list === 'agencies' && (key === 'agency' || key === 'agencies')) return agencyOf(view, text);
  if (key === 'rule') return ruleCard(text, view.project);
  if (key === 'source' || (list === 'sources' && !path.includes('accept') && !path.includes('ignore'))) {
    const source = key === 'source' ? sourceNamed(view, text) : view.sources[Number(path[1])];
    return source && sourceCard(view, source);
  }
  if (key === 'indicator') return otherYears(view, text) || undefined;
  if (key === 'qualifier') return blocks(qualifierCard(text), claimCard(view, offset));
  if (key === 'unit') return blocks(unitText(view, text), claimCard(view, offset));
  if (path.includes('derived')) return operandCard(view, text);
  return maps.length > 1 ? claimCard(view, offset) : undefined;
}

function agencyOf(view: RecordView, id: string): string | undefined {
  const agency = view.surroundings.agency(id);
  return agency && agencyCard(agency, view.project, view);
}

function operandCard(view: RecordView, id: string): string | undefined {
  const figure = view.record?.figures.find((one) => one.hasOwnId && one.id.value === id);
  return figure && figureCard(view, figure);
}

function claimCard(view: RecordView, offset: number): string | undefined {
  const claim = view.record && claimAt(view.record, offset);
  return claim && (claim.type === 'figure' ? figureCard(view, claim) : dateCard(view, claim));
}

function unitText(view: RecordView, unit: string): string | undefined {
  const known = unitCard(unit, unitName);
  if (known !== undefined) return known;
  const words = nounWords(unit, view.project.configuration);
  if (words.length === 0)
    return `${bold(unit)} · ${escaped('not in the tables, so it is compared with nothing but its own word')}`;
  return blocks(
    bold(unit),
    table(
      ['Language', 'Words'],
      words.map(({ language, words }) => [escaped(language), escaped(words)]),
    ),
  );
}

const card = (view: RecordView | FileView | ArticleView, span: Span, value: string | undefined): Hover | undefined => {
  if (value === undefined || value === '') return undefined;
  const range = view.kind === 'article' ? view.places.rangeOf(span) : rangeOf(view.lines, span);
  return { contents: { kind: MarkupKind.Markdown, value }, range };
};
