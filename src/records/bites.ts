/** How YAML misreads a text that somebody wrote without thinking of YAML. */
export interface Bite {
  readonly kind: 'colon' | 'number-sign' | 'marks' | 'unclosed' | 'backslash' | 'bracket' | 'sign';
  /** The text that was meant. */
  readonly text: string;
  /** What YAML trips over, for the message. */
  readonly at: string;
  /** Whether the text that was meant is beyond doubt. */
  readonly certain: boolean;
}

/**
 * What goes wrong with a value as it is written behind its key (`raw`, continuation lines included); undefined where
 * YAML reads what is written.
 */
export function biteOf(raw: string): Bite | undefined {
  const first = raw[0] ?? '';
  if (first === '"' || first === "'") return quoted(raw, first);
  if (first === '[' || first === '{') return { kind: 'bracket', text: joined(raw), at: first, certain: true };
  if (first === '>' || first === '|') {
    return /^[>|][-+0-9]*[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.test(raw) ? undefined : sign(raw, first);
  }
  if ('@`%,]}*&!'.includes(first)) return sign(raw, first);
  if (/^[-?:](?:\s|$)/.test(raw)) return sign(raw, first);
  return plain(raw);
}

const sign = (raw: string, at: string): Bite => ({ kind: 'sign', text: joined(raw), at, certain: true });

function plain(raw: string): Bite | undefined {
  const colon = /:(?=\s|$)/.exec(raw);
  if (colon) return { kind: 'colon', text: joined(raw), at: around(raw, colon.index), certain: true };
  // A comment that ends the text is no fault; one with further lines of the text behind it is.
  const comment = /[ \t]#[^\n]*\n/.exec(raw);
  if (comment) return { kind: 'number-sign', text: joined(raw), at: around(raw, comment.index + 1), certain: false };
  return undefined;
}

function quoted(raw: string, mark: '"' | "'"): Bite | undefined {
  const close = closing(raw, mark);
  if (close === undefined) return { kind: 'unclosed', text: joined(raw.slice(1)), at: mark, certain: false };
  const behind = raw.slice(close + 1);
  if (/^\s*$|^[ \t]+#[^\n]*$/.test(behind)) {
    const unknown = mark === '"' ? badEscape(raw.slice(1, close)) : undefined;
    if (unknown === undefined) return undefined;
    return { kind: 'backslash', text: joined(raw.slice(1, close)), at: unknown, certain: true };
  }
  const text = joined(raw);
  const wrapped = wrappedInMarks(text, mark);
  return {
    kind: 'marks',
    text: wrapped ? text.slice(1, -1) : text,
    at: joined(behind).slice(0, 30),
    certain: !wrapped,
  };
}

/** Where YAML ends a quoted text: at the next mark that is not escaped (`\"`) or doubled (`''`). */
function closing(raw: string, mark: '"' | "'"): number | undefined {
  for (let at = 1; at < raw.length; at++) {
    if (mark === '"' && raw[at] === '\\') at++;
    else if (raw[at] === mark) {
      if (mark === "'" && raw[at + 1] === "'") at++;
      else return at;
    }
  }
  return undefined;
}

const badEscape = (inner: string): string | undefined =>
  /^(?:[^\\]|\\(?:[0abefnrtvNLP_ "/\\\t\n\r]|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))*(\\[\s\S]?)/.exec(
    inner,
  )?.[1];

/** Whether marks stand round the whole text, and others within it: the next mark then opens instead of closing. */
const wrappedInMarks = (text: string, mark: string): boolean => {
  const next = text.indexOf(mark, 1);
  return text.endsWith(mark) && /\s/.test(text[next - 1] ?? '') && next < text.length - 1;
};

/** The lines of a value as one text, as YAML folds them. */
const joined = (raw: string): string =>
  raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');

function around(raw: string, at: number): string {
  const start = Math.max(0, at - 14);
  const words = joined(raw.slice(start, at + 14));
  return words.replace(start > 0 ? /^\S*\s/ : /^/, '').replace(at + 14 < raw.length ? /\s\S*$/ : /$/, '');
}
