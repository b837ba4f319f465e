import type { Article } from '../articles/article.ts';
import { quantityWords, readableQuantity, thingOf, withUnit } from '../checks/wording.ts';
import { type ArticleCoverage, percentOf } from '../insight/coverage.ts';
import { LineIndex } from '../text/lines.ts';
import { wordsAround } from './around.ts';
import { columnsOfRow, padded, paint, piece, type Row, type Screen, type Style, wrapped } from './row.ts';
import { counted } from './words.ts';

export interface ReportedArticle {
  readonly path: string;
  readonly article: Article;
  readonly coverage: ArticleCoverage;
}

/** The counts of several articles together. */
export function totalOf(articles: readonly ReportedArticle[]) {
  const total = { claimed: 0, ignored: 0, unclaimed: 0 };
  for (const { coverage } of articles) {
    total.claimed += coverage.claimed;
    total.ignored += coverage.ignored;
    total.unclaimed += coverage.unclaimed;
  }
  return total;
}

interface TableOptions {
  /** The counts alone, without the numbers that nobody claims. */
  readonly quiet: boolean;
}

/** A line for each article with its counts, and below it the numbers that nobody claims, each with its place. */
export function coverageTable(
  articles: readonly ReportedArticle[],
  notChecked: readonly string[],
  screen: Screen,
  { quiet }: TableOptions,
): string {
  if (articles.length === 0) return 'No article could be read.\n';
  const names = Math.max(...articles.map(({ path }) => columnsOfRow([piece(path)], screen))) + 2;
  const out: string[] = [];
  for (const reported of articles) {
    out.push(...headOf(reported, Math.min(names, screen.width - 30), screen));
    if (!quiet) out.push(...unclaimedOf(reported, screen));
  }
  const total = totalOf(articles);
  out.push('');
  out.push(paint([...barOf(total, screen), piece(` ${percentOf(total)} %`, 'strong')], screen));
  out.push(
    `${counted(articles.length, 'article')}: ${total.claimed} of ${counted(total.claimed + total.ignored + total.unclaimed, 'number')} claimed, ` +
      `${total.ignored} left out on purpose, ${total.unclaimed} unclaimed`,
  );
  out.push(notChecked.length === 0 ? 'Nothing was left unread.' : `Not read: ${notChecked.join('; ')}.`);
  return `${out.join('\n')}\n`;
}

function headOf({ path, coverage }: ReportedArticle, names: number, screen: Screen): string[] {
  const { claimed, ignored, unclaimed } = coverage;
  const counts = `${claimed} claimed, ${ignored} left out, ${unclaimed} unclaimed`;
  const row: Row = [
    ...padded([piece(path, 'strong')], names, screen),
    piece(`${String(percentOf(coverage)).padStart(3)} %`, styleOf(unclaimed)),
    piece(`  ${counts}`, 'dim'),
  ];
  return wrapped(row, screen.width, screen, 2).map((line) => paint(line, screen));
}

const styleOf = (unclaimed: number): Style => (unclaimed === 0 ? 'good' : 'warning');

function unclaimedOf({ article, coverage }: ReportedArticle, screen: Screen): string[] {
  const lines = new LineIndex(article.text);
  const rows = coverage.quantities
    .filter(({ state }) => state === 'unclaimed')
    .map(({ quantity }) => {
      const { line, character } = lines.positionAt(quantity.start);
      const words = quantityWords(article, quantity);
      const meaning = withUnit(readableQuantity(quantity), thingOf(quantity));
      const told = [piece(words), ...(plain(words) === plain(meaning) ? [] : [piece(`  ${meaning}`, 'dim')])];
      return { quantity, place: `${line + 1}:${character + 1}`, told };
    });
  const width = Math.max(0, ...rows.map(({ place }) => place.length));
  const column = Math.min(widest, Math.max(0, ...rows.map(({ told }) => columnsOfRow(told, screen))));
  return rows.flatMap(({ quantity, place, told }) => {
    const head: Row = [piece(`  ${place.padEnd(width)}  `, 'dim'), ...padded(told, column, screen), piece('  ')];
    const around = wordsAround(article.text, quantity, screen.width - columnsOfRow(head, screen), screen);
    return wrapped([...head, ...around], screen.width, screen, width + 4).map((line) => paint(line, screen));
  });
}

/** Columns of a number and what it means, beside which its words stand. */
const widest = 36;

const plain = (text: string): string => text.replace(/[\s,]/gu, '').toLowerCase();

const barWidth = 30;

/** Claimed, left out and unclaimed as parts of a bar, each with a shape of its own; what there is, is seen. */
function barOf({ claimed, ignored, unclaimed }: ReturnType<typeof totalOf>, { ascii }: Screen): Row {
  const all = claimed + ignored + unclaimed;
  const width = (count: number): number => (count === 0 ? 0 : Math.max(1, Math.floor((barWidth * count) / all)));
  const rest = width(unclaimed);
  const left = width(ignored);
  const full = all === 0 ? 0 : Math.max(0, barWidth - rest - left);
  const [a, b, c] = ascii ? ['#', '=', '.'] : ['█', '▒', '░'];
  return [
    piece((a ?? '').repeat(full), 'good'),
    piece((b ?? '').repeat(left), 'accepted'),
    piece((c ?? '').repeat(rest), 'warning'),
  ];
}
