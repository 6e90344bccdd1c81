import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addOrganization, addPerson, type TestApp, testApp } from '../../../test/kit/app.ts';
import { compileGrants } from '../../access/grants.ts';
import type { ProfileGrants } from '../../catalog/profile-grants.ts';
import type { Role } from '../../catalog/roles.ts';
import { contacts as contract } from '../../contract/contacts.ts';
import type { Row } from '../db/tables.ts';
import { addContact } from '../db/test-rows.ts';
import { Problem } from '../http/problem.ts';
import type { SessionSubject } from '../http/session-subject.ts';
import { addRecord, changeRecord, removeRecord } from './change-record.ts';
import { defineRecords, showOne } from './define-records.ts';
import { visiblePage } from './visible-page.ts';

let kit: TestApp;
let own: string;
let customer: SessionSubject;
let administrator: SessionSubject;

const everything: ProfileGrants = {
  groups: ['crm'],
  resources: {
    organizations: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: [] },
    contacts: { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: ['create', 'delete'] },
  },
  may_invite: [],
};

function subjectOf(userId: string, role: Role, organizationId: string | null = null): SessionSubject {
  const profile = { id: 'p', key: null, name: 'Profile', version: 1 };
  const grants = compileGrants(role, { id: 'p', version: 1, grants: everything });
  const who = { userId, organizationId, partnerId: null, name: 'Test', status: 'active' as const };
  return { ...who, sessionId: 's', now: new Date(), profile, grants };
}

/** Contacts of which a module says that they can not be deleted. */
const kept = defineRecords(contract, async () => (row) => ({
  ...row,
  organization: { id: row.organization_id, name: 'Own' },
  cannot: ['contacts.delete'],
}));

beforeAll(async () => {
  kit = await testApp();
  own = await addOrganization(kit.db, { name: 'Own' });
  const place = { organization_id: own };
  customer = subjectOf(await addPerson(kit.db, 'customer', 'standard_customer', place), 'customer', own);
  const ga = await addPerson(kit.db, 'global_administrator', 'global_administrator');
  administrator = subjectOf(ga, 'global_administrator');
});
afterAll(() => kit.close());

function contactOf(id: string): Promise<Row<'contacts'>> {
  return kit.db.q.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

function logOf(id: string) {
  return kit.db.q
    .selectFrom('audit_log')
    .select(['action', 'item_label', 'changes'])
    .where('item_id', '=', id)
    .orderBy('at')
    .execute();
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  const failure: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof Problem)) throw new Error('no problem was thrown', { cause: failure });
  return failure.code;
}

describe('showing', () => {
  it('decides what can be done, less what the module takes away', async () => {
    const row = await contactOf(await addContact(kit.db, own));
    const { can, created_at } = await showOne(kit.db, kept, customer, row);
    expect(can).toEqual({ 'contacts.edit': true, 'contacts.delete': false, 'contacts.export': false });
    expect(created_at).toBe(row.created_at.toISOString());
    const elsewhere = subjectOf(customer.userId, 'customer', await addOrganization(kit.db));
    expect((await showOne(kit.db, kept, elsewhere, row)).can).toEqual({
      'contacts.edit': false,
      'contacts.delete': false,
      'contacts.export': false,
    });
  });

  it('lists what the reader may view', async () => {
    const mine = await addContact(kit.db, own);
    const foreign = await addContact(kit.db, await addOrganization(kit.db));
    const { rows } = await visiblePage(kit.db, customer, kept, { sort: 'created_at', limit: 200 });
    expect(rows.map(({ id }) => id)).toContain(mine);
    expect(rows.map(({ id }) => id)).not.toContain(foreign);
  });
});

describe('writing', () => {
  it('adds within the boundary of the maker, and nothing outside of it', async () => {
    const values = { organization_id: own, first_name: 'Ada', last_name: 'Byron' };
    const use = { app: kit.app, subject: customer, permission: 'contacts.create' as const };
    const row = await addRecord({ ...use, values });
    expect(row).toMatchObject({ created_by: customer.userId, version: 1 });
    expect(await logOf(row.id)).toMatchObject([{ action: 'contacts.create', item_label: 'Ada Byron' }]);
    const foreign = { ...values, organization_id: await addOrganization(kit.db), last_name: 'Outside' };
    const added = kit.db.transaction(() => addRecord({ ...use, values: foreign }));
    expect(await codeOf(added)).toBe('access/outside-boundary');
    const found = await kit.db.q
      .selectFrom('contacts')
      .select('id')
      .where('last_name', '=', 'Outside')
      .execute();
    expect(found).toEqual([]);
  });

  it('changes as a new version with its log, and leaves alone what stays the same', async () => {
    const record = await contactOf(await addContact(kit.db, own));
    const use = { app: kit.app, subject: customer, permission: 'contacts.edit' as const };
    expect(await changeRecord({ ...use, record, values: { email: record.email, phone: undefined } })).toBe(
      record,
    );
    const changed = await changeRecord({ ...use, record, values: { phone: '+48 1' } });
    expect(changed.version).toBe(record.version + 1);
    expect(await logOf(record.id)).toMatchObject([
      { action: 'contacts.edit', changes: [{ field: 'phone', from: null, to: '+48 1' }] },
    ]);
  });

  it('keeps Edit to the fields of the role, also where a service asks for it', async () => {
    const record = await kit.db.q
      .selectFrom('organizations')
      .selectAll()
      .where('id', '=', own)
      .executeTakeFirstOrThrow();
    const closing = (subject: SessionSubject) =>
      changeRecord({
        app: kit.app,
        subject,
        permission: 'organizations.edit',
        record,
        values: { status: 'closed' },
      });
    expect(await codeOf(closing(customer))).toBe('access/field');
    expect((await closing(administrator)).status).toBe('closed');
  });

  it('remembers what a removed record said', async () => {
    const record = await contactOf(await addContact(kit.db, own));
    const keep = ['last_name'] as const;
    await removeRecord({ app: kit.app, subject: customer, permission: 'contacts.delete', record, keep });
    await expect(contactOf(record.id)).rejects.toThrow();
    expect(await logOf(record.id)).toMatchObject([
      { action: 'contacts.delete', changes: [{ field: 'last_name', from: record.last_name, to: null }] },
    ]);
  });
});
