import { Lexer, Parser } from 'yaml';

type Token = ReturnType<Parser['parse']> extends Generator<infer T> ? T : never;

/** Thrown by `guardedTokens`, and caught by whoever parses: the text is nested more deeply than anybody writes. */
export class TooDeep extends Error {
  constructor(readonly offset: number) {
    super('nested too deeply');
  }
}

/**
 * The tokens of a YAML text, given out only while its nesting stays within `cap`.
 *
 * The composer recurses once a level, and a few hundred levels (`[[[…`, `- - - …`, `? ? ? …`) exhaust the stack in a
 * way that nothing catches. The lexer and the parser are iterative, and the parser's own stack is exactly the nesting
 * that the composer will meet, so it is measured while parsing, token by token, without a pass of its own.
 */
export function* guardedTokens(text: string, cap: number): Generator<Token, void> {
  const parser = new Parser();
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    offset += lexeme.length;
    if (parser.stack.length > cap) throw new TooDeep(Math.min(offset, text.length));
  }
  yield* parser.end();
}
