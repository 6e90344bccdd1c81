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
      "administrator": "Edits all organizations, contacts, cases, orders, subscriptions, invoices, payments, payment methods, credits, articles and users, products, e-mail templates, profiles and company settings; views dashboard, audit log and jobs; can run jobs and export audit log.",
      "billing_contact": "Edits all payment methods; views all organizations and invoices; can pay invoices, download invoices and export invoices.",
      "csr_junior": "Views dashboard and products, all organizations, contacts, cases, orders, subscriptions, invoices, payments, payment methods, credits, articles and users; can reply to cases, read internal notes, download invoices, send invoices and reset passwords; cannot create cases, pay invoices or apply credits.",
      "csr_senior": "Edits their assigned organizations, contacts, cases, orders, subscriptions and payment methods, their own articles; views dashboard, products and e-mail templates, all invoices, payments, credits and users; can pay invoices, download invoices, send invoices, apply credits, invite users and do 5 more things; cannot assign organizations, import organizations or import cases.",
      "csr_supervisor": "Edits all organizations, contacts, cases, orders, subscriptions, invoices, payments, payment methods, credits and articles; views dashboard, products and e-mail templates, all users; can invite users, reset passwords and export users.",
      "default_admin": "Views dashboard, all organizations, contacts, cases and users; can invite users and reset passwords; cannot create cases, reply to cases or read internal notes.",
      "global_administrator": "Edits all organizations, contacts, cases, orders, subscriptions, invoices, payments, payment methods, credits, articles and users, products, e-mail templates, profiles and company settings; views dashboard, audit log and jobs; can run jobs and export audit log.",
      "managed_customer": "Edits all payment methods; views dashboard and products, all organizations, contacts, cases, orders, subscriptions, invoices, payments, credits and articles; can create cases, reply to cases, pay invoices, download invoices, apply credits and do 2 more things.",
      "partner_account_executive": "Edits their assigned organizations, contacts, cases, orders, subscriptions and payment methods; views dashboard and products, their assigned invoices, payments, credits and users, all articles; can pay invoices, download invoices, send invoices, apply credits, invite users and do 3 more things; cannot assign organizations, reset passwords or export users.",
      "partner_administrator": "Edits all organizations, contacts, cases, orders, subscriptions, payment methods and users; views dashboard and products, all invoices, payments, credits and articles; can pay invoices, download invoices, send invoices, apply credits, export invoices and do 2 more things.",
      "partner_viewer": "Views dashboard and products, all organizations, contacts, cases, orders, subscriptions, invoices, payments, credits and articles; cannot create cases, reply to cases or pay invoices.",
      "standard_customer": "Edits all organizations, contacts, cases, orders, subscriptions and payment methods; views dashboard and products, all invoices, payments, credits, articles and users; can pay invoices, download invoices, apply credits, invite users, export invoices and do 1 more thing.",
    }
  `);
  expect(profileSummary({ groups: [], resources: {}, may_invite: [] }, 'csr')).toBe('Sees nothing.');
});
