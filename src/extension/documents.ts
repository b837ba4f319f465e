import { workspace } from 'vscode';
import type { DocumentSelector } from 'vscode-languageclient';
import { textEndings } from '../records/layout.ts';
import { agenciesLanguage, recordLanguage, textScheme } from './names.ts';

/** What the server is told of: records, registries, the configuration, and what may be an article of theirs. */
export function documentSelector(): DocumentSelector {
  const folders = workspace.workspaceFolders ?? [];
  const schemes = [...new Set(['file', ...folders.map(({ uri }) => uri.scheme)])];
  const files = schemes.flatMap((scheme) => [
    { scheme, language: recordLanguage },
    { scheme, language: agenciesLanguage },
    { scheme, pattern: '**/policy-records.yaml' },
    { scheme, pattern: `**/*.{${textEndings.join(',')}}` },
  ]);
  return [...files, { scheme: textScheme, pattern: '**' }];
}
