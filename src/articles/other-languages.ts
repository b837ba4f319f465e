import type { FrequentWords } from './language.ts';

/**
 * Frequent little words of languages that have no table, so that a text in one of them is told for what it is and never
 * read with the words of a neighbour. From the stop words that the grammars of each language list as articles,
 * prepositions, conjunctions and forms of *to be* and *to have*.
 */
export const otherLanguages: readonly FrequentWords[] = [
  {
    tag: 'es',
    words:
      'el la los las de del y en que un una por con para se su al es son más pero como según hasta desde este esta fue ha han entre sobre también',
  },
  {
    tag: 'pt',
    words:
      'o a os as de do da dos das e em no na nos nas que um uma por com para se ao é são mais mas como segundo até desde este esta foi tem entre sobre também não',
  },
  {
    tag: 'it',
    words:
      'il lo la i gli le di del della dei delle e in nel nella che un una per con da dal alla si è sono più ma come secondo fino questo questa ha hanno tra anche non',
  },
  {
    tag: 'nl',
    words:
      'de het een van en in op te dat die voor met is zijn niet aan er om ook als bij door naar uit maar over tot wordt worden heeft hebben deze meer dan',
  },
  {
    tag: 'ca',
    words:
      'el la els les de del dels i en que un una per amb al és són més però com segons fins des aquest aquesta ha han entre sobre també no',
  },
  { tag: 'ro', words: 'și de la în cu pe un o din pentru că este sunt mai care au fost prin până nu se după ale lui' },
  {
    tag: 'pl',
    words: 'i w na z do się nie że jest to o od po przez dla oraz są jak ale przy który która które został ma roku',
  },
  {
    tag: 'cs',
    words: 'a v na se z do že je to o od po pro pri které která který jsou jako ale podle nebo byl bylo má roku',
  },
  {
    tag: 'sv',
    words: 'och i att det som en på är av för med till den har inte om ett men från vid eller var ska kan under enligt',
  },
  {
    tag: 'da',
    words: 'og i at det som en på er af for med til den har ikke om et men fra ved eller var skal kan under ifølge',
  },
  {
    tag: 'no',
    words: 'og i at det som en på er av for med til den har ikke om et men fra ved eller var skal kan under ifølge',
  },
  { tag: 'fi', words: 'ja on ei se että ovat oli joka myös kun mutta tai sekä kuin sen mukaan vuoden vuonna' },
  { tag: 'hu', words: 'a az és hogy nem is egy van volt meg csak mint de el már szerint között' },
  { tag: 'tr', words: 've bir bu da de için ile olarak olan daha çok en gibi kadar sonra göre ancak değil var' },
].map(({ tag, words }) => ({ tag, frequent: words.split(' ') })); // prettier-ignore
