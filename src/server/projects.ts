import { Project } from '../service/project.ts';
import { type Address, fileAddress, formatAddress, parseAddress, pathBelow, textAddress } from './addresses.ts';
import type { ServerHost } from './host.ts';

/** A file of a repository. */
export interface Place {
  readonly project: Project;
  /** Relative to the project's root, with `/`. */
  readonly path: string;
}

/** The repositories that are open, each made when the first file of it is asked for. */
export class Projects {
  private readonly byRoot = new Map<string, { readonly root: Address; readonly project: Project }>();
  private folders: readonly Address[] = [];

  constructor(
    private readonly host: ServerHost,
    private readonly onCrash: (error: unknown) => void,
    private readonly onStale: (uris: readonly string[]) => void,
    private readonly indicatorPage: (indicator: string, uri: string) => string | undefined,
  ) {}

  /** The folders that the editor has open. */
  setFolders(uris: readonly string[]): void {
    this.folders = uris.flatMap((uri) => parseAddress(uri) ?? []);
  }

  all(): readonly Project[] {
    return [...this.byRoot.values()].map(({ project }) => project);
  }

  /** Where a file belongs; undefined where its address cannot be read, or nothing here reaches it. */
  placeOf(uri: string): Place | undefined {
    const address = parseAddress(fileAddress(uri));
    if (!address) return undefined;
    const opened = this.folders
      .filter((folder) => pathBelow(folder, address) !== undefined)
      .sort((a, b) => b.path.length - a.path.length)[0];
    const root = this.host.rootOf(address, opened) ?? opened;
    const path = root && pathBelow(root, address);
    if (!root || path === undefined) return undefined;
    const project = this.projectAt(root);
    return project && { project, path };
  }

  /** The repositories of the opened folders themselves. */
  openFolders(): Project[] {
    return this.folders.flatMap((folder) => {
      const inside = { ...folder, path: `${folder.path.replace(/\/+$/, '')}/x` };
      const root = this.host.rootOf(inside, folder) ?? folder;
      return this.projectAt(root) ?? [];
    });
  }

  private projectAt(root: Address): Project | undefined {
    const key = formatAddress(root).replace(/\/+$/, '');
    const known = this.byRoot.get(key);
    if (known) return known.project;
    const files = this.host.files(root);
    if (!files) return undefined;
    const uriOf = (path: string): string => `${key}/${formatAddress({ origin: '', path })}`;
    const { opener, pause, rulePage } = this.host;
    const textUriOf = (path: string): string => textAddress(uriOf(path));
    const { indicatorPage, onCrash } = this;
    const project = new Project({ files, opener, uriOf, textUriOf, rulePage, indicatorPage, pause, onCrash });
    project.onStale = (paths) => this.onStale(paths.map(uriOf));
    this.byRoot.set(key, { root, project });
    return project;
  }
}
