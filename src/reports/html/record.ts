import type { ClaimResult, Finding } from '../../checks/finding.ts';
import { dateText, languageName, placeName, verdictSigns, verdictWords } from '../../checks/plain-words.ts';
import { quantityWords } from '../../checks/wording.ts';
import { sourcePath } from '../../records/layout.ts';
import type { AgencyUse, DateClaim, FigureClaim, Source } from '../../records/model.ts';
import { shownFindings } from '../report.ts';
import { counted, verdicts } from '../words.ts';
import { acceptances, claimPart, findingList, titleOf } from './claim.ts';
import { type Html, html, type Insert, joined, linkTo } from './html.ts';
import type { PageRecord } from './page-record.ts';
import { coverageStrip } from './strip.ts';

/** A record whole: agencies, sources with the coverage of their articles, and every claim with its passages. */
export function recordPart(page: PageRecord, id: string, claimId: (claim: ClaimResult) => string): Html {
  const { record, result } = page;
  const title = record?.title?.value ?? result.id ?? result.path;
  const facts = [
    record?.jurisdiction && placeName(record.jurisdiction.value),
    record?.date && dateText(record.date.value),
    page.open ? html`<a href="${page.open()}"><code>${result.path}</code></a>` : html`<code>${result.path}</code>`,
  ];
  const claimed = new Set(result.claims.map((claim) => claim.id));
  const general = result.findings.filter(({ claim }) => claim === undefined || !claimed.has(claim));
  const isClean =
    shownFindings(result.findings).length === 0 &&
    result.claims.every(({ verdict }) => verdict === 'supported' || verdict === 'accepted');
  return html`<article class="record${isClean && !page.unchecked ? ' clean' : ''}" id="${id}" aria-labelledby="${id}-title"><h3 id="${id}-title" dir="auto">${title}</h3><p class="facts">${joined(facts, ' · ')}</p>
<p class="tally">${tallyOf(result.claims)}</p>
${page.unchecked ? html`<p class="verdict unchecked"><b aria-hidden="true">–</b> ${uncheckedWords[page.unchecked]}</p>` : undefined}${findingList(shownFindings(general))}
${agenciesPart(page)}${sourcesPart(page)}${claimsPart(page, claimId)}<p class="up"><a href="#index">Back to the list of records</a></p></article>
`;
}

const uncheckedWords = {
  unreadable: 'Nothing in it was checked, because it could not be read.',
  failed: 'Nothing in it was checked, because the program failed on it.',
} as const;

function tallyOf(claims: readonly ClaimResult[]): Insert {
  if (claims.length === 0) return 'No figures or dates.';
  const counts = verdicts.flatMap((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    return count === 0
      ? []
      : [html`<span class="${verdict}">${verdictSigns[verdict]} ${count} ${verdictWords[verdict]}</span>`];
  });
  return html`${counted(claims.length, 'claim')}: ${joined(counts, ', ')}`;
}

function agenciesPart(page: PageRecord): Html | undefined {
  const uses = page.record?.agencies ?? [];
  if (uses.length === 0) return undefined;
  return html`<h4>Agencies</h4><ul class="agencies">${uses.map((use) => agencyItem(page, use))}</ul>
`;
}

/** The names of an agency in every language that its registry has, each marked as what it is. */
function agencyItem(page: PageRecord, use: AgencyUse): Html {
  const agency = page.agency(use.agency.value);
  const names = Object.entries(agency?.names ?? {}).map(
    ([language, name]) => html`<span lang="${language}" dir="auto">${name}</span>`,
  );
  const [first = html`${use.agency.value}`, ...others] = names;
  const role = use.role ? `${use.role.value}: ` : '';
  return html`<li>${role}<strong>${linkTo(agency?.url, first)}</strong>${others.length > 0 ? html` (${joined(others, ' · ')})` : undefined}${acceptances(use)}</li>`;
}

function sourcesPart(page: PageRecord): Html | undefined {
  const sources = page.record?.sources ?? [];
  if (sources.length === 0) return undefined;
  return html`<h4>${sources.length === 1 ? 'Source' : 'Sources'}</h4><ul class="sources">${sources.map((source) => sourceItem(page, source))}</ul>
`;
}

function sourceItem(page: PageRecord, source: Source): Html {
  const opened = page.article(source);
  const article = opened && 'article' in opened ? opened.article : undefined;
  const language = article?.language ?? source.language?.value;
  const title = html`<cite dir="auto"${lang(language)}>${titleOf(source)}</cite>`;
  const facts = [
    linkTo(source.url?.value, title),
    source.publisher && html`<span dir="auto">${source.publisher.value}</span>`,
    source.published && dateText(source.published.value),
    language !== undefined && language !== 'und' ? languageName(language) : undefined,
    source.file && html`<code>${pathOf(page, source.file.value)}</code>`,
  ];
  const coverage = page.coverage(source);
  const strip = coverage && article ? coverageStrip(coverage, article.text.length) : undefined;
  const open =
    coverage && article
      ? coverage.quantities
          .filter(({ state }) => state === 'unclaimed')
          .map(({ quantity }) => quantityWords(article, quantity))
      : [];
  return html`<li>${joined(facts, ', ')}${strip}${unclaimedPart(open)}${acceptances(source)}</li>`;
}

/** Where the article is in the repository, or what the record says where it is nowhere in it. */
function pathOf({ result }: PageRecord, file: string): string {
  const place = sourcePath(result.path, file);
  return 'path' in place ? place.path : file;
}

const lang = (language: string | undefined): Html | undefined =>
  language === undefined || language === 'und' ? undefined : html` lang="${language}"`;

/** More than these nobody reads; \`policy-records coverage\` lists them all. */
const maxUnclaimed = 40;

const unclaimedPart = (numbers: readonly string[]): Html | undefined =>
  numbers.length === 0
    ? undefined
    : html`<details><summary>${counted(numbers.length, 'number')} that no figure claims</summary><p dir="auto">${joined(numbers.slice(0, maxUnclaimed), ' · ')}${numbers.length > maxUnclaimed ? ` · and ${numbers.length - maxUnclaimed} more` : ''}</p></details>`;

function claimsPart(page: PageRecord, claimId: (claim: ClaimResult) => string): Html | undefined {
  const { record, result } = page;
  if (!record || result.claims.length === 0) return undefined;
  const findings = byClaim(result.findings);
  const claims = new Map<string, FigureClaim | DateClaim>(
    [...record.figures, ...record.dates].map((claim) => [`${claim.type} ${claim.id.value}`, claim]),
  );
  return html`<h4>Claims</h4><div class="claims">
${result.claims.map((one) => {
  const claim = claims.get(`${one.type} ${one.id}`);
  return claim && claimPart(page, { claim, result: one, findings: findings.get(one.id) ?? [], id: claimId(one) });
})}</div>`;
}

function byClaim(findings: readonly Finding[]): ReadonlyMap<string | undefined, readonly Finding[]> {
  const groups = new Map<string | undefined, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.claim);
    if (group) group.push(finding);
    else groups.set(finding.claim, [finding]);
  }
  return groups;
}
