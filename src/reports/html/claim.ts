import type { Article } from '../../articles/article.ts';
import { verdictSentence } from '../../checks/bearing.ts';
import type { ClaimResult, EvidenceResult, Finding } from '../../checks/finding.ts';
import { passageAround } from '../../checks/passage.ts';
import {
  currencyName,
  dateText,
  figureText,
  languageName,
  operationWords,
  periodText,
  placeName,
} from '../../checks/plain-words.ts';
import type { DateClaim, Evidence, FigureClaim, Source } from '../../records/model.ts';
import { shownFindings } from '../report.ts';
import { type Html, html, type Insert, joined } from './html.ts';
import type { PageRecord } from './page-record.ts';

/** A claim beside what checking it says. */
export interface PageClaim {
  readonly claim: FigureClaim | DateClaim;
  readonly result: ClaimResult;
  readonly findings: readonly Finding[];
  readonly id: string;
}

/** What a claim says, how it came out and why, and the passages of the articles, beside each other where there are several. */
export function claimPart(page: PageRecord, { claim, result, findings, id }: PageClaim): Html {
  const shown = shownFindings(findings);
  const look = `${result.verdict}${shown.length === 0 && isGood(result) ? ' clean' : ''}`;
  const sources = page.record?.sources ?? [];
  const nameOf = (source: string): string => titleOf(sources.find((one) => one.id.value === source)) ?? source;
  const passages = result.evidence.map((evidence, index) =>
    evidencePart(page, evidence, claim.evidence[index], result.evidence.length > 1),
  );
  const sentence = verdictSentence(result, nameOf);
  return html`<div class="claim ${look}" id="${id}"><div class="what"><h5 dir="auto">${page.open ? html`<a href="${page.open(result)}">${headingOf(claim)}</a>` : headingOf(claim)}</h5>${saidIn(page, claim)}<p class="verdict"><b aria-hidden="true">${sentence.slice(0, 1)}</b>${sentence.slice(1)}</p></div>
<div class="why">${findingList(shown)}${acceptances(claim)}${passages.length > 0 ? html`<div class="sides">${passages}</div>` : undefined}${claim.type === 'figure' ? derivation(page, claim) : undefined}${claim.note && html`<p class="note" dir="auto">Note: ${claim.note.value}</p>`}</div></div>
`;
}

/** Nobody has to look at it any more. */
const isGood = ({ verdict }: ClaimResult): boolean => verdict === 'supported' || verdict === 'accepted';

const headingOf = (claim: FigureClaim | DateClaim): string =>
  claim.type === 'figure' ? claim.label.value : (claim.event?.value ?? 'Date');

/** *nearly 350 billion CNY* and, below, what kind of number it is, of when and of where. */
function saidIn({ record }: PageRecord, claim: FigureClaim | DateClaim): Html {
  if (claim.type === 'date') return html`<p class="value">${dateText(claim.date.value)}</p>`;
  const place = (claim.jurisdiction ?? record?.jurisdiction)?.value;
  const facts = [
    claim.kind === 'actual' ? undefined : claim.kind,
    claim.period && periodText(claim.period.value),
    currencyName(claim.unit?.value ?? ''),
    place && placeName(place),
  ];
  return html`<p class="value" dir="auto">${figureText(claim)}</p>${facts.some((fact) => fact !== undefined) ? html`<p class="facts">${joined(facts, ' · ')}</p>` : undefined}`;
}

export const findingList = (findings: readonly Finding[]): Html | undefined =>
  findings.length === 0
    ? undefined
    : html`<ul class="findings">${findings.map(
        ({ severity, message }) =>
          html`<li class="${severity}" dir="auto"><b>${severityWords[severity]}</b> ${message}</li>`,
      )}</ul>`;

const severityWords = { error: '✗ Error:', warning: '! Warning:', info: 'i Note:' } as const;

/** What somebody looked at and accepted, with the reason. */
export const acceptances = ({ accept }: Pick<FigureClaim, 'accept'>): Html | undefined =>
  accept.length === 0
    ? undefined
    : html`<ul class="accepted-for">${accept.map(
        ({ rule, reason }) => html`<li dir="auto"><b>○ Accepted</b> (${rule.value}): ${reason.value}</li>`,
      )}</ul>`;

function evidencePart(
  page: PageRecord,
  { source: id, verdict, place, says }: EvidenceResult,
  evidence: Evidence | undefined,
  isOneOfSeveral: boolean,
): Html {
  const source = page.record?.sources.find((one) => one.id.value === id);
  const opened = source && page.article(source);
  const article = opened && 'article' in opened ? opened.article : undefined;
  const name = titleOf(source) ?? (id || 'the source');
  const facts: Insert[] = [
    html`<cite dir="auto">${name}</cite>`,
    article && article.language !== 'und' ? languageName(article.language) : undefined,
  ];
  const said = says !== undefined && isOneOfSeveral ? html`<br>says <strong>${says}</strong>` : undefined;
  const caption = html`<figcaption>${joined(facts, ', ')}${said}</figcaption>`;
  if (article && place) return html`<figure>${passagePart(article, place, verdict)}${caption}</figure>`;
  const quote =
    evidence?.quote &&
    html`<blockquote dir="auto"><p><span class="by">The record quotes:</span> ${evidence.quote.value}</p></blockquote>`;
  return html`<figure>${quote}${caption}</figure>`;
}

/** The sentence of the article with the place marked. */
function passagePart(article: Article, place: { start: number; end: number }, verdict: string): Html {
  const { text, language } = article;
  const around = passageAround(text, place);
  const near = verdict === 'not-found' ? html`<span class="by">The nearest passage:</span> ` : undefined;
  const before = text.slice(around.start, place.start);
  return html`<blockquote lang="${language}" dir="auto"><p>${near}${around.cutBefore ? '… ' : ''}${before}<mark>${text.slice(place.start, place.end)}</mark>${text.slice(place.end, around.end)}${around.cutAfter ? ' …' : ''}</p></blockquote>`;
}

export const titleOf = (source: Source | undefined): string | undefined => source?.title?.value ?? source?.id.value;

/** A computed figure with the values that it is made of. */
function derivation({ record }: PageRecord, { derived }: FigureClaim): Html | undefined {
  if (!derived) return undefined;
  const { operation, operands } = derived.value;
  const parts = operands.map(({ value }) => {
    const figure = record?.figures.find(({ id }) => id.value === value);
    return figure ? html`${figure.label.value} (${figureText(figure)})` : html`${value}`;
  });
  return html`<p class="derived">${operationWords[operation]} ${joined(parts, ', ')}</p>`;
}
