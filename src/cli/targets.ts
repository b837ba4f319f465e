import { realpathSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { pathInside, rootOf } from '../node/files.ts';
import { reasonOf } from '../node/reasons.ts';
import { kindOf } from '../records/layout.ts';
import { visible } from '../reports/display.ts';
import { Failure } from './failure.ts';
import type { Repository } from './repository.ts';

/** What a call names: the repository, and paths in it. */
export interface Targets {
  /** Real path. */
  readonly root: string;
  readonly named: readonly Named[];
}

interface Named {
  /** As it was written. */
  readonly written: string;
  /** Relative to the root, with `/`; empty for the root. */
  readonly path: string;
  readonly isFolder: boolean;
}

/** Finds the repository and the named files and folders in it; without any, the folder in which the call was made. */
export function targetsOf(operands: readonly string[], root: string | undefined): Targets {
  const opened = realPath(root ?? '.');
  if (root !== undefined && !statSync(opened).isDirectory()) throw new Failure(`${shown(root)} is no folder.`);
  const written = operands.length === 0 ? [root ?? '.'] : operands;
  const places = written.map((path) => ({ written: path, ...placeOf(path, root) }));
  const [first] = places;
  const start = first === undefined ? opened : first.isFolder ? first.real : dirname(first.real);
  const found = root === undefined ? rootOf(start, opened) : opened;
  return {
    root: found,
    named: places.map(({ written, real, isFolder }) => {
      const path = pathInside(found, real);
      if (path === undefined) {
        throw new Failure(
          `${shown(written)} lies outside the repository ${shown(root ?? fromHere(found))}; name another with --root.`,
        );
      }
      return { written, path, isFolder };
    }),
  };
}

/** A path as it is seen from here, or else from the root that the call names. */
function placeOf(path: string, root: string | undefined): { real: string; isFolder: boolean } {
  const inRoot = root === undefined ? undefined : resolve(root, path);
  const place = inRoot !== undefined && !statSync(path, { throwIfNoEntry: false }) ? inRoot : path;
  const real = realPath(place, path);
  return { real, isFolder: statSync(real).isDirectory() };
}

function realPath(path: string, written = path): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new Failure(`${shown(written)} ${reasonOf(error)}.`);
  }
}

/** The records that a call names, each once, in the order of their paths. Every name must stand for at least one. */
export function recordsNamed({ named }: Targets, repository: Repository): string[] {
  const paths = new Set<string>();
  for (const target of named) {
    const matching = repository.records.filter((path) => matches(target, path));
    if (matching.length === 0) throw new Failure(noRecord(target, repository));
    for (const path of matching) paths.add(path);
  }
  return repository.records.filter((path) => paths.has(path));
}

/** Whether a call names a file of the repository, by itself or by a folder above it. */
export const isNamed = ({ named }: Targets, path: string): boolean => named.some((target) => matches(target, path));

const matches = ({ path: named, isFolder }: Named, path: string): boolean =>
  isFolder ? named === '' || path.startsWith(`${named}/`) : path === named;

function noRecord({ written, path, isFolder }: Named, { excluded }: Repository): string {
  const name = shown(written);
  if ([...excluded].some((record) => matches({ written, path, isFolder }, record))) {
    return isFolder
      ? `Every record in ${name} is left out by "records" in policy-records.yaml.`
      : `${name} is left out by "records" in policy-records.yaml.`;
  }
  if (isFolder) return `There is no record in ${name}; records are files such as plan.policy.yaml.`;
  if (kindOf(path) === 'record')
    return `${name} lies in a hidden folder or in node_modules, where no records are looked for.`;
  return `${name} is no record; records are files such as plan.policy.yaml.`;
}

const fromHere = (path: string): string => relative('', path) || '.';

const shown = (path: string): string => visible(path);
