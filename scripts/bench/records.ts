import { claims } from './claims.ts';
import { articlesIn, type Language, languages, numbersFrom, sentencesOf } from './texts.ts';

/** A record, and the article that it is taken from. */
export interface Sample {
  readonly path: string;
  readonly yaml: string;
  readonly article: Uint8Array;
}

/** Records of ten figures with an article each, all of them right. */
export function samples(count: number, articleBytes = 4096): Sample[] {
  const fillers = Object.fromEntries(
    languages.map((language) => [language, sentencesOf(articlesIn(language).join('\n\n'))]),
  );
  return Array.from({ length: count }, (_, index) => {
    const language = languages[index % languages.length] as Language;
    return sample(index, language, fillers[language] ?? [], articleBytes);
  });
}

function sample(index: number, language: Language, filler: readonly string[], articleBytes: number): Sample {
  const next = numbersFrom(index);
  const sentences = claims[language].map(([sentence], i) => sentence.replace('#', String(numberOf(index, i))));
  const article: string[] = [];
  let size = 0;
  const add = (text: string): void => {
    if (size + Buffer.byteLength(text) >= articleBytes) return;
    article.push(text);
    size += Buffer.byteLength(text) + 1;
  };
  // The claims stand between sentences about other things.
  const rest = articleBytes - Buffer.byteLength(sentences.join('\n'));
  for (const sentence of sentences) {
    add(sentence);
    const until = size + rest / sentences.length - 150;
    while (size < until) add(filler[next(filler.length)] as string);
  }
  return {
    path: `records/r${index}.policy.yaml`,
    yaml: recordOf(index, language, sentences),
    article: Buffer.from(article.join('\n')),
  };
}

/** Three digits that no other figure of the record has. */
const numberOf = (index: number, i: number): number => 101 + ((index * 7 + i * 83) % 890);

function recordOf(index: number, language: Language, sentences: readonly string[]): string {
  const figures = claims[language].map(([, scale = '', unit, qualifier], i) =>
    [
      `  - id: figure-${i}`,
      `    label: Label of the figure ${i} of the record ${index}`,
      `    value: ${numberOf(index, i)}${scale}`,
      `    unit: ${unit}`,
      ...(qualifier ? [`    qualifier: ${qualifier}`] : []),
      '    quote: >-',
      `      ${sentences[i]}`,
    ].join('\n'),
  );
  return `id: record-${index}
title: Record ${index} of a benchmark
jurisdiction: FR
status: announced
date: 2025-06-22
topics: [artificial-intelligence]
sources:
  - id: article
    title: An article
    file: ../articles/a${index}.${language}.txt
    language: ${language}
    published: 2025-06-22
figures:
${figures.join('\n')}
`;
}
