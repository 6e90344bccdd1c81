import type { dateFormats, ImportRequest } from '../../../contract/imports.ts';
import { valuesOf } from './chosen-file.ts';
import type { Sheet } from './read-csv.ts';

export type DateFormat = NonNullable<ImportRequest['date_format']>;
export type Mapping = Readonly<Record<string, string>>;
type Field = { field: string; label: string };

/** Other systems' names for a field, as letters and digits only. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  external_id: [
    'ticketid',
    'caseid',
    'ticket',
    'accountid',
    'customerid',
    'organizationid',
    'companyid',
    'clientid',
    'id',
    'key',
    'reference',
  ],
  name: [
    'accountname',
    'companyname',
    'organizationname',
    'customername',
    'clientname',
    'company',
    'account',
  ],
  customer_since: ['signupdate', 'signedup', 'since', 'startdate', 'createdat', 'created'],
  source: ['referralsource', 'leadsource', 'channel', 'referrer'],
  country: ['countrycode', 'billingcountry'],
  industry: ['sector', 'vertical', 'branch'],
  email: ['emailaddress', 'mail', 'billingemail'],
  phone: ['phonenumber', 'telephone', 'tel'],
  billing_street: ['street', 'address', 'addressline1', 'billingaddress'],
  billing_city: ['city', 'town'],
  billing_region: ['region', 'state', 'province', 'county'],
  billing_postal_code: ['postalcode', 'postcode', 'zip', 'zipcode'],
  currency: ['currencycode'],
  payment_terms_days: ['paymentterms', 'terms', 'netdays'],
  first_name: ['firstname', 'givenname', 'forename'],
  last_name: ['lastname', 'familyname', 'surname'],
  username: ['email', 'emailaddress', 'mail', 'login'],
  user_profile: ['profile', 'profilename'],
  sales_rep: ['partneradministrator'],
  opened_at: ['submittedat', 'openedon', 'createdat', 'created'],
  closed_at: ['closedon', 'resolvedat', 'solvedat'],
  organization: [
    'accountid',
    'customerid',
    'organizationid',
    'organizationname',
    'company',
    'companyname',
    'account',
    'accountname',
    'customer',
  ],
};

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** A column for each field by its name, its label, or what other systems call it; no column twice. */
export function guessMapping(fields: readonly Field[], header: readonly string[]): Mapping {
  const mapping: Record<string, string> = {};
  const free = new Map(header.filter(Boolean).map((column) => [plain(column), column]));
  const take = (field: string, names: readonly string[]) => {
    const name = mapping[field] === undefined ? names.find((candidate) => free.has(candidate)) : undefined;
    const column = name === undefined ? undefined : free.get(name);
    if (name === undefined || column === undefined) return;
    mapping[field] = column;
    free.delete(name);
  };
  for (const { field, label } of fields) take(field, [plain(field), plain(label)]);
  for (const { field } of fields) take(field, otherNames[field] ?? []);
  return mapping;
}

export const formats: typeof dateFormats = ['YYYY-MM-DD', 'DD-MM-YYYY', 'MM/DD/YYYY'];

const shapes: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': /^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/,
  'DD-MM-YYYY': /^([0-2]\d|3[01])-(0[1-9]|1[0-2])-\d{4}$/,
  'MM/DD/YYYY': /^(0[1-9]|1[0-2])\/([0-2]\d|3[01])\/\d{4}$/,
};

export type DateGuess = { format: DateFormat; column: string; value: string };

/** The format that most values of the chosen columns have, with one of them as evidence. */
export function guessDateFormat(sheet: Sheet, mapping: Mapping): DateGuess | null {
  const hits = Object.values(mapping).flatMap((column) => {
    const values = valuesOf(sheet, column).slice(0, 500);
    return formats.map((format) => {
      const matching = values.filter((value) => shapes[format].test(value));
      return { format, column, value: matching[0] ?? '', count: matching.length };
    });
  });
  const best = hits.toSorted((a, b) => b.count - a.count)[0];
  return best && best.count > 0 ? best : null;
}
