import type { SyntaxFault } from './compose.ts';
import type { Problem } from './problem.ts';

/** Most faults of YAML that one file reports: beyond a few, each follows from the one before. */
const maxShown = 20;

/** What YAML could not read, said in a person's words; one problem a line, since one slip causes several faults. */
export function syntaxProblems(text: string, faults: readonly SyntaxFault[]): Problem[] {
  const problems: Problem[] = [];
  let lineEnd = -1;
  for (const fault of [...faults].sort((a, b) => a.start - b.start)) {
    if (fault.start <= lineEnd && problems.length > 0) continue;
    if (problems.length === maxShown) break;
    const start = Math.min(fault.start, text.length);
    const end = Math.min(Math.max(fault.end, start), lineEndFrom(text, start));
    lineEnd = lineEndFrom(text, start);
    problems.push({ rule: 'yaml/syntax', start, end: Math.max(start, end), message: messageOf(fault, text) });
  }
  return problems;
}

function lineEndFrom(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at;
}

const column = 'the keys of one entry begin in the same column, each with a colon and a space behind it';

const indentation = `This line is not indented like its neighbours, or a bracket above it is not closed: ${column}.`;

function messageOf({ code, start }: SyntaxFault, text: string): string {
  const line = lineAt(text, start);
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'A tab indents this line, and YAML takes only spaces: write two spaces for each tab.';
    case 'BAD_INDENT':
    case 'MULTILINE_IMPLICIT_KEY':
      return indentation;
    case 'BLOCK_AS_IMPLICIT_KEY':
      if ((line.match(/:(?=\s|$)/g)?.length ?? 0) < 2) return indentation;
      return 'A second colon with a space behind it stands on this line, or the next line is indented too deeply: put the text in quotation marks, or behind >-.';
    case 'BAD_SCALAR_START':
      return `The text begins with ${text[start] ?? 'a sign'}, which means something else to YAML: put it in quotation marks.`;
    case 'BAD_DQ_ESCAPE':
      return 'Within double quotation marks YAML takes the backslash for a sign of its own: write it twice, or use single quotation marks.';
    case 'BLOCK_IN_FLOW':
      return 'Within brackets there can be no lines that begin with a hyphen: close the bracket, or write the list without brackets.';
    case 'KEY_OVER_1024_CHARS':
      return 'A colon with a space behind it stands far into this line: put the text in quotation marks, or behind >-.';
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
    case 'BAD_PROP_ORDER':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return 'The signs *, & and ! mean something of their own to YAML, and a record does not use them: put the text in quotation marks.';
    case 'BAD_DIRECTIVE':
      return 'A line that begins with % is an instruction to YAML and has no place here: take it out.';
    case 'MISSING_CHAR':
      return /^\s*$/.test(text.slice(text.lastIndexOf('\n', start - 1) + 1, start)) && /^\s/.test(text.slice(start))
        ? indentation
        : missing(line);
    default:
      return `YAML cannot read on from here: look on this line for a quotation mark, a bracket, a comma or a hyphen too many, or put the text in quotation marks.`;
  }
}

function missing(line: string): string {
  if (/["']/.test(line) && !/[[\]{}]/.test(line))
    return 'A quotation mark is opened here and never closed: close it, or write the text behind >-.';
  if (!/:(?:\s|$)/.test(line)) return `This line has no key: ${column}.`;
  return 'A comma, a closing bracket or a space behind a colon is missing on this line: add it.';
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  return text.slice(start, lineEndFrom(text, start));
}
