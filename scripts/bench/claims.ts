import type { Language } from './texts.ts';

/** A sentence with `#` where its number stands, and the claim that it bears: scale, unit, qualifier. */
export type Claim = readonly [sentence: string, scale?: string, unit?: string, qualifier?: string];

/** Ten claims in each language, of the sorts that records are made of. */
export const claims: Readonly<Record<Language, readonly Claim[]>> = {
  fr: [
    ['La région compte # entreprises du secteur.', '', 'companies'],
    ["L'État y consacre # millions d'euros.", ' million', 'EUR'],
    ['Plus de # laboratoires y ont pris part.', '', 'laboratories', 'more-than'],
    ['Les ventes ont atteint près de # milliards de yuans.', ' billion', 'CNY', 'nearly'],
    ['La puissance installée est de # MW.', '', 'MW'],
    ['Environ # projets sont en cours.', '', 'projects', 'about'],
    ['Le parc couvre # hectares au sud de la ville.', '', 'ha'],
    ['Au moins # hôpitaux en disposent.', '', 'hospitals', 'at-least'],
    ["Le prix moyen s'établit à # dollars.", '', 'USD'],
    ["Quelque # chercheurs y travaillent aujourd'hui.", '', 'researchers', 'about'],
  ],
  de: [
    ['In der Region arbeiten # Unternehmen der Branche.', '', 'companies'],
    ['Der Bund gibt dafür # Millionen Euro aus.', ' million', 'EUR'],
    ['Mehr als # Labore haben sich beteiligt.', '', 'laboratories', 'more-than'],
    ['Der Umsatz erreichte knapp # Milliarden Yuan.', ' billion', 'CNY', 'nearly'],
    ['Die Leistung der Anlage beträgt # MW.', '', 'MW'],
    ['Rund # Projekte laufen derzeit.', '', 'projects', 'about'],
    ['Der Park ist # Hektar groß.', '', 'ha'],
    ['Mindestens # Krankenhäuser nutzen das Verfahren.', '', 'hospitals', 'at-least'],
    ['Der Preis liegt im Mittel bei # Dollar.', '', 'USD'],
    ['Etwa # Forscher sind dort heute tätig.', '', 'researchers', 'about'],
  ],
  en: [
    ['The region is home to # companies of the sector.', '', 'companies'],
    ['The government spends # million euros on it.', ' million', 'EUR'],
    ['More than # laboratories took part.', '', 'laboratories', 'more-than'],
    ['Sales came to nearly # billion yuan.', ' billion', 'CNY', 'nearly'],
    ['The plant has an output of # MW.', '', 'MW'],
    ['About # projects are under way.', '', 'projects', 'about'],
    ['The park covers # hectares south of the city.', '', 'ha'],
    ['At least # hospitals make use of it.', '', 'hospitals', 'at-least'],
    ['The price averages # US dollars.', '', 'USD'],
    ['Around # researchers work there today.', '', 'researchers', 'about'],
  ],
  zh: [
    ['全市共有#家企业。', '', 'companies'],
    ['政府为此投入#万欧元。', '0 thousand', 'EUR'],
    ['超过#个实验室参与其中。', '', 'laboratories', 'more-than'],
    ['销售额近#亿元人民币。', '00 million', 'CNY', 'nearly'],
    ['装机容量为#兆瓦。', '', 'MW'],
    ['约#个项目正在实施。', '', 'projects', 'about'],
    ['园区占地#公顷。', '', 'ha'],
    ['至少#家医院已经采用。', '', 'hospitals', 'at-least'],
    ['平均价格为#美元。', '', 'USD'],
    ['约#名研究人员在那里工作。', '', 'researchers', 'about'],
  ],
};
