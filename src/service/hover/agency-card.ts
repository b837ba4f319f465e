import { NamedText } from '../../checks/named-text.ts';
import { languageName, placeName } from '../../checks/plain-words.ts';
import type { Agency } from '../../records/model.ts';
import { blocks, bold, escaped, link, table } from '../markdown.ts';
import { mentionsOf } from '../mentions.ts';
import type { ProjectView, RecordView } from '../views.ts';

/** An agency: its names in every language, what it is and where, who stands above it, and who names it. */
export function agencyCard(agency: Agency, project: ProjectView, view?: RecordView): string {
  const names = Object.entries(agency.names);
  const title = agency.names.en ?? names[0]?.[1] ?? agency.id.value;
  const facts = [agency.type?.replace(/-/g, ' '), agency.jurisdiction && placeName(agency.jurisdiction)];
  return blocks(
    [bold(title), ...facts.filter((fact) => fact !== undefined).map((fact) => escaped(fact))].join(' · '),
    parentLine(agency, project),
    namesTable(agency),
    view && mentionLines(agency, view),
    recordsLine(agency, project),
    agency.note === undefined ? undefined : escaped(agency.note),
    webLine(agency),
  );
}

function parentLine({ parent }: Agency, { registries }: ProjectView): string | undefined {
  if (!parent) return undefined;
  const above = registries.flatMap(({ agencies }) => agencies).find(({ id }) => id.value === parent.value);
  return `Part of ${escaped(above ? (above.names.en ?? Object.values(above.names)[0] ?? parent.value) : parent.value)}`;
}

function namesTable({ names, aliases }: Agency): string | undefined {
  const languages = [...new Set([...Object.keys(names), ...Object.keys(aliases)])];
  if (languages.length === 0) return undefined;
  const rows = languages.map((language) => [
    escaped(languageName(language)),
    escaped(names[language] ?? '–'),
    escaped((aliases[language] ?? []).join(', ') || '–'),
  ]);
  return table(['Language', 'Name', 'Also'], rows);
}

/** Places of one source that are linked; the rest is counted. */
const maxPlaces = 5;

function mentionLines(agency: Agency, view: RecordView): string | undefined {
  const lines = view.sources.flatMap(({ source, article, places: shown }) => {
    if (!article || !shown) return [];
    const mentions = mentionsOf(agency, new NamedText(article.text));
    const name = escaped(source.title?.value ?? source.id.value);
    if (mentions.length === 0) return [`- not named in ${name}`];
    const numbers = [...new Set(mentions.map(({ start }) => shown.rangeOf({ start, end: start }).start.line + 1))];
    const links = numbers.slice(0, maxPlaces).map((line) => link(`line ${line}`, `${shown.uri}#L${line}`));
    const more = numbers.length > maxPlaces ? ` and ${numbers.length - maxPlaces} more` : '';
    return [`- named in ${name}: ${links.join(', ')}${more}`];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function recordsLine({ id }: Agency, { records }: ProjectView): string {
  const count = records.filter(({ agencies }) => agencies.includes(id.value)).length;
  return count === 1 ? '1 record names it.' : `${count} records name it.`;
}

function webLine({ url, wikidata }: Agency): string | undefined {
  const links = [
    url !== undefined && /^https?:\/\//i.test(url) ? link('Website', url) : undefined,
    wikidata !== undefined && /^Q\d+$/.test(wikidata)
      ? link(`Wikidata ${wikidata}`, `https://www.wikidata.org/wiki/${wikidata}`)
      : undefined,
  ].filter((one) => one !== undefined);
  return links.length === 0 ? undefined : links.join(' · ');
}
