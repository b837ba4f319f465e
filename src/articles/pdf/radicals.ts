/**
 * Programs that print Chinese name the character that a glyph stands for by the radical that looks the same (⽉ for 月),
 * since fonts draw both with one glyph; Chromium does in every file. Nobody writes a radical in running text.
 */
const radicals = /[\u2e80-\u2fd5]/g;

/**
 * Those that Unicode gives no decomposition, each before the character that it is: the radicals that are characters of
 * their own. From EquivalentUnifiedIdeograph.txt of the Unicode Character Database.
 */
const supplement =
  '⺁厂⺈刀⺟母⺠民⺩王⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟';

const unified = new Map(
  Array.from({ length: supplement.length / 2 }, (_, at) => [supplement.charAt(2 * at), supplement.charAt(2 * at + 1)]),
);

/** A text with its characters in the place of radicals; its length stays the same. */
export const withoutRadicals = (text: string): string =>
  text.replace(radicals, (radical) => unified.get(radical) ?? radical.normalize('NFKC'));
