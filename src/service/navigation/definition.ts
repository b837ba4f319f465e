import type { Location, LocationLink } from 'vscode-languageserver-types';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { claimAt, holds, placeAt } from '../place.ts';
import { placeInArticle, rangeOf } from '../ranges.ts';
import type { FileView, ProjectView, RecordView, SourceView } from '../views.ts';
import { occurrencesInRecord } from './occurrences.ts';
import { type Named, nameInFile, nameInRecord } from './target.ts';

/**
 * Where what stands at an offset of a record is defined: an agency in its registry, a source in its article, an operand at
 * its figure, a quote or a value in the passage that bears it.
 */
export function definitionInRecord(view: RecordView, offset: number): LocationLink[] {
  const name = nameInRecord(view, offset);
  return name ? definitionOf(view, name) : passagesAt(view, offset);
}

/** The same for a registry or the configuration. */
export function definitionInFile(view: FileView, offset: number): LocationLink[] {
  const name = nameInFile(view, offset);
  if (name?.kind === 'agency') return agencyLinks(view.project, name, rangeOf(view.lines, name.place));
  return name?.kind === 'rule' ? ruleLink(view.project, name, rangeOf(view.lines, name.place)) : [];
}

function definitionOf(view: RecordView, name: Named): LocationLink[] {
  const origin = rangeOf(view.lines, name.place);
  switch (name.kind) {
    case 'agency':
      return agencyLinks(view.project, name, origin);
    case 'rule':
      return ruleLink(view.project, name, origin);
    case 'source': {
      const source = view.sources.find(({ source }) => source.id.value === name.place.value);
      return source ? articleLink(view, source, origin) : [];
    }
    default: {
      if (!view.record) return [];
      const uri = view.project.uriOf(view.path);
      return occurrencesInRecord(view.record, name, view.path)
        .filter(({ defines }) => defines)
        .map(({ place }) => linkTo(uri, view.lines, place, origin));
    }
  }
}

/** A passage for each piece of evidence at the offset; for a value, one for each piece of the claim. */
export function passagesAt(view: RecordView, offset: number): LocationLink[] {
  const place = view.root && placeAt(view.root, offset);
  if (!place || !view.record || place.key) return [];
  const key = place.path.findLast((step) => typeof step === 'string');
  if (place.path[0] === 'sources') {
    const source = view.sources[Number(place.path[1])];
    return source && key === 'file' ? articleLink(view, source, rangeOf(view.lines, place.node)) : [];
  }
  const claim = claimAt(view.record, offset);
  const result = claim && view.result.claims.find(({ type, id }) => type === claim.type && id === claim.id.value);
  if (!claim || !result || !['quote', 'value', 'date', 'unit', 'qualifier'].includes(key ?? '')) return [];
  const origin = rangeOf(view.lines, place.node);
  return result.evidence.flatMap((piece, index) => {
    const evidence = claim.evidence[index];
    if (key === 'quote' && evidence && !holds(evidence, offset)) return [];
    const source = view.sources.find(({ source }) => source.id.value === piece.source);
    const passage = piece.place && placeInArticle(source, piece.place);
    return passage ? [linkAt(passage, origin)] : [];
  });
}

function articleLink(
  view: RecordView,
  source: SourceView,
  origin: LocationLink['originSelectionRange'],
): LocationLink[] {
  const start = placeInArticle(source, { start: 0, end: 0 });
  if (!start) return [linkTo(view.project.uriOf(view.path), view.lines, source.source, origin)];
  return [linkAt(start, origin)];
}

const agencyLinks = (
  project: ProjectView,
  { place }: Named,
  origin: LocationLink['originSelectionRange'],
): LocationLink[] =>
  project.registries.flatMap(({ path, text, agencies }) =>
    agencies
      .filter(({ id }) => id.value === place.value)
      .map((agency) => {
        const lines = new LineIndex(text);
        return {
          ...linkTo(project.uriOf(path), lines, agency.id, origin),
          targetRange: rangeOf(lines, agency),
        };
      }),
  );

function ruleLink(
  project: ProjectView,
  { place }: Named,
  origin: LocationLink['originSelectionRange'],
): LocationLink[] {
  const page = project.rulePage(place.value);
  return page === undefined ? [] : [linkTo(page, new LineIndex(''), { start: 0, end: 0 }, origin)];
}

const linkTo = (
  targetUri: string,
  lines: LineIndex,
  place: Span,
  originSelectionRange: LocationLink['originSelectionRange'],
): LocationLink => linkAt({ uri: targetUri, range: rangeOf(lines, place) }, originSelectionRange);

function linkAt({ uri, range }: Location, originSelectionRange: LocationLink['originSelectionRange']): LocationLink {
  return {
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
    ...(originSelectionRange && { originSelectionRange }),
  };
}
