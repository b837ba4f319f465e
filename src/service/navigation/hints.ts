import { type CodeLens, type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver-types';
import { daysOf, weekdayName, weekdayOf } from '../../checks/calendar.ts';
import { readable } from '../../checks/wording.ts';
import type { DateClaim, FigureClaim } from '../../records/model.ts';
import { rangeOf } from '../ranges.ts';
import type { RecordView } from '../views.ts';

/** Values that are hard to read as they are written, and the weekdays of dates. */
export function hintsIn(view: RecordView, range: Range): InlayHint[] {
  const { record, lines } = view;
  if (!record) return [];
  const from = lines.offsetAt(range.start);
  const to = lines.offsetAt(range.end);
  const hints: InlayHint[] = [];
  const hint = (offset: number, label: string, tooltip: string): void => {
    if (offset < from || offset > to) return;
    hints.push({ position: lines.positionAt(offset), label, tooltip, kind: InlayHintKind.Type, paddingLeft: true });
  };
  for (const { value } of record.figures) {
    const numbers = value.value.kind === 'number' ? [value.value.number] : [value.value.min, value.value.max];
    const said = numbers.map((number) => readable(number.value));
    const isPlain = numbers.every(({ text }, i) => text.replace(/\s+/g, ' ') === said[i] || text.length < 5);
    if (!isPlain) hint(value.end, said.join(' to '), 'How the value is read');
  }
  for (const { date } of record.dates) {
    const days = daysOf(date.value);
    // A month or a year has no weekday.
    if (days && days.first === days.last) {
      hint(date.end, weekdayName(weekdayOf(days.first)), 'The weekday of this date');
    }
  }
  return hints;
}

/** Above each claim what can be done about it; an editor that knows the commands runs them. */
export function lensesOf(view: RecordView): CodeLens[] {
  const { record } = view;
  return record ? [...record.dates, ...record.figures].flatMap((claim) => lensesAt(view, claim)) : [];
}

/** The passage of a claim that is not supported, and the other years of a figure whose indicator has any. */
function lensesAt({ lines, path, project, result, surroundings, record }: RecordView, claim: DateClaim | FigureClaim) {
  const outcome = result.claims.find(({ type, id }) => type === claim.type && id === claim.id.value);
  const range = rangeOf(lines, { start: claim.start, end: claim.start });
  const lenses: CodeLens[] = [];
  if (outcome && outcome.verdict !== 'supported' && outcome.evidence.some(({ place }) => place)) {
    const command = { title: 'Show the passage', command: 'policyRecords.showPassage', arguments: [range.start] };
    lenses.push({ range, command });
  }
  const indicator = claim.type === 'figure' ? claim.indicator?.value : undefined;
  if (indicator === undefined || project.indicatorPage(indicator, path) === undefined) return lenses;
  const own = record?.figures.filter((figure) => figure.indicator?.value === indicator) ?? [];
  if (own.length + surroundings.others(indicator).length < 2) return lenses;
  const shown = { uri: project.uriOf(path), indicator };
  const command = { title: 'Show over the years', command: 'policyRecords.showIndicator', arguments: [shown] };
  return [...lenses, { range, command }];
}
