import { classes, foldedAlike, LETTER, SPACE } from './characters.ts';
import { EdgeTable, mostLetters, mostNodes } from './edge-table.ts';
import type { Phrase } from './language.ts';
import { isBorder, type PhraseMatch, type Sense, spellings, WHOLE } from './phrases.ts';
