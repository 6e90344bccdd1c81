import type { Contact } from '../../../contract/contacts.ts';

/** A contact as form fields hold it: texts, empty for nothing. */
export type ContactValues = {
  first_name: string;
  last_name: string;
  email: string;
  phone: string;
  job_title: string;
  kind: Contact['kind'];
};

export const noContact: ContactValues = {
  first_name: '',
  last_name: '',
  email: '',
  phone: '',
  job_title: '',
  kind: 'other',
};

export function valuesOf(row: Contact): ContactValues {
  return {
    first_name: row.first_name,
    last_name: row.last_name,
    email: row.email ?? '',
    phone: row.phone ?? '',
    job_title: row.job_title ?? '',
    kind: row.kind,
  };
}

/** Emptied fields become null. */
export function toBody<Values extends Partial<ContactValues>>(values: Values): Values {
  const given = Object.entries(values).map(([name, text]) => [name, text.trim() === '' ? null : text]);
  return Object.fromEntries(given) as Values;
}
