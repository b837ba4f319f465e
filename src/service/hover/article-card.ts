import type { Location } from 'vscode-languageserver-types';
import { currencyName, dateText, figureText, verdictText } from '../../checks/plain-words.ts';
import { qualifierText, readableQuantity, withUnit } from '../../checks/wording.ts';
import type { Quantity } from '../../quantities/quantity.ts';
import type { Span } from '../../text/span.ts';
import { blocks, bold, escaped, link } from '../markdown.ts';
import { holds } from '../place.ts';
import { rangeOf } from '../ranges.ts';
import type { ArticleView } from '../views.ts';

/** A claim of a record that stands on a place of an article. */
interface Claiming {
  readonly label: string;
  readonly claimed: string;
  readonly verdict: string;
  readonly location: Location;
}

/** The quantity of an article at an offset. */
export const quantityAt = ({ article }: ArticleView, offset: number): Quantity | undefined =>
  article.reading().quantities.find((quantity) => holds(quantity, offset));

/** What a number of an article was read as, and which figures of which records claim it. */
export function numberCard(view: ArticleView, quantity: Quantity): string {
  const claiming = claimsOn(view, quantity);
  return blocks(
    readingLine(quantity),
    claiming.length === 0
      ? quantity.cutoff
        ? 'A cut-off, which may be claimed and need not be.'
        : 'No record claims it.'
      : claiming
          .map(
            ({ label, claimed, verdict, location }) =>
              `- ${verdict}: ${link(label, `${location.uri}#L${location.range.start.line + 1}`)}, ${escaped(claimed)}`,
          )
          .join('\n'),
  );
}

function readingLine(quantity: Quantity): string {
  const { date, relative, otherReading } = quantity;
  if (quantity.kind === 'date') {
    if (relative) return 'Read as a date told from the day of writing, which neither supports nor refutes.';
    return `Read as the date ${bold(dateWords(date ?? ''))}`;
  }
  const unit = quantity.unit;
  const value = withUnit(readableQuantity(quantity), unit ?? quantity.noun);
  const qualifier = quantity.qualifier ? `${qualifierText(quantity.qualifier)} ` : '';
  const facts = [
    quantity.kind,
    unit && currencyName(unit),
    quantity.per && `per ${quantity.per}`,
    quantity.change && `a word of ${quantity.change} governs it`,
    quantity.unitChoices && quantity.unitChoices.length > 1 && `may be ${quantity.unitChoices.slice(0, 4).join(', ')}`,
    otherReading && `may also be ${readableQuantity({ value: otherReading })}`,
  ].filter((fact) => fact !== undefined && fact !== false && fact !== '');
  return `Read as ${bold(`${qualifier}${value}`)}${facts.length > 0 ? ` · ${facts.map((fact) => escaped(String(fact))).join(' · ')}` : ''}`;
}

/** A date, also one without a year: `--03-20` is 20 March. */
function dateWords(date: string): string {
  const [, month, day] = /^--(\d\d)(?:-(\d\d))?$/.exec(date) ?? [];
  if (month === undefined) return dateText(date);
  return `${dateText(`2000-${month}${day === undefined ? '' : `-${day}`}`).replace(/ 2000$/, '')}, no year given`;
}

/** The claims of all records whose evidence stands at this place. */
export function claimsOn(view: ArticleView, span: Span): Claiming[] {
  return view.citing.flatMap((citing) => {
    const ids = new Set(citing.sources.flatMap(({ source, path }) => (path === view.path ? [source.id.value] : [])));
    return citing.result.claims.flatMap(({ type, id, verdict, evidence }): Claiming[] => {
      const isHere = evidence.some(
        ({ source, place }) => ids.has(source) && place && place.start < span.end && span.start < place.end,
      );
      if (!isHere) return [];
      const figure = type === 'figure' ? citing.record?.figures.find((one) => one.id.value === id) : undefined;
      const date = type === 'date' ? citing.record?.dates.find((one) => one.id.value === id) : undefined;
      const place = figure ?? date;
      return [
        {
          label: figure?.label.value ?? date?.event?.value ?? id,
          claimed: figure ? figureText(figure) : dateText(date?.date.value ?? ''),
          verdict: verdictText(verdict),
          location: {
            uri: citing.project.uriOf(citing.path),
            range: rangeOf(citing.lines, place ?? { start: 0, end: 0 }),
          },
        },
      ];
    });
  });
}
