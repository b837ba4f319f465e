import { checkConfiguration, checkRegistry, checkUnreadable } from '../checks/check-files.ts';
import { RepositoryIndex } from '../checks/repository-index.ts';
import { type FileReader, filesIn, walk } from '../node/files.ts';
import { type Configuration, defaultConfiguration, readConfiguration } from '../records/configuration.ts';
import { configurationName, isSelected, kindOf } from '../records/layout.ts';
import { readRegistry } from '../records/registry.ts';
import type { CheckedFile } from '../reports/report.ts';
import { readText } from './record-shelf.ts';

/** What holds for every record of a repository: its configuration and registries. */
export interface Settings {
  readonly configuration: Configuration;
  /** The configuration and the registries, with what is to be complained about them. */
  readonly files: readonly CheckedFile[];
  /** Whether the configuration can be used. */
  readonly usable: boolean;
  /** With the registries in it, and no record yet. */
  readonly index: RepositoryIndex;
}

/** A repository as a run found it: its settings, and where its records are. */
export interface Repository extends Settings {
  /** Paths of the records, in order, those left out that the configuration excludes. */
  readonly records: readonly string[];
  /** Paths of records that the configuration excludes. */
  readonly excluded: ReadonlySet<string>;
  /** Paths of the registries. */
  readonly registries: readonly string[];
  /** Phrases for the last line of a report. */
  readonly notChecked: readonly string[];
}

export function openRepository(root: string, reader: FileReader = filesIn(root)): Repository {
  const { files, notChecked } = walk(root, (path) => kindOf(path) === 'record' || kindOf(path) === 'registry');
  const all = files.filter((path) => kindOf(path) === 'record');
  const registries = files.filter((path) => kindOf(path) === 'registry');
  const settings = openSettings(registries, reader);
  const { include, exclude } = settings.configuration;
  const records = all.filter((path) => isSelected(path, include, exclude));
  const selected = new Set(records);
  return {
    ...settings,
    records,
    excluded: new Set(all.filter((path) => !selected.has(path))),
    registries,
    notChecked,
  };
}

/** Reads the configuration and the registries at the paths given. */
export function openSettings(registries: readonly string[], reader: FileReader): Settings {
  const { configuration, file, usable } = openConfiguration(reader);
  const index = new RepositoryIndex();
  const read = usable ? openRegistries(reader, registries, index, configuration.rules) : [];
  return { configuration, files: [...(file ? [file] : []), ...read], usable, index };
}

function openConfiguration(reader: FileReader): { configuration: Configuration; file?: CheckedFile; usable: boolean } {
  const { text, problem, missing } = readText(reader, configurationName);
  if (missing) return { configuration: defaultConfiguration(), usable: true };
  const { configuration, problems } = readConfiguration(configurationName, text);
  const findings = checkConfiguration(configuration, problem ? [problem] : problems);
  const usable = findings.every(({ severity }) => severity !== 'error');
  return { configuration, file: { path: configurationName, text, findings }, usable };
}

/** Reads every registry before any is checked: a parent may stand in another one. */
function openRegistries(
  reader: FileReader,
  paths: readonly string[],
  index: RepositoryIndex,
  rules: Configuration['rules'],
) {
  const checks = paths.map((path): (() => CheckedFile) => {
    const { text, problem } = readText(reader, path);
    const { registry, problems } = problem ? { registry: undefined, problems: [problem] } : readRegistry(path, text);
    if (!registry) return () => ({ path, text, findings: checkUnreadable(problems, {}) });
    index.setRegistry(registry);
    const isAgency = (id: string) => index.around(path).agency(id) !== undefined;
    return () => ({ path, text, findings: checkRegistry(registry, problems, isAgency, rules) });
  });
  return checks.map((check) => check());
}
