import type { ClaimRow, EvidenceRow } from '../insight/claim-row.ts';
import { valueWords } from './claim-words.ts';

/** Units of the article that are given before and behind the words. */
const around = 32;

/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one for each piece of evidence that was found: the
 * claim is the body, the article the target, with its words (TextQuoteSelector) and their place (TextPositionSelector, in
 * Unicode code points as the model asks, not in UTF-16 units).
 */
export class WebAnnotations {
  private readonly items: string[] = [];

  /** @param article The text of a source of the record by its id. */
  add(rows: readonly ClaimRow[], article: (source: string) => string | undefined): void {
    const places = new Map<string, CodePoints>();
    for (const row of rows) {
      for (const [index, evidence] of row.evidence.entries()) {
        const text = article(evidence.source);
        if (text === undefined || evidence.start === undefined || evidence.end === undefined) continue;
        const points = places.get(evidence.source) ?? new CodePoints(text);
        places.set(evidence.source, points);
        this.items.push(JSON.stringify(annotationOf(row, evidence, index, points)));
      }
    }
  }

  written(): string {
    const items = this.items.length === 0 ? '[]' : `[\n  ${this.items.join(',\n  ')}\n]`;
    const head = `"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:policy-records:claims","type":"AnnotationCollection"`;
    const page = `"type":"AnnotationPage","startIndex":0,"items":${items}`;
    return `{${head},"label":"Claims of policy records","total":${this.items.length},"first":{"id":"urn:policy-records:claims:1",${page}}}\n`;
  }
}

const plainBody = { type: 'TextualBody', format: 'text/plain' };

function annotationOf(row: ClaimRow, evidence: EvidenceRow, index: number, points: CodePoints): object {
  const { start = 0, end = 0, file, url } = evidence;
  const { text } = points;
  return {
    id: `urn:policy-records:${[row.record, row.claim, String(row.number), String(index + 1)].map(segment).join(':')}`,
    type: 'Annotation',
    motivation: ['describing', 'assessing'],
    body: [
      { ...plainBody, purpose: 'describing', value: wellFormed(`${row.label}: ${valueWords(row)}`) },
      { ...plainBody, purpose: 'assessing', value: row.verdict },
    ],
    target: {
      source: url ?? `urn:policy-records:${segment(file ?? evidence.source)}`,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: wellFormed(text.slice(start, end)),
          prefix: wellFormed(text.slice(points.backward(start, around), start)),
          suffix: wellFormed(text.slice(end, points.forward(end, around))),
        },
        { type: 'TextPositionSelector', start: points.at(start), end: points.at(end) },
      ],
    },
  };
}

/** A text whose code points are counted, without cutting one in two. */
class CodePoints {
  /** Offset of every high surrogate that a low one follows: as many units more than points stand before it. */
  private readonly pairs: readonly number[];

  constructor(readonly text: string) {
    this.pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(({ index }) => index);
  }

  /** How many code points stand before an offset. */
  at(offset: number): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pairs[middle] as number) + 1 < offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }

  backward(offset: number, units: number): number {
    const at = Math.max(0, offset - units);
    return /^[\ud800-\udbff][\udc00-\udfff]/.test(this.text.slice(at - 1, at + 1)) && at > 0 ? at + 1 : at;
  }

  forward(offset: number, units: number): number {
    const at = Math.min(this.text.length, offset + units);
    return /^[\ud800-\udbff][\udc00-\udfff]/.test(this.text.slice(at - 1, at + 1)) ? at - 1 : at;
  }
}

const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');
const segment = (text: string): string => encodeURIComponent(wellFormed(text));
