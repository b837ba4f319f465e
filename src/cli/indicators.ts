import type { ClaimRow } from '../insight/claim-row.ts';
import { seriesOf } from '../insight/indicators.ts';
import { indicatorsCsv, indicatorsJson, indicatorsText } from '../reports/indicators.ts';
import { ClaimSource } from './checked-claims.ts';
import type { Call } from './options.ts';
import { screenOf, type Terminal } from './terminal.ts';

/** Shows every indicator over the years; status 1 where a record had to be left out. */
export async function runIndicators(call: Call, terminal: Terminal): Promise<number> {
  const source = new ClaimSource(call, terminal);
  const rows: ClaimRow[] = [];
  for await (const claims of source.claims()) rows.push(...claims.rows);
  const wanted = call.values.get('indicator');
  const series = seriesOf(rows, source.repository.configuration).filter(
    ({ indicator }) => wanted === undefined || indicator === wanted,
  );
  const format = call.values.get('format') ?? 'table';
  if (format === 'json') terminal.out(indicatorsJson(series));
  else if (format === 'csv') terminal.out(indicatorsCsv(series));
  else if (series.length > 0)
    terminal.out(
      indicatorsText(series, screenOf(terminal, call.values.get('color') ?? 'auto', call.switches.has('ascii'))),
    );
  else
    terminal.err(
      'No figure of these records names an indicator; give figures of the same quantity the same "indicator".\n',
    );
  return source.complete ? 0 : 1;
}
