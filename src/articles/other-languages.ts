import type { FrequentWords } from './language.ts';

/**
 * Frequent little words of languages that have no table, so that a text in one of them is told for what it is and never
 * read with the words of a neighbour. Words that French, English or German have too are left out. From the stop words
 * that the grammars of each language list as articles, prepositions, conjunctions and forms of *to be* and *to have*.
 */
export const otherLanguages: readonly FrequentWords[] = [
  {
    tag: 'pt',
    words:
      'o os do da dos e em no na nos nas uma por com para ao é são mais mas como segundo até desde este esta foi tem sobre também não',
  },
  {
    tag: 'it',
    words:
      'lo i gli di del della dei delle e nel nella che una per con da dal alla è sono più ma come secondo fino questo questa ha hanno tra anche non',
  },
  {
    tag: 'nl',
    words:
      'het een op te dat voor met zijn niet aan om ook bij naar uit maar tot wordt worden heeft hebben deze meer dan',
  },
  {
    tag: 'ca',
    words: 'el els del dels i una per amb al és són més però com segons fins aquest aquesta ha han sobre també no',
  },
  { tag: 'ro', words: 'și în cu pe o din pentru că este sunt mai care fost prin până nu după ale lui' },
  {
    tag: 'pl',
    words: 'i w na z do się nie że jest o od po przez dla oraz są jak ale przy który która które został ma roku',
  },
  {
    tag: 'cs',
    words: 'v na z do že je o od po pro pri které která který jsou jako ale podle nebo byl bylo má roku',
  },
  {
    tag: 'sv',
    words: 'och i att det som på är av för med till har inte om ett från vid eller var ska kan enligt',
  },
  {
    tag: 'da',
    words: 'og i det som på af med til har ikke om fra ved eller var skal kan ifølge',
  },
  {
    tag: 'no',
    words: 'og i det som på av med til har ikke om fra ved eller var skal kan ifølge',
  },
  { tag: 'fi', words: 'ja ei että ovat oli joka myös kun mutta tai sekä kuin sen mukaan vuoden vuonna' },
  { tag: 'hu', words: 'az és hogy nem egy volt meg csak mint el már szerint között' },
  { tag: 'tr', words: 've bir bu da için ile olarak olan daha çok gibi kadar sonra göre ancak değil var' },
].map(({ tag, words }) => ({ tag, frequent: words.split(' ') })); // prettier-ignore
