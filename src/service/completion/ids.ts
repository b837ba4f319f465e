import { isAcceptable } from '../../checks/acceptance.ts';
import { NamedText } from '../../checks/named-text.ts';
import { figureText, placeName } from '../../checks/plain-words.ts';
import { rules } from '../../checks/rules/index.ts';
import { registriesFor } from '../../records/layout.ts';
import type { Agency } from '../../records/model.ts';
import { escaped } from '../markdown.ts';
import { namesOf } from '../mentions.ts';
import type { RecordView } from '../views.ts';
import { type Choice, kinds, scalar } from './choice.ts';
import { claimId, entryOf, type Request, recordOf, written } from './request.ts';

/** More agencies than this are not looked up in the articles; they come in the order of the registries. */
const maxLookedUp = 400;

/** The agencies of the registries that the file sees, found by any name in any language; those that a source names first. */
export function agencyChoices(request: Request): Choice[] {
  const agencies = visibleAgencies(request);
  const view = recordOf(request);
  const used = new Set(view?.record?.agencies.map(({ agency }) => agency.value));
  const named = view && agencies.length <= maxLookedUp ? namedIn(view, agencies) : new Set<Agency>();
  const own = written(request.cursor.maps[0], 'id');
  const open = agencies.filter(({ id }) => id.value !== own);
  const rank = (agency: Agency): number => (named.has(agency) ? 0 : 2) + (used.has(agency.id.value) ? 1 : 0);
  return open
    .map((agency, at) => ({ agency, at, rank: rank(agency) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ agency }) => agencyChoice(agency, named.has(agency)));
}

function visibleAgencies({ draft: { path, project } }: Request): readonly Agency[] {
  const seen = new Set(
    registriesFor(
      path,
      project.registries.map((registry) => registry.path),
    ),
  );
  return project.registries.filter((registry) => seen.has(registry.path)).flatMap(({ agencies }) => agencies);
}

function namedIn({ sources }: RecordView, agencies: readonly Agency[]): ReadonlySet<Agency> {
  const texts = sources.flatMap(({ article }) => (article ? [new NamedText(article.text)] : []));
  const isNamed = (agency: Agency): boolean => namesOf(agency).some((name) => texts.some((text) => text.names(name)));
  return new Set(agencies.filter(isNamed));
}

function agencyChoice(agency: Agency, isNamed: boolean): Choice {
  const names = namesOf(agency);
  const facts = [agency.type?.replace(/-/g, ' '), agency.jurisdiction && placeName(agency.jurisdiction)];
  const known = facts.filter((fact) => fact !== undefined);
  return {
    label: agency.id.value,
    kind: kinds.agency,
    detail: agency.names.en ?? names[0] ?? '',
    insert: scalar(agency.id.value),
    words: names,
    documentation: [
      ...(known.length > 0 ? [escaped(known.join(', '))] : []),
      names.map((name) => `- ${escaped(name)}`).join('\n'),
      ...(isNamed ? ['A source of this record names it.'] : []),
    ].join('\n\n'),
  };
}

/** The sources of the record. */
export function sourceChoices(request: Request): Choice[] {
  return (recordOf(request)?.sources ?? []).map(({ source }) => ({
    label: source.id.value,
    kind: kinds.id,
    detail: source.title?.value ?? source.publisher?.value ?? source.file?.value ?? '',
    insert: scalar(source.id.value),
    words: [source.title?.value, source.publisher?.value, source.file?.value].filter((word) => word !== undefined),
  }));
}

/** The other figures of the record that have an id, for computing from them. */
export function figureChoices(request: Request): Choice[] {
  const own = claimId(request);
  const figures = recordOf(request)?.record?.figures ?? [];
  return figures
    .filter(({ id, hasOwnId }) => hasOwnId && id.value !== own)
    .map((figure) => ({
      label: figure.id.value,
      kind: kinds.id,
      detail: `${figureText(figure)}: ${figure.label.value}`,
      insert: scalar(figure.id.value),
      words: [figure.label.value],
    }));
}

/** Groups of rules that speak of the entries of a list. */
const groups: Readonly<Record<string, readonly string[]>> = {
  figures: ['figure', 'quote'],
  dates: ['date', 'quote', 'figure'],
  sources: ['source', 'coverage'],
  agencies: ['agency'],
};

/** The rules whose findings can be accepted on what the cursor stands in; those that found something there first. */
export function ruleChoices(request: Request): Choice[] {
  const entry = entryOf(request);
  const [list = ''] = entry?.path ?? [];
  const id = claimId(request);
  const agency = written(entry, 'agency');
  const found = new Map(
    (recordOf(request)?.result.findings ?? [])
      .filter(({ claim, source, found: what }) => (list === 'agencies' ? what === agency : (claim ?? source) === id))
      .map(({ rule, message }) => [rule, message]),
  );
  const fitting = rules.filter(
    (rule) => isAcceptable(rule.id) && groups[String(list)]?.includes(rule.id.split('/')[0] ?? ''),
  );
  const sorted = [...fitting.filter((rule) => found.has(rule.id)), ...fitting.filter((rule) => !found.has(rule.id))];
  return sorted.map((rule) => ({
    label: rule.id,
    kind: kinds.word,
    detail: rule.title,
    ...(found.has(rule.id) && { documentation: escaped(found.get(rule.id) ?? '') }),
    words: [rule.title],
  }));
}

/** Every rule, as keys of the configuration. */
export const configuredRules = ({ cursor }: Request): Choice[] =>
  rules
    .filter(({ id }) => !cursor.maps[0]?.keys.has(id))
    .map(({ id, title, severity }) => ({
      label: id,
      kind: kinds.key,
      detail: title,
      documentation: `${escaped(title)}\n\nIts findings are \`${severity}\` where nothing is said.`,
      insert: cursor.hasColon ? id : `${id}: `,
      goesOn: !cursor.hasColon,
    }));
