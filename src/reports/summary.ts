import type { Verdict } from '../checks/finding.ts';
import { verdictSigns, verdictWords } from '../checks/plain-words.ts';
import type { Tally } from './report.ts';
import { piece, type Row, type Screen, type Style, wrapped } from './row.ts';
import { counted, heldBack, severityCounts, verdicts } from './words.ts';

/** Each verdict has a shade and a colour of its own beside its sign: none is told from another by colour alone. */
const looks: Readonly<Record<Verdict, { readonly shade: string; readonly style: Style }>> = {
  supported: { shade: '█', style: 'good' },
  refuted: { shade: '▒', style: 'error' },
  'not-found': { shade: '▒', style: 'error' },
  accepted: { shade: '▓', style: 'accepted' },
  unchecked: { shade: '░', style: 'dim' },
};

/** How the claims fared at a glance: a bar, the verdicts, and what was found. */
export function summaryRows(tally: Tally, screen: Screen): Row[] {
  const scope = [counted(tally.records, 'record'), counted(tally.figures, 'figure')];
  if (tally.dates > 0) scope.push(counted(tally.dates, 'date'));
  const findings = severityCounts(tally.severities);
  const style: Style = tally.severities.error > 0 ? 'error' : tally.severities.warning > 0 ? 'warning' : 'good';
  const rows: Row[] = [];
  if (tally.claims > 0)
    rows.push(barOf(tally, Math.min(60, screen.width - 1)), ...wrapped(verdictRow(tally), screen.width, screen));
  const last = [piece(scope.join(', ')), piece(': '), piece(findings || 'nothing to correct', style)];
  if (tally.known > 0) last.push(piece(`; ${heldBack(tally.known)}`, 'dim'));
  return [...rows, ...wrapped(last, screen.width, screen)];
}

/** A bar in which every verdict that occurs takes at least one column. */
function barOf(tally: Tally, columns: number): Row {
  const present = verdicts.filter((verdict) => tally.verdicts[verdict] > 0);
  const widths = present.map((verdict) => Math.max(1, Math.floor((tally.verdicts[verdict] / tally.claims) * columns)));
  const used = widths.reduce((sum, width) => sum + width, 0);
  const largest = widths.indexOf(Math.max(...widths));
  return present.map((verdict, index) => {
    const width = (widths[index] ?? 1) + (index === largest ? columns - used : 0);
    return piece(looks[verdict].shade.repeat(Math.max(1, width)), looks[verdict].style);
  });
}

function verdictRow(tally: Tally): Row {
  return verdicts
    .filter((verdict) => verdict === 'supported' || tally.verdicts[verdict] > 0)
    .flatMap((verdict, index) => [
      piece(index === 0 ? '' : '   '),
      piece(`${verdictSigns[verdict]} ${tally.verdicts[verdict]} ${verdictWords[verdict]}`, looks[verdict].style),
    ]);
}
