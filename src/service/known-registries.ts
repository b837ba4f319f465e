import type { RepositoryIndex } from '../checks/repository-index.ts';
import { kindOf, registriesFor } from '../records/layout.ts';
import type { Registry } from '../records/model.ts';
import { readRegistry } from '../records/registry.ts';
import type { RepositoryFiles } from './files.ts';
import { byPath } from './summary.ts';
import type { TextStore } from './text-store.ts';

/**
 * The registries of a repository as far as they were read: first those that an open record sees, so that its findings do not wait
 * for the others, however many files there are.
 */
export class KnownRegistries {
  private readonly registries = new Map<string, Registry>();
  private readonly reading = new Map<string, Promise<void>>();
  private areAllRead = false;

  constructor(
    private readonly files: RepositoryFiles,
    private readonly texts: TextStore,
    private readonly index: RepositoryIndex,
  ) {}

  get all(): readonly Registry[] {
    return [...this.registries.values()].sort(byPath);
  }

  /** Reads what a file of the repository sees. */
  async readAbove(path: string): Promise<void> {
    if (this.areAllRead) return;
    const above = registriesFor(path, await this.files.registriesAbove(path));
    await Promise.all(above.map((registry) => this.readOnce(registry)));
  }

  /** Reads those that were not read yet of all paths of a repository. */
  async readAll(paths: readonly string[]): Promise<void> {
    await Promise.all(paths.filter((path) => kindOf(path) === 'registry').map((path) => this.readOnce(path)));
    this.areAllRead = true;
  }

  /** Reads a registry again, after whatever is being read of it: the newest text counts. */
  read(path: string): Promise<void> {
    const read = (this.reading.get(path) ?? Promise.resolve()).then(() => this.readNow(path));
    this.reading.set(path, read);
    return read;
  }

  private readOnce(path: string): Promise<void> {
    return this.reading.get(path) ?? this.read(path);
  }

  private async readNow(path: string): Promise<void> {
    const { text, problem, missing } = await this.texts.read(path);
    const { registry } = missing || problem ? { registry: undefined } : readRegistry(path, text);
    this.index.removeRegistry(path);
    this.registries.delete(path);
    if (!registry) return;
    this.index.setRegistry(registry);
    this.registries.set(path, registry);
  }
}
