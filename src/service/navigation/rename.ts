import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { LineIndex } from '../../text/lines.ts';
import type { Project } from '../project.ts';
import { rangeOf } from '../ranges.ts';
import type { Occurrences } from './references.ts';
import type { Named } from './target.ts';

/** Why a name cannot be changed, in a person's words. */
export interface Refusal {
  readonly message: string;
}

/** Names of rules are the program's own; the others can be changed. */
export const isRenamable = ({ kind }: Named): boolean => kind !== 'rule';

const words: Readonly<Record<Named['kind'], string>> = {
  agency: 'agency',
  source: 'source',
  figure: 'figure',
  indicator: 'indicator',
  record: 'record',
  rule: 'rule',
};

/** Whether the new name can stand for what the old one does; undefined where it can. */
export async function refusalOf(
  project: Project,
  name: Named,
  home: string,
  newName: string,
): Promise<Refusal | undefined> {
  if (!/^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(newName)) {
    return { message: `“${newName}” is no id: write small letters, digits and hyphens between them.` };
  }
  if (newName !== name.place.value && (await isTaken(project, name, home, newName))) {
    return { message: `The id “${newName}” belongs to another ${words[name.kind]} already; choose another one.` };
  }
  return undefined;
}

/** An indicator may be given to a figure that shares it with others: that is what it is for. */
async function isTaken(project: Project, { kind }: Named, home: string, newName: string): Promise<boolean> {
  switch (kind) {
    case 'agency':
      return project.registries.some(({ agencies }) => agencies.some(({ id }) => id.value === newName));
    case 'record':
      return project.records.some(({ id }) => id === newName);
    case 'source':
    case 'figure': {
      const record = await project.readRecord(home);
      const list = kind === 'source' ? record?.sources : record?.figures;
      return (list ?? []).some(({ id }) => id.value === newName);
    }
    default:
      return false;
  }
}

/** Puts the new name in every place of the old one; a scalar in quotation marks keeps them. */
export function renameEdit(project: Project, { all, lines, texts }: Occurrences, newName: string): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const { path, place } of all) {
    const written = (texts.get(path) ?? '').slice(place.start, place.end);
    const mark = /^(["']).*\1$/s.exec(written)?.[1] ?? '';
    const uri = project.uriOf(path);
    changes[uri] ??= [];
    changes[uri].push({
      range: rangeOf(lines.get(path) ?? new LineIndex(''), place),
      newText: `${mark}${newName}${mark}`,
    });
  }
  return { changes };
}
