import { folderOf, foldersUp } from '../records/layout.ts';
import type { Agency, ClaimedNumber, ClaimedValue, FigureClaim, PolicyRecord, Registry } from '../records/model.ts';
import { detached } from '../text/detached.ts';
import type { Located } from '../text/span.ts';
import type { CheckInput, OtherFigure, SharedFigure } from './context.ts';
import { Variants } from './variants.ts';

/** What a check asks of the rest of the repository. */
export interface Surroundings extends Pick<CheckInput, 'agency' | 'agencyIds' | 'variants' | 'recordsWithId'> {
  /** The figures of other records with this indicator, in the order of paths. */
  readonly others: (indicator: string) => readonly OtherFigure[];
}

/** The figures of an indicator, in the order of paths. */
interface Shared {
  readonly figures: readonly OtherFigure[];
  readonly variants: Variants;
}

interface Entry {
  readonly id?: string;
  readonly figures: readonly OtherFigure[];
}

/**
 * What the records and registries of a repository say to each other. It keeps of a record its id and the figures with an
 * indicator, and nothing of its text; records and registries may be set anew and removed at any time.
 */
export class RepositoryIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly pathsById = new Map<string, Set<string>>();
  private readonly pathsByIndicator = new Map<string, Set<string>>();
  /** Made when first asked for, and forgotten when a record with the indicator changes. */
  private readonly shared = new Map<string, Shared>();
  private readonly registries = new Map<string, Registry>();
  /** Folder → id → agency, made when first asked for and forgotten when a registry changes. */
  private readonly visible = new Map<string, ReadonlyMap<string, Agency>>();

  setRecord(record: PolicyRecord): void {
    this.removeRecord(record.path);
    const entry = entryOf(record);
    this.entries.set(record.path, entry);
    if (entry.id !== undefined) addTo(this.pathsById, entry.id, record.path);
    for (const indicator of indicatorsOf(entry)) {
      addTo(this.pathsByIndicator, indicator, record.path);
      this.shared.delete(indicator);
    }
  }

  removeRecord(path: string): void {
    const entry = this.entries.get(path);
    if (!entry) return;
    this.entries.delete(path);
    if (entry.id !== undefined) this.pathsById.get(entry.id)?.delete(path);
    for (const indicator of indicatorsOf(entry)) {
      this.pathsByIndicator.get(indicator)?.delete(path);
      this.shared.delete(indicator);
    }
  }

  setRegistry(registry: Registry): void {
    this.registries.set(registry.path, registry);
    this.visible.clear();
  }

  removeRegistry(path: string): void {
    this.registries.delete(path);
    this.visible.clear();
  }

  /** What one record sees of the others. The order of files never matters: answers are in the order of paths. */
  around(path: string): Surroundings {
    const agencies = () => this.agenciesOf(folderOf(path));
    return {
      agency: (id) => agencies().get(id),
      agencyIds: () => agencies().keys(),
      recordsWithId: (id) => [...(this.pathsById.get(id) ?? [])].filter((other) => other !== path).sort(),
      others: (indicator) => this.sharing(indicator).figures.filter((other) => other.path !== path),
      variants: (place) => this.sharing(place.indicator).variants.at(place),
    };
  }

  private sharing(indicator: string): Shared {
    const known = this.shared.get(indicator);
    if (known) return known;
    const paths = this.pathsByIndicator.get(indicator);
    // Nothing is kept for those who ask in vain: there is no end of them.
    if (!paths || paths.size === 0) return nothingShared;
    const figures = [...paths]
      .sort()
      .flatMap((path) => this.entries.get(path)?.figures ?? [])
      .filter(({ figure }) => figure.indicator?.value === indicator);
    const shared = { figures, variants: new Variants(figures) };
    this.shared.set(detached(indicator), shared);
    return shared;
  }

  /** The agencies of the folder's registries and of those above; the nearer folder wins where an id stands twice. */
  private agenciesOf(folder: string): ReadonlyMap<string, Agency> {
    const known = this.visible.get(folder);
    if (known) return known;
    const agencies = new Map<string, Agency>();
    const paths = [...this.registries.keys()].sort();
    for (const above of foldersUp(`${folder}/x`.replace(/^\//, ''))) {
      for (const registry of paths.filter((path) => folderOf(path) === above)) {
        for (const agency of this.registries.get(registry)?.agencies ?? []) {
          if (!agencies.has(agency.id.value)) agencies.set(agency.id.value, agency);
        }
      }
    }
    this.visible.set(folder, agencies);
    return agencies;
  }
}

function entryOf({ path, id, jurisdiction, figures }: PolicyRecord): Entry {
  const recordId = id && detached(id.value);
  const place = jurisdiction && detached(jurisdiction.value);
  const other = (figure: FigureClaim): OtherFigure => ({
    path,
    figure: sharedPart(figure),
    ...(recordId !== undefined && { recordId }),
    ...(place !== undefined && { jurisdiction: place }),
  });
  return {
    ...(recordId !== undefined && { id: recordId }),
    figures: figures.filter(({ indicator }) => indicator).map(other),
  };
}

/** A copy that holds nothing of the record's text. */
function sharedPart(figure: FigureClaim): SharedFigure {
  const { start, end, id, label, indicator, jurisdiction, kind, value, unit, qualifier, period } = figure;
  return {
    start,
    end,
    id: copied(id),
    label: copied(label),
    kind,
    value: { ...value, value: copiedValue(value.value) },
    ...(indicator && { indicator: copied(indicator) }),
    ...(jurisdiction && { jurisdiction: copied(jurisdiction) }),
    ...(unit && { unit: copied(unit) }),
    ...(qualifier && { qualifier }),
    ...(period && { period: copied(period) }),
  };
}

const copied = ({ value, start, end }: Located<string>): Located<string> => ({ value: detached(value), start, end });

const copiedNumber = (number: ClaimedNumber): ClaimedNumber => ({ ...number, text: detached(number.text) });

const copiedValue = (value: ClaimedValue): ClaimedValue =>
  value.kind === 'number'
    ? { kind: 'number', number: copiedNumber(value.number) }
    : { kind: 'range', min: copiedNumber(value.min), max: copiedNumber(value.max) };

const nothingShared: Shared = { figures: [], variants: new Variants([]) };

const indicatorsOf = ({ figures }: Entry): string[] => figures.flatMap(({ figure }) => figure.indicator?.value ?? []);

function addTo(map: Map<string, Set<string>>, key: string, path: string): void {
  const paths = map.get(key);
  if (paths) paths.add(path);
  else map.set(key, new Set([path]));
}
