/** Numbers in words, round-tripped: what CLDR's rules spell, the recogniser must read as that very number. */
import assert from 'node:assert/strict';
import type { Quantity } from '../../src/quantities/quantity.ts';
import { recognise } from '../../src/quantities/recognise.ts';
import { Random } from '../text/random.ts';
import { Speller } from './spellout.ts';

interface Locale {
  /** As CLDR names it; the language's own tag is what stands before the hyphen. */
  readonly name: string;
  /** A sentence that counts the number of companies: what stands before it and behind it. */
  readonly counted: readonly [before: string, behind: (value: number) => string];
  /** A sentence that ranks by the ordinal, and the set of rules that has the right ending for it. */
  readonly ranked: readonly [before: string, behind: string, set: string];
}

const french: Pick<Locale, 'counted' | 'ranked'> = {
  counted: ['La région compte ', (value) => (value % 1e6 === 0 ? " d'entreprises." : ' entreprises.')],
  ranked: ['La région se classe au ', ' rang.', 'spellout-ordinal-masculine'],
};
const german: Pick<Locale, 'counted' | 'ranked'> = {
  counted: ['Die Region zählt ', () => ' Unternehmen.'],
  ranked: ['Die Region liegt auf dem ', ' Platz.', 'spellout-ordinal-n'],
};
const english: Pick<Locale, 'counted' | 'ranked'> = {
  counted: ['The region has ', () => ' companies.'],
  ranked: ['The region is in ', ' place.', 'spellout-ordinal'],
};
const spanish: Pick<Locale, 'counted' | 'ranked'> = {
  counted: ['La región tiene ', (value) => (value % 1e6 === 0 ? ' de empresas.' : ' empresas.')],
  ranked: ['La región ocupa el ', ' puesto.', 'spellout-ordinal-masculine-adjective'],
};
const locales: readonly Locale[] = [
  { name: 'fr', ...french },
  { name: 'fr-BE', ...french },
  { name: 'fr-CH', ...french },
  { name: 'de', ...german },
  { name: 'de-CH', ...german },
  { name: 'en', ...english },
  { name: 'en-IN', ...english },
  { name: 'es', ...spanish },
  { name: 'zh', counted: ['该地区有', () => '家企业。'], ranked: ['该地区排名', '位。', 'spellout-ordinal'] },
  { name: 'zh-Hant', counted: ['該地區有', () => '家企業。'], ranked: ['該地區排名', '位。', 'spellout-ordinal'] },
];

/** Up to 10^12: the round numbers of every decade, those beside them, and some of each that look random. */
function sample(seed: number, each: number): number[] {
  const random = new Random(seed);
  const values: number[] = [1e12];
  for (let decade = 10; decade < 1e12; decade *= 10) {
    for (let digit = 1; digit < 10; digit++) values.push(digit * decade);
    values.push(decade - 1, decade + 1, decade + 11);
    for (let i = 0; i < each; i++) {
      const value = decade + Math.floor((random.below(1e9) / 1e9) * 9 * decade);
      // Half of them end in zeros, as the numbers of an article do.
      values.push(i % 2 === 0 ? value : value - (value % 10 ** (1 + random.below(Math.log10(decade)))));
    }
  }
  return values;
}

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, value) => value);

/** Fails with the first words that are not read as their number, and with how many there are. */
function check(
  values: readonly number[],
  tag: string,
  sentence: (value: number) => readonly [before: string, words: string, behind: string],
  fits: (read: Quantity) => boolean = () => true,
): void {
  const wrong: string[] = [];
  for (const value of values) {
    const [before, words, behind] = sentence(value);
    const text = before + words + behind;
    const { quantities } = recognise(text, tag);
    const [read] = quantities;
    const whole = read?.start === before.length && read.end === before.length + words.length;
    if (quantities.length === 1 && read && whole && read.value?.toString() === String(value) && fits(read)) continue;
    const got = quantities.map((one) => `‹${text.slice(one.start, one.end)}› ${one.kind} ${one.value ?? one.date}`);
    wrong.push(`${value} "${text}": ${got.join(', ') || 'nothing'}`);
  }
  assert.equal(wrong.slice(0, 10).join('\n'), '', `${wrong.length} of ${values.length} are misread`);
}

describe('numbers as CLDR spells them', () => {
  for (const { name, counted, ranked } of locales) {
    const tag = name.split('-', 1)[0] as string;
    const speller = Speller.of(name);
    const cardinals = speller.names().filter((set) => /^spellout-(cardinal|numbering)(?!.*-(year|days))/.test(set));
    assert.ok(cardinals.length >= 2, `${name} has lost its rules`);

    describe(name, () => {
      for (const set of cardinals) {
        const all = set === 'spellout-numbering' && name === tag;
        it(`${set}${all ? ', every number to 1,200 and every seventh to 10,000' : ''}`, () => {
          const thousands = upTo(10_000).filter((value) => value % 7 === 0);
          const values = [...upTo(all ? 1200 : 120), ...(all ? thousands : []), ...sample(set.length, all ? 60 : 24)];
          check(values, tag, (value) => ['', speller.spell(value, set), '']);
        }).timeout(10_000);
      }

      it('counting something in a sentence', () => {
        const [before, behind] = counted;
        const set = cardinals.find((one) => /(feminine|neuter|alternate2|verbose)$/.test(one)) ?? 'spellout-cardinal';
        check(
          [...upTo(120).slice(2), ...sample(7, 24)],
          tag,
          (value) => [before, speller.spell(value, set), behind(value)],
          (read) => read.kind === 'number' && (read.concepts?.includes('companies') ?? read.classifier === true),
        );
      });

      it('ranking something in a sentence', () => {
        const [before, behind, set] = ranked;
        // Beyond a million CLDR's German has no word of the language (*zwei Millionenste*), and nothing is ranked there.
        const small = [...upTo(320).slice(1), ...sample(11, 24)].filter((value) => value < 1e6);
        // *Two thousandth* is a fraction in English too, and read as the fraction that it mostly is.
        // And nobody ranks by *seis milésimo ducentésimo*.
        const most = tag === 'es' ? 1000 : 1e6;
        const values = small.filter((value) => value < most && !(tag === 'en' && value % 1000 === 0));
        check(
          values,
          tag,
          (value) => [before, speller.spell(value, set), behind],
          (read) => read.kind === 'ordinal',
        );
      });
    });
  }

  for (const name of ['de', 'fr'] as const) {
    it(`${name}: hundreds over ten, as years are said`, () => {
      const speller = Speller.of(name);
      const values = upTo(1999).slice(1100);
      check(values, name, (value) => ['', speller.spell(value, 'spellout-numbering-year'), '']);
    });
  }

  it('throws at a set of rules and at a number that it cannot spell', () => {
    assert.throws(() => Speller.of('fr').spell(1, 'spellout-dual'), /no rule set/);
    assert.throws(() => Speller.of('en').spell(-1, 'spellout-cardinal'), /as small as -1/);
  });
});
