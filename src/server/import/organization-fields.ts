import type { z } from 'zod';
import { organizationCreate } from '../../contract/organizations.ts';
import { given } from '../given.ts';
import { plainWords } from '../http/plain-words.ts';
import type { CellProblem, ImportField, ImportRun } from './importer.ts';
import { readDate } from './read-date.ts';

const optional = (key: string, label: string, says: string): ImportField => ({
  key,
  label,
  says,
  required: false,
});

export const organizationFields: readonly ImportField[] = [
  {
    key: 'external_id',
    label: 'External id',
    required: true,
    says: 'How the source calls the organization; the same id finds it again at the next import.',
  },
  { key: 'name', label: 'Name', required: true, says: 'The name of the organization.' },
  optional('kind', 'Kind', 'customer or partner; customer when empty. Fixed once the organization exists.'),
  optional('email', 'E-mail', 'Where invoices and notices go.'),
  optional('phone', 'Phone', 'As it is dialled.'),
  optional('industry', 'Industry', 'Up to 100 characters.'),
  optional('country', 'Country', 'A two-letter code such as PL.'),
  optional('billing_street', 'Billing street', 'Street and number.'),
  optional('billing_city', 'Billing city', 'City or town.'),
  optional('billing_region', 'Billing region', 'State, province or region.'),
  optional('billing_postal_code', 'Billing postal code', 'Up to 20 characters.'),
  optional('currency', 'Currency', 'A three-letter code such as EUR.'),
  optional('payment_terms_days', 'Payment terms', 'Days, from 0 to 365.'),
  optional('customer_since', 'Customer since', 'A date in the chosen format.'),
  optional('source', 'Source', 'Where the organization came from: a referral, a campaign.'),
];

const schema = organizationCreate.pick({
  name: true,
  kind: true,
  email: true,
  phone: true,
  industry: true,
  country: true,
  billing_street: true,
  billing_city: true,
  billing_region: true,
  billing_postal_code: true,
  currency: true,
  payment_terms_days: true,
  customer_since: true,
  source: true,
});

export type OrganizationValues = z.output<typeof schema>;

/** Left as they are when the cell is empty; every other empty cell empties its field. */
const neverEmpty = new Set(['kind', 'currency', 'payment_terms_days']);

export type Read<T> = { readonly values: T } | { readonly problems: readonly CellProblem[] };

/** The values of one row, checked by the same schema as a request. */
export function readOrganization(
  cells: Readonly<Record<string, string>>,
  dateFormat: ImportRun['dateFormat'],
): Read<OrganizationValues> {
  const typed = Object.entries(cells).flatMap(([field, text]) => {
    const value = field === 'external_id' ? undefined : typeCell(field, text, dateFormat);
    return value === undefined ? [] : [[field, value] as const];
  });
  const parsed = schema.safeParse(Object.fromEntries(typed), { error: plainWords });
  if (parsed.success) return { values: given(parsed.data) };
  return {
    problems: parsed.error.issues.map((issue) => {
      const field = String(issue.path[0] ?? '');
      return {
        field,
        message: field === 'customer_since' ? dateMessage(dateFormat) : messageFor(field, issue.message),
      };
    }),
  };
}

function typeCell(field: string, text: string, dateFormat: ImportRun['dateFormat']): unknown {
  if (field === 'name') return text;
  if (text === '') return neverEmpty.has(field) ? undefined : null;
  if (field === 'kind') return text.toLowerCase();
  if (field === 'currency') return text.toUpperCase();
  if (field === 'payment_terms_days') return /^\d{1,4}$/.test(text) ? Number(text) : text;
  // What is no date stays as it is, and the schema refuses it.
  if (field === 'customer_since') return readDate(text, dateFormat) ?? 'no date';
  return text;
}

function messageFor(field: string, message: string): string {
  if (field === 'kind') return 'Must be customer or partner';
  if (field === 'payment_terms_days') return 'Must be a whole number of days from 0 to 365';
  return message;
}

const examples = {
  'YYYY-MM-DD': '2024-10-16',
  'DD-MM-YYYY': '16-10-2024',
  'MM/DD/YYYY': '10/16/2024',
} as const;

function dateMessage(format: ImportRun['dateFormat']): string {
  return `Must be a date such as ${examples[format]} (${format})`;
}
