import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import { dateText, figureText, verdictText } from '../../checks/plain-words.ts';
import { LineIndex } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { rangeOf } from '../ranges.ts';
import type { FileView, ProjectView, RecordView } from '../views.ts';

/** The outline of a record: its agencies, sources, dates and figures, each claim with what it says and how it came out. */
export function symbolsOfRecord(view: RecordView): DocumentSymbol[] {
  const { record, result, lines } = view;
  if (!record) return [];
  const verdicts = new Map(result.claims.map(({ type, id, verdict }) => [`${type} ${id}`, verdictText(verdict)]));
  const symbol = (name: string, detail: string, kind: SymbolKind, place: Span, selection: Span): DocumentSymbol => ({
    name: name.trim() || '–',
    detail,
    kind,
    range: rangeOf(lines, place),
    selectionRange: rangeOf(lines, selection.start >= place.start && selection.end <= place.end ? selection : place),
  });
  return [
    ...record.agencies.map((use) =>
      symbol(use.agency.value, use.role?.value ?? 'mentioned', SymbolKind.Class, use, use.agency),
    ),
    ...record.sources.map((source) =>
      symbol(source.id.value, source.title?.value ?? source.file?.value ?? '', SymbolKind.File, source, source.id),
    ),
    ...record.dates.map((claim) => {
      const detail = `${dateText(claim.date.value)} · ${verdicts.get(`date ${claim.id.value}`) ?? ''}`;
      return symbol(claim.event?.value ?? claim.id.value, detail, SymbolKind.Event, claim, claim.date);
    }),
    ...record.figures.map((figure) => {
      const detail = `${figureText(figure)} · ${verdicts.get(`figure ${figure.id.value}`) ?? ''}`;
      return symbol(figure.label.value, detail, SymbolKind.Number, figure, figure.value);
    }),
  ].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

/** The outline of a registry: its agencies. */
export function symbolsOfRegistry({ registry, lines }: FileView): DocumentSymbol[] {
  return (registry?.agencies ?? []).map((agency) => ({
    name: agency.id.value.trim() || '–',
    detail: agency.names.en ?? Object.values(agency.names)[0] ?? '',
    kind: SymbolKind.Class,
    range: rangeOf(lines, agency),
    selectionRange: rangeOf(lines, agency.id),
  }));
}

/** Most symbols of one answer; whoever sees as many types another letter. */
const maxSymbols = 500;

/** Records, figures and agencies of a repository whose names hold the letters of a query in their order. */
export function symbolsMatching(project: ProjectView, query: string): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  const fits = matcher(query);
  const start = { line: 0, character: 0 };
  const add = (
    name: string,
    kind: SymbolKind,
    path: string,
    containerName: string,
    range = { start, end: start },
  ): void => {
    if (found.length < maxSymbols && name.trim() !== '') {
      found.push({ name, kind, containerName, location: { uri: project.uriOf(path), range } });
    }
  };
  for (const { path, text, agencies } of project.registries) {
    const lines = new LineIndex(text);
    for (const agency of agencies) {
      const names = [agency.id.value, ...Object.values(agency.names), ...Object.values(agency.aliases).flat()];
      const name = names.find(fits);
      if (name !== undefined) add(name, SymbolKind.Class, path, agency.id.value, rangeOf(lines, agency.id));
    }
  }
  for (const { path, id, title, figures } of project.records) {
    const named = [title, id].find((name) => name !== undefined && fits(name));
    if (named !== undefined) add(named, SymbolKind.File, path, path);
    for (const figure of figures) {
      if (!fits(figure.label) && !fits(figure.id)) continue;
      const { line, character } = figure.position;
      add(figure.label, SymbolKind.Number, path, title ?? path, {
        start: { line, character },
        end: { line, character },
      });
    }
  }
  return found;
}

/** Whether a name holds the letters of a query in their order, whatever their case. */
function matcher(query: string): (name: string) => boolean {
  const letters = [...query.toLowerCase()].filter((letter) => letter.trim() !== '');
  return (name) => {
    let at = 0;
    const lower = name.toLowerCase();
    for (const letter of letters) {
      at = lower.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };
}
