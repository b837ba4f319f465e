import type { SnippetTextEdit, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../text/lines.ts';
import { rangeOf } from '../ranges.ts';
import type { Proposal, ProposedEdit } from './proposal.ts';

/** What the editor takes. */
export interface EditAbilities {
  /** Edits of a version of a document, in their order. */
  readonly versions: boolean;
  /** Edits with a place to fill in. */
  readonly snippets: boolean;
  /** Edits that make a file. */
  readonly creation: boolean;
}

/** A proposal as the protocol says it; undefined where the editor cannot do it. */
export function workspaceEdit(
  { path, text, edits, creates }: Pick<Proposal, 'path' | 'text' | 'edits' | 'creates'>,
  uriOf: (path: string) => string,
  versionOf: (uri: string) => number | null,
  editor: EditAbilities,
): WorkspaceEdit | undefined {
  const uri = uriOf(path);
  const lines = new LineIndex(text);
  if (creates && !(editor.creation && editor.versions)) return undefined;
  if (!editor.versions) return { changes: { [uri]: edits.map((edit) => plain(edit, lines)) } };
  const change: TextDocumentEdit = {
    textDocument: { uri, version: versionOf(uri) },
    edits: edits.map((edit) =>
      editor.snippets ? (snippet(edit, text, lines) ?? plain(edit, lines)) : plain(edit, lines),
    ),
  };
  return { documentChanges: creates ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change] };
}

function plain(edit: ProposedEdit, lines: LineIndex): TextEdit {
  const { newText } = edit;
  const written = typeof newText === 'string' ? newText : newText.before + newText.fill.otherwise + newText.after;
  return { range: rangeOf(lines, edit), newText: written };
}

/**
 * The edit with a place to fill in. Editors indent the further lines of a snippet as the line on which it is put, so that one
 * of several lines is put where no indentation stands before it: at the beginning of the next line. Undefined where there is none.
 */
function snippet({ start, end, newText }: ProposedEdit, text: string, lines: LineIndex): SnippetTextEdit | undefined {
  if (typeof newText === 'string') return undefined;
  const { before, fill, after } = newText;
  const value = `${escaped(before)}\${1:${escaped(fill.text)}}${escaped(after)}`;
  const [lineEnd = ''] = /^\r?\n/.exec(before) ?? [];
  const isWhole = start === 0 || !/\n/.test(before + after);
  if (isWhole) return { range: rangeOf(lines, { start, end }), snippet: { kind: 'snippet', value } };
  if (lineEnd === '' || start !== end || !text.startsWith(lineEnd, start)) return undefined;
  const next = start + lineEnd.length;
  const moved = value.slice(lineEnd.length) + lineEnd;
  return { range: rangeOf(lines, { start: next, end: next }), snippet: { kind: 'snippet', value: moved } };
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
