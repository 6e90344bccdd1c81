const countryCodes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

type Choice = { value: string; label: string };

const countryNames = new Intl.DisplayNames(undefined, { type: 'region', fallback: 'code' });
const currencyNames = new Intl.DisplayNames(undefined, { type: 'currency', fallback: 'code' });

function byLabel(a: Choice, b: Choice): number {
  return a.label.localeCompare(b.label);
}

/** "PL" to "Poland", in the reader's language; what is no country stays as it is. */
export function countryName(code: string | null | undefined): string {
  if (!code) return '';
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code;
}

/** Every country by name; a code that is in use but in no list is kept, so that it can still be shown. */
export function countryChoices(inUse?: string | null): readonly Choice[] {
  const codes = inUse && !countryCodes.includes(inUse) ? [...countryCodes, inUse] : countryCodes;
  return codes.map((value) => ({ value, label: countryName(value) })).toSorted(byLabel);
}

/** "EUR · Euro". */
export function currencyChoices(inUse?: string | null): readonly Choice[] {
  const known = Intl.supportedValuesOf('currency');
  const codes = inUse && !known.includes(inUse) ? [...known, inUse] : known;
  return codes.map((value) => ({ value, label: `${value} · ${currencyNames.of(value) ?? value}` }));
}
