import assert from 'node:assert/strict';
import { tellLanguage } from '../../src/articles/language.ts';

const tables = [
  {
    tag: 'fr',
    frequent: ['le', 'la', 'les', 'des', 'de', 'et', 'est', "l'", "d'", 'une', 'dans', 'pour', 'plus', 'en'],
  },
  { tag: 'de', frequent: ['der', 'die', 'das', 'und', 'in', 'den', 'mit', 'von', 'ist', 'auf', 'für', 'ein', 'sich'] },
  { tag: 'en', frequent: ['the', 'of', 'and', 'to', 'in', 'is', 'for', 'with', 'that', 'on', 'by', 'a'] },
  { tag: 'zh', frequent: ['的', '在', '和', '了', '是', '为', '年', '与'] },
];

describe('telling the language', () => {
  const cases: readonly [string, string, string][] = [
    ['French', "La ville accueille des laboratoires et l'industrie progresse dans les quartiers de l'est.", 'fr'],
    ['German', 'Die Stadt fördert den Ausbau der Häfen und das Land zahlt für die Brücken.', 'de'],
    ['English', 'The city pays for the labs, and the industry of the region is growing.', 'en'],
    ['Chinese', '北京市在今年发布了新的行动计划，重点是企业和实验室的建设。', 'zh'],
    ['Chinese with names in Latin letters', '北京市在2024年发布了OpenAtom和CCI的计划，重点是企业的建设。', 'zh'],
    ['Japanese', 'この計画は来年から始まります。', 'ja'],
    ['Korean', '이 계획은 내년부터 시작됩니다.', 'ko'],
    [
      'French behind a German title',
      `${'Die Seite. '.repeat(3)}${'La ville est dans les mains de la région et des gens. '.repeat(40)}`,
      'fr',
    ],
    ['Swedish, which no table has', 'Staden växer snabbt och bygger många nya broar varje vår.', 'und'],
    [
      'a text with two French words in a long row',
      'La ciudad de la costa de la sierra de agua y oro. '.repeat(40),
      'und',
    ],
    ['names alone', 'Zhongguancun Beijing Shanghai Shenzhen', 'und'],
    ['numbers alone', '2024: 350, 21 %', 'und'],
    ['nothing', '', 'und'],
    ['two languages at once', 'The city of the east. La ville de la région.', 'und'],
  ];
  for (const [name, text, tag] of cases) it(name, () => assert.equal(tellLanguage(text, tables), tag));

  it('is not sure without tables', () => assert.equal(tellLanguage('The city pays for the labs.', []), 'und'));

  it('looks at the middle too, where the beginning is a list of names', () => {
    const names = 'Zhongguancun Haidian '.repeat(500);
    assert.equal(
      tellLanguage(names + 'Die Stadt fördert den Ausbau der Häfen und das Land. '.repeat(600), tables),
      'de',
    );
  });
});
