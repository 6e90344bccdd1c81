import type { Organization } from '../../../contract/organizations.ts';
import type { Body } from '../../lib/api.ts';

/** The details of an organization as form fields hold them: texts, empty for nothing. */
export type DetailValues = {
  name: string;
  email: string;
  phone: string;
  industry: string;
  country: string;
  billing_street: string;
  billing_city: string;
  billing_region: string;
  billing_postal_code: string;
  currency: string;
  payment_terms_days: string;
  customer_since: string;
  source: string;
};

export const noDetails: DetailValues = {
  name: '',
  email: '',
  phone: '',
  industry: '',
  country: '',
  billing_street: '',
  billing_city: '',
  billing_region: '',
  billing_postal_code: '',
  currency: '',
  payment_terms_days: '',
  customer_since: '',
  source: '',
};

export function detailsOf(row: Organization): DetailValues {
  return {
    name: row.name,
    email: row.email ?? '',
    phone: row.phone ?? '',
    industry: row.industry ?? '',
    country: row.country ?? '',
    billing_street: row.billing_street ?? '',
    billing_city: row.billing_city ?? '',
    billing_region: row.billing_region ?? '',
    billing_postal_code: row.billing_postal_code ?? '',
    currency: row.currency,
    payment_terms_days: String(row.payment_terms_days),
    customer_since: row.customer_since ?? '',
    source: row.source ?? '',
  };
}

const neverEmpty = new Set(['name', 'currency', 'payment_terms_days']);

/** Form texts as the API takes them: emptied fields become null, those that cannot be empty are left out. */
export function toDetails(values: Partial<DetailValues>): NonNullable<Body<'PATCH /organizations/:id'>> {
  const given = Object.entries(values).flatMap(([name, text]): [string, unknown][] => {
    if (text.trim() === '') return neverEmpty.has(name) ? [] : [[name, null]];
    return [[name, name === 'payment_terms_days' ? Number(text) : text]];
  });
  return Object.fromEntries(given);
}

/** Only what was filled in. */
export function withoutBlanks<Values extends Record<string, string>>(values: Values): Partial<Values> {
  const given = Object.entries(values).filter(([, text]) => text.trim() !== '');
  return Object.fromEntries(given) as Partial<Values>;
}
