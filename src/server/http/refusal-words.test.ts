import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, addProfile, type TestApp, testApp } from '../../../test/kit/app.ts';
import { refusalCodes, steps } from '../../access/decide.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import { newId } from '../db/id.ts';
import { fieldWords } from './field-words.ts';
import { Problem } from './problem.ts';
import { whyRefused } from './refusal-words.ts';

let kit: TestApp;
let organization: string;
beforeAll(async () => {
  kit = await testApp();
  organization = await addOrganization(kit.db, { name: 'Amber Otter' });
});
afterAll(() => kit.close());

async function refused(as: string, method: string, path: string, body?: object) {
  const headers: Record<string, string> = body ? { 'if-match': '"1"' } : {};
  const { body: problem } = await kit.as(as, method, path, body, headers);
  return [problem.code, problem.detail];
}

describe('a refusal says why', () => {
  it.each(steps)('at the step %s, in one sentence of its own', (failed) => {
    const decision = {
      allowed: false,
      permission: 'organizations.assign',
      failed,
      code: refusalCodes[failed],
      steps: [],
    } as const;
    const refusal = {
      action: 'organizations.assign',
      itemType: 'organizations',
      itemId: newId(),
      itemLabel: 'Amber Otter',
      decision,
    };
    const said = whyRefused(new Problem(refusalCodes[failed] as ProblemCode, { refusal }));
    expect(said).toMatch(/^[“A-Z].*\.$/);
    expect(said).not.toContain('Otter');
    expect(said).not.toContain(refusal.itemId);
    expect(whyRefused(new Problem('record/missing', { refusal }))).toBeUndefined();
  });

  it('in the words of the profile', async () => {
    const junior = await addPerson(kit.db, 'account_executive', 'csr_junior');
    const senior = await addPerson(kit.db, 'account_executive', 'csr_senior');
    const path = `/organizations/${organization}`;
    expect(await refused(junior, 'GET', '/profiles')).toEqual([
      'access/role-ceiling',
      '“Profiles: View” is beyond your role, whatever a profile says.',
    ]);
    expect(await refused(junior, 'PATCH', path, { name: 'Mine' })).toEqual([
      'access/level',
      'Your profile does not include “Organizations: Edit”.',
    ]);
    expect(await refused(senior, 'PATCH', path, { name: 'Mine' })).toEqual([
      'access/outside-scope',
      'Your profile grants “Organizations: Edit” for some records; this is not one of them.',
    ]);
    const profile_id = await addProfile(kit.db, 'No importer', 'csr', {
      organizations: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: [] },
    });
    const editor = await addPerson(kit.db, 'account_executive', 'csr_senior', { profile_id });
    expect(await refused(editor, 'GET', '/organizations/import')).toEqual([
      'access/action-not-granted',
      'Your profile does not grant “Organizations: Import”.',
    ]);
    expect(await refused(editor, 'GET', '/dashboard')).toEqual([
      'access/navigation-hidden',
      'Your profile hides the area “Overview”, to which “Dashboard” belongs.',
    ]);
  });

  it('but not of a record that is hidden', async () => {
    const customer = await addPerson(kit.db, 'customer', 'standard_customer', {
      organization_id: await addOrganization(kit.db),
    });
    expect(await refused(customer, 'GET', `/organizations/${organization}`)).toEqual([
      'record/missing',
      undefined,
    ]);
  });
});

describe('a change that came too late', () => {
  it.each([
    ['payment_terms_days', 'payment terms days'],
    ['account_executive_id', 'account executive'],
    ['contacts.level', 'Contacts: access'],
    ['users.actions.reset_password', 'Users: Reset password'],
    ['groups.settings', 'Settings in the navigation'],
    ['description', 'description'],
  ])('names %s as "%s"', (field, words) => {
    expect(fieldWords(field)).toBe(words);
  });

  it('says who changed what, in words', async () => {
    const ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
    const path = `/organizations/${organization}`;
    const change = (body: object) => kit.as(ga, 'PATCH', path, body, { 'if-match': '"1"' });
    expect((await change({ payment_terms_days: 14 })).status).toBe(200);
    expect((await change({ name: 'Late' })).body).toMatchObject({
      code: 'request/version-moved',
      detail: 'Test global_administrator changed payment terms days in the meantime.',
      fields: [{ field: 'payment_terms_days' }],
    });
  });
});
