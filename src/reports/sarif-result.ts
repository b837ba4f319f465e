import type { Finding, Related } from '../checks/finding.ts';
import type { Fix } from '../records/problem.ts';
import type { LineIndex, LinePosition } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { visible } from './display.ts';
import type { ArticlePlace } from './report.ts';
import { type Artifacts, wellFormed } from './sarif-artifacts.ts';
import { levelOf } from './sarif-rules.ts';

/** The file that a finding speaks of, and where it leads. */
export interface ResultPlaces {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly articlePlace: (related: Related) => ArticlePlace | undefined;
  readonly artifacts: Artifacts;
}

/** Passages of articles that are shown for one finding; GitHub takes no more than a thousand. */
const maxRelated = 20;
/** Units of a file that are given with a place in it. */
const maxSnippet = 400;

/** One finding as a SARIF result (§3.27). */
export function resultOf(finding: Finding, fingerprint: string, ruleIndex: number, places: ResultPlaces): object {
  const { rule, severity, claim, accepted, known, fix, expected, found } = finding;
  const related = finding.related.slice(0, maxRelated).flatMap((one, index) => relatedLocation(one, index, places));
  const suppressions = [
    ...(accepted === undefined ? [] : [{ kind: 'inSource', justification: visible(accepted) }]),
    ...(known ? [{ kind: 'external', justification: 'Listed in the baseline.' }] : []),
  ];
  return {
    ruleId: rule,
    ruleIndex,
    level: levelOf(severity),
    message: { text: messageText(finding.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: places.artifacts.location(places.path),
          region: { ...regionOf(finding, places.lines), ...snippetOf(finding, places.text) },
        },
        ...(claim !== undefined && { logicalLocations: [{ name: visible(claim), kind: 'member' }] }),
      },
    ],
    ...(related.length > 0 && { relatedLocations: related }),
    // The first is the one that GitHub compares.
    partialFingerprints: { primaryLocationLineHash: fingerprint, 'policyRecordsFinding/v1': fingerprint },
    ...(known && { baselineState: 'unchanged' }),
    ...(suppressions.length > 0 && { suppressions }),
    ...(fix && { fixes: [fixOf(fix, places)] }),
    ...((expected !== undefined || found !== undefined) && {
      properties: {
        ...(expected !== undefined && { expected: visible(expected) }),
        ...(found !== undefined && { found: visible(found) }),
      },
    }),
  };
}

/** `[words](target)` is a link to readers of SARIF (§3.11.6); what stands in a record makes none. */
const messageText = (message: string): string => visible(message).replace(/\[(?=[^\]]*\]\()/g, '\\[');

function relatedLocation(related: Related, index: number, { articlePlace, artifacts }: ResultPlaces): object[] {
  const place = articlePlace(related);
  if (!place) return [];
  return [
    {
      id: index + 1,
      message: { text: passageText(related, place) },
      physicalLocation: {
        artifactLocation: artifacts.location(place.path),
        ...(place.lines && { region: lineRegion(place.lines.start, place.lines.end) }),
      },
    },
  ];
}

const passageText = ({ source }: Related, { page }: ArticlePlace): string =>
  `The passage in the source “${visible(source)}”${page === undefined ? '' : `, page ${page}`}.`;

const regionOf = ({ start, end }: Span, lines: LineIndex) => lineRegion(lines.positionAt(start), lines.positionAt(end));

/** One-based; `endColumn` stands behind the last unit. */
const lineRegion = (start: LinePosition, end: LinePosition) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});

const snippetOf = ({ start, end }: Span, text: string) =>
  end > start && end - start <= maxSnippet ? { snippet: { text: wellFormed(text.slice(start, end)) } } : {};

const fixOf = ({ title, edits }: Fix, { path, lines, artifacts }: ResultPlaces) => ({
  description: { text: visible(title) },
  artifactChanges: [
    {
      artifactLocation: artifacts.location(path),
      replacements: edits.map(({ start, end, newText }) => ({
        deletedRegion: regionOf({ start, end }, lines),
        ...(newText !== '' && { insertedContent: { text: wellFormed(newText) } }),
      })),
    },
  ],
});
