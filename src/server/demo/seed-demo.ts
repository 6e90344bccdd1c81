import type { AppContext } from '../app-context.ts';
import { audit } from '../audit/audit.ts';
import { seedProfiles } from '../db/seed-profiles.ts';
import { withoutMail } from '../mail/without-mail.ts';
import { writeDemoArticles } from './articles.ts';
import { tellBeginnings } from './beginnings.ts';
import { type DemoCompany, makeCompany } from './company.ts';
import { liveThroughHistory } from './history.ts';

const key = 'demo';
const partnerProfiles = ['partner_administrator', 'partner_account_executive', 'partner_viewer'] as const;

/** The database belongs to somebody: the demo's one-click sign-in must never open it. */
export class DemoRefused extends Error {
  override readonly name = 'DemoRefused';

  constructor() {
    super(
      'The demo company needs an empty database, and this one already holds people or records. ' +
        'Choose another AMBIT_DATA_DIR or DATABASE_URL, or start without AMBIT_DEMO.',
    );
  }
}

/** Makes the demo company in an empty database. True when it was made, false when it is there already. */
export async function seedDemo(app: AppContext): Promise<boolean> {
  const { db } = app;
  await seedProfiles(db);
  return db.transaction(async () => {
    // Nodes that start together take turns.
    await db.raw("select pg_advisory_xact_lock(hashtextextended('seed_demo', 0))");
    if (await isDemo(app)) return false;
    if (!(await isEmpty(app))) throw new DemoRefused();
    const company = makeCompany(app.clock(), await profileIds(app));
    await insertCompany(app, company);
    await tellBeginnings(db, company);
    await liveThroughHistory(withoutMail(app), company);
    await writeDemoArticles(app);
    const made = { at: app.clock().toISOString() };
    await db.q
      .insertInto('installation')
      .values({ key, value: JSON.stringify(made) })
      .execute();
    await audit(db, {
      action: 'demo.create',
      itemType: 'installation',
      itemId: null,
      itemLabel: 'Demo company',
    });
    return true;
  });
}

async function isDemo({ db }: AppContext): Promise<boolean> {
  return (await db.q.selectFrom('installation').select('key').where('key', '=', key).execute()).length > 0;
}

async function isEmpty({ db }: AppContext): Promise<boolean> {
  const found = await db.raw(
    '(select id from users limit 1) union all (select id from organizations limit 1)',
  );
  return found.length === 0;
}

async function profileIds({ db }: AppContext): Promise<(key: string) => string> {
  const rows = await db.q.selectFrom('profiles').select(['id', 'key']).where('key', 'is not', null).execute();
  const byKey = new Map(rows.map((row) => [row.key, row.id]));
  return (wanted) => {
    const id = byKey.get(wanted);
    if (id === undefined) throw new Error(`There is no shipped profile "${wanted}".`);
    return id;
  };
}

/** Organizations and users point at each other: whoever is pointed at comes first. */
async function insertCompany(
  app: AppContext,
  { users, organizations, contacts, partnerIds }: DemoCompany,
): Promise<void> {
  const { q } = app.db;
  const staff = users.filter((user) => !user.organization_id && !user.partner_id);
  const partnerPeople = users.filter((user) => user.partner_id);
  const customers = users.filter((user) => user.organization_id);
  await q.insertInto('users').values(staff).execute();
  await q
    .insertInto('organizations')
    .values(organizations.filter((row) => row.kind === 'partner'))
    .execute();
  await q
    .insertInto('users')
    .values(partnerPeople.filter((user) => !user.partner_administrator_id))
    .execute();
  await q
    .insertInto('users')
    .values(partnerPeople.filter((user) => user.partner_administrator_id))
    .execute();
  await q
    .insertInto('organizations')
    .values(organizations.filter((row) => row.kind !== 'partner'))
    .execute();
  await q.insertInto('users').values(customers).execute();
  await q.insertInto('contacts').values(contacts).execute();
  const profileId = await profileIds(app);
  const allowed = partnerIds.flatMap((partner_id) =>
    partnerProfiles.map((profile) => ({ partner_id, profile_id: profileId(profile) })),
  );
  await q.insertInto('partner_profiles').values(allowed).execute();
  await q
    .updateTable('company_settings')
    .set({ name: 'Moonbeam & Sons (demo)', support_email: 'support@demo.example', updated_at: app.clock() })
    .execute();
}
