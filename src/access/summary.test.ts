import { expect, it } from 'vitest';
import { shippedProfiles } from '../catalog/profiles.ts';
import { profileSummary } from './summary.ts';

it('says in one sentence what a profile gives, and what people of its type could have and have not', () => {
  const summaries = shippedProfiles.map(({ key, grants, role_type }) => [
    key,
    profileSummary(grants, role_type),
  ]);
  expect(Object.fromEntries(summaries)).toMatchInlineSnapshot(`
    {
      "administrator": "Edits all organizations, contacts, orders, subscriptions, invoices, payments, payment methods, credits and users, products, profiles and company settings; views dashboard, audit log and jobs.",
      "billing_contact": "Edits all payment methods; views all organizations and invoices.",
      "csr_junior": "Views dashboard and products, all organizations, contacts, orders, subscriptions, invoices, payments, payment methods, credits and users; cannot export organizations, pay invoices or apply credits.",
      "csr_senior": "Edits their assigned organizations, contacts, orders, subscriptions and payment methods; views dashboard and products, all invoices, payments, credits and users; cannot assign organizations, import organizations or cancel subscriptions on a chosen date.",
      "csr_supervisor": "Edits all organizations, contacts, orders, subscriptions, invoices, payments, payment methods and credits; views dashboard and products, all users.",
      "default_admin": "Views dashboard, all organizations, contacts and users; cannot export organizations.",
      "global_administrator": "Edits all organizations, contacts, orders, subscriptions, invoices, payments, payment methods, credits and users, products, profiles and company settings; views dashboard, audit log and jobs.",
      "managed_customer": "Edits all payment methods; views dashboard and products, all organizations, contacts, orders, subscriptions, invoices, payments and credits.",
      "partner_account_executive": "Edits their assigned organizations, contacts, orders, subscriptions and payment methods; views dashboard and products, their assigned invoices, payments, credits and users; cannot assign organizations or reset passwords.",
      "partner_administrator": "Edits all organizations, contacts, orders, subscriptions, payment methods and users; views dashboard and products, all invoices, payments and credits.",
      "partner_viewer": "Views dashboard and products, all organizations, contacts, orders, subscriptions, invoices, payments and credits; cannot export organizations, pay invoices or download invoices.",
      "standard_customer": "Edits all organizations, contacts, orders, subscriptions and payment methods; views dashboard and products, all invoices, payments, credits and users.",
    }
  `);
  expect(profileSummary({ groups: [], resources: {}, may_invite: [] }, 'csr')).toBe('Sees nothing.');
});
