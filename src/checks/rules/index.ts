import type { Rule } from '../rule.ts';
import { acceptUnused } from './accept-unused.ts';
import { agencyNotMentioned } from './agency-not-mentioned.ts';
import { agencyUnknown } from './agency-unknown.ts';
import { coverageUnclaimed } from './coverage-unclaimed.ts';
import { dateNotInSource } from './date-not-in-source.ts';
import { dateWeekday } from './date-weekday.ts';
import { baselinePaid, checkFailed, checkLimit, recordSchema, yamlSyntax } from './declared.ts';
import { figureAmbiguous } from './figure-ambiguous.ts';
import { figureConflict } from './figure-conflict.ts';
import { figureDerived } from './figure-derived.ts';
import { figureKind } from './figure-kind.ts';
import { figureNoQuote } from './figure-no-quote.ts';
import { figureNotInSource } from './figure-not-in-source.ts';
import { figurePeriod } from './figure-period.ts';
import { figureQualifier } from './figure-qualifier.ts';
import { figureUnchecked } from './figure-unchecked.ts';
import { figureUnit } from './figure-unit.ts';
import { figureUnitUnknown } from './figure-unit-unknown.ts';
import { figureValue } from './figure-value.ts';
import { quoteInexact } from './quote-inexact.ts';
import { quoteNotFound } from './quote-not-found.ts';
import { quoteSeveralNumbers } from './quote-several-numbers.ts';
import { quoteTooShort } from './quote-too-short.ts';
import { recordDuplicateId } from './record-duplicate-id.ts';
import { sourceChanged } from './source-changed.ts';
import { sourceMissing } from './source-missing.ts';
import { sourceUnreadable } from './source-unreadable.ts';

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  yamlSyntax,
  recordSchema,
  recordDuplicateId,
  sourceMissing,
  sourceUnreadable,
  sourceChanged,
  agencyUnknown,
  agencyNotMentioned,
  quoteNotFound,
  quoteInexact,
  figureValue,
  figureUnit,
  figureQualifier,
  figurePeriod,
  figureKind,
  figureUnitUnknown,
  quoteTooShort,
  quoteSeveralNumbers,
  acceptUnused,
  figureNotInSource,
  figureAmbiguous,
  figureUnchecked,
  figureNoQuote,
  figureDerived,
  figureConflict,
  dateNotInSource,
  dateWeekday,
  coverageUnclaimed,
  baselinePaid,
  checkLimit,
  checkFailed,
];
