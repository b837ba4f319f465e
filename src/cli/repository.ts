import { checkConfiguration, checkRegistry, checkUnreadable } from '../checks/check-files.ts';
import { RepositoryIndex } from '../checks/repository-index.ts';
import { walk } from '../node/files.ts';
import { type Configuration, defaultConfiguration, readConfiguration } from '../records/configuration.ts';
import { configurationName, isSelected, kindOf } from '../records/layout.ts';
import { readRegistry } from '../records/registry.ts';
import type { CheckedFile } from '../reports/report.ts';
import { readText } from './record-shelf.ts';

/** A repository as a run found it: its configuration and registries, and where its records are. */
export interface Repository {
  readonly configuration: Configuration;
  /** The configuration and the registries, with what is to be complained about them. */
  readonly files: readonly CheckedFile[];
  /** Whether the configuration can be used. */
  readonly usable: boolean;
  /** Paths of the records, in order, those left out that the configuration excludes. */
  readonly records: readonly string[];
  /** Paths of records that the configuration excludes. */
  readonly excluded: ReadonlySet<string>;
  readonly index: RepositoryIndex;
  /** Phrases for the last line of a report. */
  readonly notChecked: readonly string[];
}

export function openRepository(root: string): Repository {
  const { files, notChecked } = walk(root, (path) => kindOf(path) === 'record' || kindOf(path) === 'registry');
  const { configuration, file, usable } = openConfiguration(root);
  const all = files.filter((path) => kindOf(path) === 'record');
  const records = all.filter((path) => isSelected(path, configuration.include, configuration.exclude));
  const index = new RepositoryIndex();
  const registries = files.filter((path) => kindOf(path) === 'registry');
  const read = usable ? openRegistries(root, registries, index, configuration.rules) : [];
  const selected = new Set(records);
  return {
    configuration,
    files: [...(file ? [file] : []), ...read],
    usable,
    records,
    excluded: new Set(all.filter((path) => !selected.has(path))),
    index,
    notChecked,
  };
}

function openConfiguration(root: string): { configuration: Configuration; file?: CheckedFile; usable: boolean } {
  const { text, problem, missing } = readText(root, configurationName);
  if (missing) return { configuration: defaultConfiguration(), usable: true };
  const { configuration, problems } = readConfiguration(configurationName, text);
  const findings = checkConfiguration(configuration, problem ? [problem] : problems);
  const usable = findings.every(({ severity }) => severity !== 'error');
  return { configuration, file: { path: configurationName, text, findings }, usable };
}

/** Reads every registry before any is checked: a parent may stand in another one. */
function openRegistries(root: string, paths: readonly string[], index: RepositoryIndex, rules: Configuration['rules']) {
  const checks = paths.map((path): (() => CheckedFile) => {
    const { text, problem } = readText(root, path);
    const { registry, problems } = problem ? { registry: undefined, problems: [problem] } : readRegistry(path, text);
    if (!registry) return () => ({ path, text, findings: checkUnreadable(problems, {}) });
    index.setRegistry(registry);
    const isAgency = (id: string) => index.around(path).agency(id) !== undefined;
    return () => ({ path, text, findings: checkRegistry(registry, problems, isAgency, rules) });
  });
  return checks.map((check) => check());
}
