import { languageName, placeName } from '../../checks/plain-words.ts';
import { type Choice, kinds, scalar } from './choice.ts';
import { type Request, recordOf } from './request.ts';

/** Codes of ISO 3166-1, and EU, which the standard keeps for the Union. */
const countries =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET EU FI FJ FK FM FO FR GA GB GD GE ' +
  'GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM ' +
  'KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ ' +
  'NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH ' +
  'SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG ' +
  'VI VN VU WF WS YE YT ZA ZM ZW';

/** Languages that articles are often written in; the numbers of the first four are read. */
const languages =
  'de en fr zh ar bg cs da el es et fa fi ga he hi hr hu id it ja ko lt lv ms mt nl no pl pt ro ru sk sl sv th tr uk vi zh-Hant';

/** Countries by name; first the places that the registries and this record speak of already, parts of countries too. */
export function placeChoices(request: Request): Choice[] {
  const record = recordOf(request)?.record;
  const used = [
    record?.jurisdiction?.value,
    ...request.draft.project.registries.flatMap(({ agencies }) => agencies.map(({ jurisdiction }) => jurisdiction)),
    ...(record?.figures ?? []).map(({ jurisdiction }) => jurisdiction?.value),
  ].filter((place) => place !== undefined && /^[A-Z]{2}(?:-[A-Z\d]{1,3})?$/.test(place));
  return [...new Set([...used, ...countries.split(' ')])].flatMap((place) =>
    place === undefined
      ? []
      : [
          {
            label: place,
            kind: kinds.value,
            detail: placeName(place),
            insert: scalar(place),
            words: [placeName(place)],
          },
        ],
  );
}

/** Languages by name, as values or as keys of names. */
export function languageChoices({ cursor }: Request): Choice[] {
  const isKey = cursor.at === 'key' || cursor.at === 'node';
  return languages
    .split(' ')
    .filter((tag) => !isKey || !cursor.maps[0]?.keys.has(tag))
    .map((tag) => ({
      label: tag,
      kind: isKey ? kinds.key : kinds.value,
      detail: languageName(tag),
      insert: isKey && !cursor.hasColon ? `${scalar(tag)}: ` : scalar(tag),
      words: [languageName(tag)],
    }));
}
