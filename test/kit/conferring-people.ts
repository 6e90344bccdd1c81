import type { Database } from '../../src/server/db/database.ts';
import { newId } from '../../src/server/db/id.ts';
import { addOrganization, addPerson } from './app.ts';

type Lookup = (name: string) => string;

/** People, places and profiles by name, for tests of who may give what to whom; a name that is not known stays. */
export async function addPeople(db: Database): Promise<Lookup> {
  const ids: Record<string, string> = {};
  const id: Lookup = (name) => ids[name] ?? name;
  for (const { id: profile, key } of await db.q.selectFrom('profiles').select(['id', 'key']).execute()) {
    ids[`${key}`] = profile;
  }
  ids.partner = await addOrganization(db, { kind: 'partner' });
  ids.otherPartner = await addOrganization(db, { kind: 'partner' });
  const partner_id = id('partner');
  ids.ga = await addPerson(db, 'global_administrator', 'global_administrator');
  ids.sa = await addPerson(db, 'system_administrator', 'administrator');
  ids.fullSa = await addPerson(db, 'system_administrator', 'administrator');
  ids.pa = await addPerson(db, 'partner_administrator', 'partner_administrator', { partner_id });
  ids.otherPa = await addPerson(db, 'partner_administrator', 'partner_administrator', {
    partner_id: id('otherPartner'),
  });
  ids.pae = await addPerson(db, 'partner_account_executive', 'partner_account_executive', { partner_id });
  ids.otherPae = await addPerson(db, 'partner_account_executive', 'partner_account_executive', {
    partner_id: id('otherPartner'),
  });
  ids.ae = await addPerson(db, 'account_executive', 'csr_senior');
  ids.cohort = await addOrganization(db, { parent_partner_id: partner_id });
  ids.assigned = await addOrganization(db, {
    parent_partner_id: partner_id,
    partner_account_executive_id: id('pae'),
  });
  ids.foreign = await addOrganization(db, { parent_partner_id: id('otherPartner') });
  ids.closed = await addOrganization(db, { status: 'closed' });
  ids.customer = await addPerson(db, 'customer', 'standard_customer', { organization_id: id('cohort') });
  await addProfiles(db, ids, id);
  return id;
}

/** A narrow administrator who may give profiles, and a Customer profile that nobody's list has. */
async function addProfiles(db: Database, ids: Record<string, string>, id: Lookup) {
  await db.q
    .insertInto('partner_profiles')
    .values({ partner_id: id('partner'), profile_id: id('partner_viewer') })
    .execute();
  const users = {
    level: 'edit',
    view_scope: 'all',
    edit_scope: 'all',
    actions: ['invite', 'reset_password', 'assign_profile', 'suspend'],
  };
  const narrow = { groups: ['settings'], resources: { users }, may_invite: [] };
  const off = { groups: ['crm'], resources: {}, may_invite: [] };
  const loginOnly = { ...users, actions: ['login_as'] };
  ids.loginOnly = await addProfile(db, 'Log in only', 'admin', {
    ...narrow,
    resources: { users: loginOnly },
  });
  ids.narrow = await addProfile(db, 'Narrow', 'admin', narrow);
  ids.offList = await addProfile(db, 'Off list', 'customer', off);
  ids.archived = await addProfile(db, 'Archived', 'customer', off, new Date());
  ids.narrowSa = await addPerson(db, 'system_administrator', 'administrator', { profile_id: id('narrow') });
}

async function addProfile(
  db: Database,
  name: string,
  role_type: 'admin' | 'customer',
  grants: object,
  archived?: Date,
) {
  const profile = {
    id: newId(),
    name,
    role_type,
    grants: JSON.stringify(grants),
    archived_at: archived ?? null,
  };
  await db.q.insertInto('profiles').values(profile).execute();
  const { id: profile_id, grants: kept } = profile;
  await db.q.insertInto('profile_versions').values({ profile_id, version: 1, name, grants: kept }).execute();
  return profile.id;
}
