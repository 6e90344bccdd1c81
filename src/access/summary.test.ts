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
      "administrator": "Edits all organizations, contacts and users, profiles and company settings; views dashboard, audit log and jobs.",
      "billing_contact": "Views all organizations.",
      "csr_junior": "Views dashboard, all organizations, contacts and users; cannot export organizations or invite users.",
      "csr_senior": "Edits their assigned organizations and contacts; views dashboard, all users; cannot assign organizations or import organizations.",
      "csr_supervisor": "Edits all organizations and contacts; views dashboard, all users.",
      "default_admin": "Views dashboard, all organizations, contacts and users; cannot export organizations.",
      "global_administrator": "Edits all organizations, contacts and users, profiles and company settings; views dashboard, audit log and jobs.",
      "managed_customer": "Views dashboard, all organizations and contacts.",
      "partner_account_executive": "Edits their assigned organizations and contacts; views dashboard, their assigned users; cannot assign organizations or reset passwords.",
      "partner_administrator": "Edits all organizations, contacts and users; views dashboard.",
      "partner_viewer": "Views dashboard, all organizations and contacts; cannot export organizations.",
      "standard_customer": "Edits all organizations and contacts; views dashboard, all users.",
    }
  `);
  expect(profileSummary({ groups: [], resources: {}, may_invite: [] }, 'csr')).toBe('Sees nothing.');
});
