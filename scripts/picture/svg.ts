import { cellsOf } from '../../src/reports/display.ts';
import type { Line, Style } from './lines.ts';

/** Width of a column and height of a line, in user units. */
const column = 8.4;
const height = 20;
const fontSize = 14;
const margin = 20;
/** The bar of the window. */
const bar = 36;

const background = '#161b22';

/** On the background every colour has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). The frame brings its own background,
 * so that the picture reads the same on a light page and on a dark one. */
const colours: Readonly<Record<Style, string>> = {
  plain: '#e6edf3',
  strong: '#ffffff',
  dim: '#9aa4af',
  red: '#ff7b72',
  green: '#56d364',
  yellow: '#e3b341',
  blue: '#79c0ff',
  cyan: '#76e3ea',
};

/** Fonts of the usual systems; those of Chinese stand last, for what the others lack. */
const fonts =
  "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', 'Noto Sans Mono CJK SC', " +
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', monospace";

/** Signs that are drawn and not written, as no two fonts have them in one size. Shade → opacity. */
const shades: Readonly<Record<string, number>> = { '█': 1, '▓': 0.75, '▒': 0.55, '░': 0.3 };

/**
 * Lines as a picture of a terminal: SVG 1.1 without scripts, fonts or links. Every run of text is given its width in
 * columns, so that what stands below each other does so in every font.
 */
export function drawn(
  lines: readonly Line[],
  columns: number,
  { title, description }: { readonly title: string; readonly description: string },
): string {
  const width = Math.ceil(columns * column) + 2 * margin;
  const total = bar + lines.length * height + 2 * margin - 8;
  const dots = ['#ff5f57', '#febc2e', '#28c840'].map(
    (colour, index) => `<circle cx="${margin + 4 + index * 20}" cy="${bar / 2}" r="6" fill="${colour}"/>`,
  );
  const rows = lines.flatMap((line, index) => row(line, bar + margin + index * height));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${total}" width="${width}" height="${total}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="description">${escaped(description)}</desc>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${total - 1}" rx="10" fill="${background}" stroke="#6e7681"/>`,
    `<path d="M1 ${bar}H${width - 1}" stroke="#30363d"/>`,
    ...dots,
    `<g font-family="${fonts}" font-size="${fontSize}">`,
    ...rows,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/** Characters of one kind and style that stand side by side. */
interface Stretch {
  readonly kind: 'text' | 'wide' | 'shade' | 'rule' | 'blank';
  readonly style: Style;
  readonly start: number;
  text: string;
  columns: number;
}

function row(line: Line, top: number): string[] {
  return stretches(line).flatMap(({ kind, style, start, text, columns }) => {
    const x = rounded(margin + start * column);
    const width = rounded(columns * column);
    const fill = colours[style];
    switch (kind) {
      case 'blank':
        return [];
      case 'shade':
        return [
          `<rect x="${x}" y="${top + 2}" width="${width}" height="${height - 4}" fill="${fill}" fill-opacity="${shades[text[0] ?? ''] ?? 1}"/>`,
        ];
      case 'rule':
        return [`<path d="M${rounded(x + column / 2)} ${top}v${height}" stroke="${fill}" stroke-opacity="0.6"/>`];
      default: {
        const weight = style === 'strong' ? ' font-weight="bold"' : '';
        return [
          `<text x="${x}" y="${top + 15}" fill="${fill}"${weight} textLength="${width}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`,
        ];
      }
    }
  });
}

function stretches(line: Line): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  for (const { text, style } of line) {
    for (const { shown, width } of cellsOf(text)) {
      const last = found.at(-1);
      const inText = last?.kind === 'text' && last.style === style && !last.text.endsWith(' ');
      const kind = kindOf(shown, width, inText);
      const joins = last?.kind === kind && last.style === style && kind !== 'rule';
      if (last && joins && (kind !== 'shade' || last.text.startsWith(shown))) {
        last.text += shown;
        last.columns += width;
      } else found.push({ kind, style, start: at, text: shown, columns: width });
      at += width;
    }
  }
  return found.map(withoutBlanks);
}

/** One blank between words is part of their text; others are left out, as programs differ in whether they count them. */
function kindOf(shown: string, width: number, inText: boolean): Stretch['kind'] {
  if (shown === ' ' && !inText) return 'blank';
  if (shown in shades) return 'shade';
  if (shown === '│') return 'rule';
  return width === 2 ? 'wide' : 'text';
}

function withoutBlanks(stretch: Stretch): Stretch {
  const text = stretch.text.trimEnd();
  return { ...stretch, text, columns: stretch.columns - (stretch.text.length - text.length) };
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
