import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestApp, testApp } from '../../../../test/kit/app.ts';
import { addPeople } from '../../../../test/kit/conferring-people.ts';
import { newId } from '../../db/id.ts';

let kit: TestApp;
let id: (name: string) => string;

beforeAll(async () => {
  kit = await testApp();
  id = await addPeople(kit.db);
});
afterAll(() => kit.close());

type Place = { organization_id?: string; partner_id?: string; partner_administrator_id?: string };

async function invite(as: string, role: string, profile: string, into: Place) {
  const place = Object.fromEntries(Object.entries(into).map(([field, name]) => [field, id(name)]));
  const email = `${newId()}@example.com`;
  const body = { role, profile_id: id(profile), first_name: 'New', last_name: 'Person', email, ...place };
  return kit.as(id(as), 'POST', '/users', body);
}

describe('inviting', () => {
  const allowed: [string, string, string, Place][] = [
    ['ga', 'global_administrator', 'global_administrator', {}],
    ['sa', 'system_administrator', 'administrator', {}],
    ['sa', 'account_executive', 'csr_supervisor', {}],
    ['sa', 'partner_administrator', 'partner_administrator', { partner_id: 'partner' }],
    ['pa', 'partner_account_executive', 'partner_viewer', { partner_id: 'partner' }],
    [
      'pa',
      'partner_account_executive',
      'partner_viewer',
      { partner_id: 'partner', partner_administrator_id: 'pa' },
    ],
    ['pa', 'customer', 'standard_customer', { organization_id: 'cohort' }],
    ['pae', 'customer', 'managed_customer', { organization_id: 'assigned' }],
    ['ae', 'customer', 'billing_contact', { organization_id: 'foreign' }],
    ['customer', 'customer', 'standard_customer', { organization_id: 'cohort' }],
  ];
  it.each(allowed)('lets %s invite %s with %s into %j', async (as, role, profile, into) => {
    const answer = await invite(as, role, profile, into);
    expect(answer.body).toMatchObject({ role, status: 'invited', version: 1 });
    expect(answer.status).toBe(201);
  });

  const refused: [string, string, string, Place, number, string, string?][] = [
    ['sa', 'global_administrator', 'administrator', {}, 403, 'confer/role-not-allowed'],
    ['narrowSa', 'system_administrator', 'administrator', {}, 403, 'confer/exceeds-own-rights'],
    ['narrowSa', 'account_executive', 'csr_junior', {}, 403, 'confer/exceeds-own-rights'],
    ['ga', 'account_executive', 'administrator', {}, 422, 'confer/role-type', 'profile_id'],
    [
      'pa',
      'partner_account_executive',
      'partner_account_executive',
      { partner_id: 'partner' },
      403,
      'confer/profile-not-allowed',
    ],
    [
      'pa',
      'partner_account_executive',
      'partner_viewer',
      { partner_id: 'otherPartner' },
      422,
      'request/invalid',
      'partner_id',
    ],
    [
      'pa',
      'partner_account_executive',
      'partner_viewer',
      { partner_id: 'partner', partner_administrator_id: 'otherPa' },
      422,
      'request/invalid',
      'partner_administrator_id',
    ],
    [
      'pa',
      'partner_administrator',
      'partner_viewer',
      { partner_id: 'partner' },
      403,
      'confer/role-not-allowed',
    ],
    ['pa', 'account_executive', 'csr_junior', {}, 403, 'confer/role-not-allowed'],
    [
      'pa',
      'customer',
      'standard_customer',
      { organization_id: 'foreign' },
      422,
      'request/invalid',
      'organization_id',
    ],
    [
      'pae',
      'customer',
      'standard_customer',
      { organization_id: 'cohort' },
      422,
      'request/invalid',
      'organization_id',
    ],
    [
      'pae',
      'partner_account_executive',
      'partner_viewer',
      { partner_id: 'partner' },
      403,
      'confer/role-not-allowed',
    ],
    ['ae', 'customer', 'offList', { organization_id: 'cohort' }, 403, 'confer/profile-not-allowed'],
    ['ae', 'account_executive', 'csr_senior', {}, 403, 'confer/role-not-allowed'],
    [
      'customer',
      'customer',
      'standard_customer',
      { organization_id: 'foreign' },
      422,
      'request/invalid',
      'organization_id',
    ],
    ['customer', 'customer', 'offList', { organization_id: 'cohort' }, 403, 'confer/profile-not-allowed'],
    ['customer', 'system_administrator', 'administrator', {}, 403, 'confer/role-not-allowed'],
    ['ga', 'customer', 'archived', { organization_id: 'cohort' }, 422, 'request/invalid', 'profile_id'],
    [
      'ga',
      'customer',
      'standard_customer',
      { organization_id: 'closed' },
      422,
      'request/invalid',
      'organization_id',
    ],
    ['ga', 'customer', 'standard_customer', {}, 422, 'request/invalid', 'organization_id'],
    [
      'ga',
      'account_executive',
      'csr_junior',
      { partner_id: 'partner' },
      422,
      'request/invalid',
      'partner_id',
    ],
    [
      'ga',
      'partner_administrator',
      'partner_viewer',
      { partner_id: 'cohort' },
      422,
      'request/invalid',
      'partner_id',
    ],
  ];
  it.each(refused)(
    'refuses %s to invite %s with %s into %j',
    async (as, role, profile, into, status, code, field) => {
      const answer = await invite(as, role, profile, into);
      expect(answer.body).toMatchObject({ code, ...(field ? { fields: [{ field }] } : {}) });
      expect(answer.status).toBe(status);
      if (status !== 403) return;
      const { decision_id } = answer.body;
      const [entry] = await kit.db.raw('select code, outcome from audit_log where decision_id = $1', [
        decision_id,
      ]);
      expect(entry).toEqual({ code, outcome: 'refused' });
    },
  );

  it('answers for a hidden organization as for one that does not exist', async () => {
    const [hidden, absent] = await Promise.all(
      ['foreign', newId()].map((organization_id) =>
        invite('customer', 'customer', 'standard_customer', { organization_id }),
      ),
    );
    expect(hidden?.body).toMatchObject({ code: 'request/invalid' });
    expect(hidden?.text).toBe(absent?.text);
  });

  it('refuses an address that is in use, whatever its case, and says no more', async () => {
    const email = `Taken-${newId()}@Example.com`;
    const body = { role: 'customer', profile_id: id('standard_customer'), first_name: 'A', last_name: 'B' };
    const first = await kit.as(id('ga'), 'POST', '/users', {
      ...body,
      organization_id: id('foreign'),
      email,
    });
    expect(first.status).toBe(201);
    const twice = { ...body, organization_id: id('cohort'), email: email.toUpperCase() };
    const again = await kit.as(id('customer'), 'POST', '/users', twice);
    expect(again.status).toBe(422);
    expect(again.body.fields).toEqual([expect.objectContaining({ field: 'email', code: 'duplicate' })]);
    expect(again.text).not.toContain(String(first.body.id));
  });
});
