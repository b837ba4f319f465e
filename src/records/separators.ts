import { entryAt, linesOf } from './lines.ts';
import { isKnownKey } from './prose.ts';
import type { Slip } from './slips.ts';

/** A key and what stands in place of a colon and a space: nothing but the colon, a full-width colon, a no-break space. */
const separated = /^([ \t]*(?:- +)*)([\p{L}\d_-]+)(:|[ \t]*[：=][ \t\u00a0\u3000]*|:[\u00a0\u202f\u3000]+)(?=\S)/u;

/** Finds hyphens with a known key directly behind them, which YAML takes for part of the key. */
export function findHyphens(text: string): Slip[] {
  const slips: Slip[] = [];
  for (const line of linesOf(text)) {
    const match = /^(\s*)[-–•]\s?(?=([a-z]+):(?:\s|$))/.exec(line.text);
    const [hyphen = '', margin = '', key = ''] = match ?? [];
    if (!match || !isKnownKey(key) || hyphen === `${margin}- `) continue;
    const start = line.start + margin.length;
    const end = line.start + hyphen.length;
    slips.push({
      rule: 'yaml/syntax',
      start,
      end: end + key.length,
      message: `An entry of a list begins with a hyphen and a space: write \`- ${key}: …\`.`,
      fix: { title: 'Write a hyphen and a space', edits: [{ start, end, newText: '- ' }], safe: true },
    });
  }
  return slips;
}

/** Finds known keys that YAML does not see as keys, since no colon with a space stands behind them. */
export function findColons(text: string): Slip[] {
  const lines = linesOf(text);
  const slips: Slip[] = [];
  for (let index = 0; index < lines.length; ) {
    const entry = entryAt(lines, index);
    const line = lines[index];
    index = entry?.next ?? index + 1;
    const match = entry || !line ? null : separated.exec(line.text);
    const [, margin = '', key = '', sign = ''] = match ?? [];
    if (!line || !match || !isKnownKey(key)) continue;
    const start = line.start + margin.length + key.length;
    slips.push({
      rule: 'yaml/syntax',
      start: line.start + margin.length,
      end: start + sign.length,
      message: `Behind \`${key}\` YAML wants a colon and a plain space: write \`${key}: …\`.`,
      fix: {
        title: `Write \`${key}:\` and a space`,
        edits: [{ start, end: start + sign.length, newText: ': ' }],
        safe: true,
      },
    });
  }
  return slips;
}
