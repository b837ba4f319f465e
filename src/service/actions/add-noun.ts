import { lineEndOf } from '../../checks/edits.ts';
import type { Finding } from '../../checks/finding.ts';
import { readConfiguration } from '../../records/configuration.ts';
import { configurationName } from '../../records/layout.ts';
import { quoteInMarks } from '../../records/quoting.ts';
import { mapOf } from '../../records/tree.ts';
import { scalar } from '../completion/choice.ts';
import type { RecordView } from '../views.ts';
import type { Proposal } from './proposal.ts';

/**
 * Tells the configuration what a noun that the tables do not know is called: as the record writes it, and as the article prints
 * what it counts there. Nothing where the configuration cannot be read, or lists its nouns in braces.
 */
export function newNoun({ project, record, text: recordText }: RecordView, finding: Finding): readonly Proposal[] {
  const { found: noun, expected: printed } = finding;
  if (noun === undefined || record === undefined || Object.hasOwn(project.configuration.nouns, noun)) return [];
  const text = project.configurationText;
  const words = [...new Set([noun, ...(printed === undefined ? [] : [printed])])];
  const list = `[${words.map(inBrackets).join(', ')}]`;
  const common = { finding, preferred: false, path: configurationName };
  const title = `Add “${noun}” to the nouns of ${configurationName}`;
  const key = scalar(noun);
  // A file that has no line yet takes its line ends from the record.
  const lineEnd = lineEndOf(text?.includes('\n') ? text : recordText);
  if (text === undefined) {
    const newText = `nouns:${lineEnd}  ${key}: ${list}${lineEnd}`;
    return [{ ...common, title, text: '', creates: true, edits: [{ start: 0, end: 0, newText }] }];
  }
  const { root, problems } = readConfiguration(configurationName, text);
  if (problems.some(({ rule }) => rule === 'yaml/syntax') || root?.flow) return [];
  const nouns = root && mapOf(root, 'nouns');
  if (root?.entries.has('nouns') && !nouns) return [];
  if (!nouns) {
    const before = text === '' || text.endsWith('\n') ? '' : lineEnd;
    const newText = `${before}nouns:${lineEnd}  ${key}: ${list}${lineEnd}`;
    return [{ ...common, title, text, edits: [{ start: text.length, end: text.length, newText }] }];
  }
  const [first] = nouns.entries.values();
  if (nouns.flow || !first) return [];
  // Before the first of those that are there, on its line: what stands behind the last one may be a comment of something else.
  const { start } = first.key;
  const margin = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (margin.trim() !== '') return [];
  return [{ ...common, title, text, edits: [{ start, end: start, newText: `${key}: ${list}${lineEnd}${margin}` }] }];
}

/** A word inside brackets, where a comma would end it. */
const inBrackets = (word: string): string => (scalar(word) === word ? word : quoteInMarks(word));
