/** Makes the mutants of every right claim, checks them, and says what became of each. */
import type { Finding, RecordResult } from '../../src/checks/finding.ts';
import type { DateClaim, FigureClaim } from '../../src/records/model.ts';
import { findQuote } from '../../src/text/quote.ts';
import { Random } from '../../test/text/random.ts';
import { Library } from './library.ts';
import { type Claim, type Ground, kinds, type Mutant, type Subject, some } from './mutant.ts';
import { qualifierMutants } from './qualifiers.ts';
import { nowhereMutants, wordMutants } from './quotes.ts';
import type { Sample } from './samples.ts';
import { dateMutants, periodMutants } from './times.ts';
import { unitMutants } from './units.ts';
import { digitMutants, neighbourMutants, scaleMutants, separatorMutants } from './values.ts';

/** A mutant after its check. */
export interface Outcome {
  readonly sample: string;
  readonly claim: string;
  readonly language: string;
  readonly mutant: Mutant;
  /** Warnings and errors about the claim. */
  readonly findings: readonly Finding[];
}

/** A right claim about which something is found, or that is not supported. */
export interface FalseAlarm {
  readonly sample: string;
  readonly claim: string;
  readonly verdict: string;
  readonly findings: readonly Finding[];
}

export interface Run {
  readonly claims: number;
  readonly falseAlarms: readonly FalseAlarm[];
  readonly outcomes: readonly Outcome[];
}

/** @param most Mutants of one kind that are tried of one claim, chosen at random. */
export function run(samples: readonly Sample[], most = Number.POSITIVE_INFINITY): Run {
  const library = new Library(samples);
  const parts = samples.map((sample) => runOne(sample, library, most));
  return {
    claims: parts.reduce((sum, { claims }) => sum + claims, 0),
    falseAlarms: parts.flatMap(({ falseAlarms }) => falseAlarms),
    outcomes: parts.flatMap(({ outcomes }) => outcomes),
  };
}

function runOne(sample: Sample, library: Library, most: number): Run {
  const right = [...sample.record.figures, ...sample.record.dates].filter(sample.isRight);
  const falseAlarms = alarms(sample, right, sample.check(sample.record.text));
  const elsewhere = library.sentencesElsewhere(sample);
  const made = right.map((claim) => {
    const subject = subjectOf(sample, claim, library, elsewhere);
    return { subject, mutants: atMost(mutantsOf(subject), most, subject.random) };
  });
  // Where a computed figure is changed, what it is computed from must stay, so that each is checked by itself.
  const isComputed = ({ subject: { claim } }: Made) => claim.type === 'figure' && claim.derived !== undefined;
  const groups = [made.filter((one) => !isComputed(one)), ...made.filter(isComputed).map((one) => [one])];
  const outcomes = groups.flatMap((group) => checkTogether(sample, group));
  return { claims: right.length, falseAlarms, outcomes };
}

interface Made {
  readonly subject: Subject;
  readonly mutants: readonly Mutant[];
}

/** One mutant of every claim is checked at a time: claims are checked each by itself, and a record is soon read. */
function checkTogether({ name, record, check }: Sample, made: readonly Made[]): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const rounds = Math.max(0, ...made.map(({ mutants }) => mutants.length));
  for (let round = 0; round < rounds; round += 1) {
    const together = made.flatMap(({ subject, mutants }) => {
      const mutant = mutants[round];
      return mutant ? [{ subject, mutant }] : [];
    });
    const edits = together.map(({ mutant }) => mutant.edit).sort((a, b) => b.start - a.start);
    const text = edits.reduce(
      (whole, { start, end, newText }) => whole.slice(0, start) + newText + whole.slice(end),
      record.text,
    );
    const result = check(text);
    for (const { subject, mutant } of together) {
      const claim = subject.claim.id.value;
      outcomes.push({ sample: name, claim, language: subject.language, mutant, findings: seriousAbout(claim, result) });
    }
  }
  return outcomes;
}

const seriousAbout = (claim: string, { findings }: RecordResult): readonly Finding[] =>
  findings.filter((finding) => finding.claim === claim && finding.severity !== 'info');

function alarms({ name }: Sample, right: readonly Claim[], result: RecordResult): readonly FalseAlarm[] {
  return right.flatMap(({ id: { value: claim } }) => {
    const verdict = result.claims.find(({ id }) => id === claim)?.verdict ?? 'missing';
    const findings = seriousAbout(claim, result);
    return verdict === 'supported' && findings.length === 0 ? [] : [{ sample: name, claim, verdict, findings }];
  });
}

function subjectOf(sample: Sample, claim: Claim, library: Library, elsewhere: Subject['elsewhere']): Subject {
  const { record, name } = sample;
  const grounds = claim.evidence.map((evidence): Ground => {
    const source = record.sources.find(({ id }) => id.value === evidence.source?.value) ?? record.sources[0];
    const article = source && library.article(sample, source);
    if (!source || !article) throw new Error(`${name}: no article for ${claim.id.value}`);
    const { quote } = evidence;
    const whole = { start: 0, end: article.text.length };
    const pieces = quote ? findQuote(article.article.folded(), quote.value).flatMap((match) => match.pieces) : [whole];
    return { article, published: source.published?.value, pieces, quote };
  });
  const language = grounds[0]?.article.language ?? 'computed';
  return { claim, record, grounds, language, elsewhere, random: new Random(seedOf(`${name} ${claim.id.value}`)) };
}

/** FNV-1a, so that the mutants of a claim stay the same whatever is added beside it. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

function mutantsOf(subject: Subject): readonly Mutant[] {
  const { claim } = subject;
  const own =
    claim.type === 'figure'
      ? [
          scaleMutants,
          digitMutants,
          separatorMutants,
          unitMutants,
          qualifierMutants,
          neighbourMutants,
          periodMutants,
        ].flatMap((make) => make({ ...subject, claim } as Subject<FigureClaim>))
      : dateMutants({ ...subject, claim } as Subject<DateClaim>);
  return [...own, ...wordMutants(subject), ...nowhereMutants(subject)];
}

function atMost(mutants: readonly Mutant[], most: number, random: Random): readonly Mutant[] {
  return kinds.flatMap((kind) =>
    some(
      mutants.filter((mutant) => mutant.kind === kind),
      most,
      random,
    ),
  );
}
