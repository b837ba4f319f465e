const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/**
 * Abbreviations of French, German and English, in lower case and without their last full stop. Written down from what
 * policy texts use; the choice of sets follows CLDR's sentence suppressions for de, en and fr.
 */
export const abbreviations = {
  /** Something follows them, whatever its case: a name, a noun, a number. */
  leading: set(
    `mio mrd bio tsd mill mia dr prof bzw ca vgl hr fr hrn frl st inkl exkl zzgl sog ggf evtl insb ausg hrsg geb gest
     ing dipl univ allg dt engl frz ehem einschl entspr anm aufl chr mr mrs ms messrs gen gov sen rev capt lt sgt
     approx vs cf viz dept gouv env av apr mm mlle mme mgr réf coord nr nrn`,
  ),
  /** Labels and months, after which a number goes on with the sentence. */
  numbered: set(
    `no nos abs art bd kap s str zit abb tab p pp sec ch fig figs eq vol vols chap cap tel v
     janv févr avr juill sept oct nov déc jan feb mär aug okt dez dec`,
  ),
  /** They end a sentence where a capital follows. */
  closing: set(
    `etc usw usf inc ltd co corp jr sr bros llc plc ag gmbh min max std tägl jährl al ed eds p.m a.m u.s u.k u.n e.u
     p.r.c ph.d u.a u.ä u.v.m`,
  ),
};

/** Whether the word before a full stop is an abbreviation with which no sentence ends before `next`. */
export function isAbbreviation(word: string, next: string): boolean {
  const lower = word.toLowerCase();
  if (abbreviations.leading.has(lower)) return true;
  if (abbreviations.numbered.has(lower) && /^[\p{N}IVX]/u.test(next)) return true;
  return abbreviations.closing.has(lower) && !/^\p{Lu}/u.test(next);
}

/** Nouns that stand behind a German ordinal in digits: months and what is counted through. */
export const ordinalNouns =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan\.|Feb\.|Aug\.|Sept?\.|Okt\.|Nov\.|Dez\.|Jahrhundert|Jahrzehnt|Jahrestag|Jahr\b|Quartal|Halbjahr|Platz|Rang|Stelle|Parteitag|Plenum|Plenartagung|Sitzung|Tagung|Nationale|Volkskongress|Fünfjahres|Auflage|Kapitel|Mal\b|Legislatur|Wahlperiode|Gipfel|Konferenz)/;
