/**
 * Spells numbers by the rule-based number formats of CLDR (Unicode TR35, part 3, section 6), so that what the recogniser
 * reads is held against somebody else's grammar. It knows whole numbers from 0 to 10^15 and the syntax that the rules of
 * our languages use; whatever else it meets it throws at.
 */
import { createRequire } from 'node:module';

interface Rule {
  /** The smallest number that the rule spells. */
  readonly base: number;
  /** What `←` divides by, and `→` takes the rest of: the largest power of the radix up to the base. */
  readonly divisor: number;
  readonly parts: readonly Part[];
}

/** Text, or a number to spell: divided, the rest, or as it is. Optional parts are left out where there is no rest. */
type Part = { readonly optional: boolean } & (
  | { readonly text: string }
  | { readonly take: '←' | '→' | '='; readonly set: string }
);

type RuleSets = ReadonlyMap<string, readonly Rule[]>;

export class Speller {
  private constructor(private readonly sets: RuleSets) {}

  /** The formats of a locale as CLDR names it (`fr`, `fr-CH`, `zh-Hant`). */
  static of(locale: string): Speller {
    const file = createRequire(import.meta.url)(`cldr-rbnf/rbnf/${locale}.json`) as {
      rbnf: { rbnf: { SpelloutRules: Record<string, readonly (readonly [string, string])[]> } };
    };
    const sets = Object.entries(file.rbnf.rbnf.SpelloutRules).filter(([name]) => name.startsWith('%'));
    return new Speller(
      new Map(
        sets.map(([name, lines]) => [
          name,
          lines.filter(([base]) => /^\d/.test(base)).map(([base, line]) => rule(base, line, name)),
        ]),
      ),
    );
  }

  /** The sets that a program may ask for; the others (`%%`) serve them. */
  names(): string[] {
    return [...this.sets.keys()].filter((name) => !name.startsWith('%%')).map((name) => name.slice(1));
  }

  /** The number in words by the set of that name (`spellout-cardinal`). */
  spell(value: number, name: string): string {
    return this.format(value, `%${name}`);
  }

  private format(value: number, name: string): string {
    const rules = this.sets.get(name);
    if (!rules) throw new Error(`There is no rule set "${name}".`);
    let index = rules.findLastIndex((one) => one.base <= value);
    if (index < 0) throw new Error(`"${name}" spells nothing as small as ${value}.`);
    // A rule of two numbers whose base leaves a rest makes way for a number that leaves none.
    const { base, divisor, parts } = rules[index] as Rule;
    const numbers = parts.filter((part) => 'take' in part).length;
    if (numbers === 2 && value % divisor === 0 && base % divisor !== 0) index--;
    return this.fill(value, rules[index] as Rule);
  }

  private fill(value: number, { divisor, parts }: Rule): string {
    const rest = value % divisor;
    return parts
      .filter((part) => !part.optional || rest !== 0)
      .map((part) => {
        if ('text' in part) return part.text;
        const number = part.take === '←' ? Math.floor(value / divisor) : part.take === '→' ? rest : value;
        return this.format(number, part.set);
      })
      .join('');
  }
}

/** `60/20`, `soixante[-→%%et-un→];`: base with its radix, and the text with what is put into it. */
function rule(source: string, line: string, own: string): Rule {
  const [base = 0, radix = 10] = source.split('/').map(Number);
  let divisor = 1;
  while (base > 0 && divisor * radix <= base) divisor *= radix;
  const parts: Part[] = [];
  let optional = false;
  // An apostrophe only keeps the space behind it.
  for (const [token] of line
    .replace(/;$/, '')
    .replace(/^'/, '')
    .matchAll(/[[\]]|([←→=])([^←→=]*)\1|[^[\]←→=]+/gu)) {
    const take = token[0];
    if (take === '[' || take === ']') optional = take === '[';
    else if (take === '←' || take === '→' || take === '=') {
      const set = token.slice(1, -1);
      if (set !== '' && !set.startsWith('%')) parts.push({ optional, text: `{${token}}` });
      else parts.push({ optional, take, set: set === '' ? own : set });
    } else parts.push({ optional, text: token });
  }
  return { base, divisor, parts };
}
