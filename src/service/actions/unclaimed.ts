import { appendedEntry, appendedKey, keyColumn, lineEndOf } from '../../checks/edits.ts';
import type { Finding } from '../../checks/finding.ts';
import { shortestQuote } from '../../checks/shortest-quote.ts';
import { shown } from '../../checks/wording.ts';
import { quoteAsBlock, quoteInMarks } from '../../records/quoting.ts';
import { overlaps } from '../../text/span.ts';
import { addFigures } from '../annotate/add-figures.ts';
import { placeAt } from '../place.ts';
import { type RecordView, sourceNamed } from '../views.ts';
import { type Proposal, proposed } from './proposal.ts';

/** What may be done about a number that no figure claims: claim it, or say that it is left out on purpose. */
export function aboutUnclaimed(view: RecordView, finding: Finding): readonly Proposal[] {
  const [place] = finding.related;
  const source = place && sourceNamed(view, place.source);
  const quantity = place && source?.article?.reading().quantities.find((one) => overlaps(one, place));
  if (!source?.article || !quantity) return [];
  const added = addFigures(view, source, [quantity]);
  const quote = shortestQuote(source.article, quantity);
  const claim = added && {
    title: `Claim “${shown(quote)}”`,
    edits: [
      {
        start: view.lines.offsetAt(added.edit.range.start),
        end: view.lines.offsetAt(added.edit.range.end),
        newText: added.edit.newText,
      },
    ],
  };
  return [...(claim ? [proposed(view, finding, claim)] : []), ...leftOut(view, finding, source.source.start, quote)];
}

/** An entry under `ignore` of the source, with the reason still to be written. */
function leftOut(view: RecordView, finding: Finding, source: number, quote: string): readonly Proposal[] {
  const { root, text } = view;
  const map = root && placeAt(root, source).maps.find(({ start }) => start === source);
  if (!map) return [];
  const title = `Leave “${shown(quote)}” out on purpose`;
  const known = map.entries.get('ignore')?.value;
  const inBrackets = `{ quote: ${quoteInMarks(quote)} }`;
  if (known?.kind === 'list' && known.items.length > 0) {
    const column = keyColumn(text, known.start);
    const entry = known.flow ? inBrackets : `quote: ${quoteAsBlock(quote, column + 2, lineEndOf(text))}`;
    return [proposed(view, finding, appendedEntry({ text, mapping: known }, entry, title))];
  }
  if (known) return [];
  const column = keyColumn(text, map.start) + 2;
  const margin = lineEndOf(text) + ' '.repeat(column);
  const block = `${margin}- quote: ${quoteAsBlock(quote, column + 4, lineEndOf(text))}`;
  const fix = appendedKey({ text, mapping: map }, 'ignore', map.flow ? `[${inBrackets}]` : block, title);
  const edits = fix.edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/^(\r?\n *ignore:) /, '$1') }));
  return [proposed(view, finding, { title, edits })];
}
