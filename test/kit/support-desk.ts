import { type Answer, addOrganization, addPerson, type TestApp } from './app.ts';
import { key } from './shop.ts';

/** A customer of a partner with people of every kind around it, and others who must not reach it. */
export async function openSupportDesk(kit: TestApp) {
  const { db } = kit;
  const partner = await addOrganization(db, { kind: 'partner', name: 'Own partner' });
  const otherPartner = await addOrganization(db, { kind: 'partner', name: 'Other partner' });
  const senior = await addPerson(db, 'account_executive', 'csr_senior', { first_name: 'Alma' });
  const atPartner = { partner_id: partner };
  const partnerExecutive = await addPerson(
    db,
    'partner_account_executive',
    'partner_account_executive',
    atPartner,
  );
  const organization = await addOrganization(db, {
    name: 'Amber Otter',
    parent_partner_id: partner,
    account_executive_id: senior,
    partner_account_executive_id: partnerExecutive,
  });
  const elsewhere = await addOrganization(db, { name: 'Blue Teapot', parent_partner_id: otherPartner });
  const at = { organization_id: organization };
  const people = {
    admin: await addPerson(db, 'global_administrator', 'global_administrator'),
    default_admin: await addPerson(db, 'system_administrator', 'default_admin'),
    supervisor: await addPerson(db, 'account_executive', 'csr_supervisor'),
    senior,
    other_senior: await addPerson(db, 'account_executive', 'csr_senior'),
    junior: await addPerson(db, 'account_executive', 'csr_junior'),
    partner_admin: await addPerson(db, 'partner_administrator', 'partner_administrator', atPartner),
    partner_executive: partnerExecutive,
    partner_colleague: await addPerson(
      db,
      'partner_account_executive',
      'partner_account_executive',
      atPartner,
    ),
    partner_viewer: await addPerson(db, 'partner_account_executive', 'partner_viewer', atPartner),
    other_partner: await addPerson(db, 'partner_administrator', 'partner_administrator', {
      partner_id: otherPartner,
    }),
    requester: await addPerson(db, 'customer', 'standard_customer', { ...at, first_name: 'Cora' }),
    colleague: await addPerson(db, 'customer', 'standard_customer', at),
    managed: await addPerson(db, 'customer', 'managed_customer', at),
    billing: await addPerson(db, 'customer', 'billing_contact', at),
    foreigner: await addPerson(db, 'customer', 'standard_customer', { organization_id: elsewhere }),
  };
  return { kit, organization, elsewhere, partner, otherPartner, people };
}

export type SupportDesk = Awaited<ReturnType<typeof openSupportDesk>>;
export type DeskPerson = keyof SupportDesk['people'];

/** Opens a case; its id. */
export async function openedCase(
  { kit, organization, people }: SupportDesk,
  values: Record<string, unknown> = {},
  who: DeskPerson = 'requester',
): Promise<string> {
  const body = {
    organization_id: organization,
    subject: 'The export stops halfway',
    category: 'technical',
    ...values,
  };
  const answer = await kit.as(people[who], 'POST', '/cases', body, key());
  if (answer.status !== 201) throw new Error(`Opening was answered ${answer.status}: ${answer.text}`);
  return String(answer.body.id);
}

/** What somebody does with a case: `reply`, `close`, … as the page would send it. */
export async function actOn(
  { kit, people }: SupportDesk,
  who: DeskPerson,
  id: string,
  act: string,
  body: Record<string, unknown> = {},
): Promise<Answer> {
  const row = await kit.db.q
    .selectFrom('cases')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const version = { 'if-match': `"${row.version}"` };
  const by = people[who];
  switch (act) {
    case 'view':
      return kit.as(by, 'GET', `/cases/${id}`);
    case 'edit':
      return kit.as(by, 'PATCH', `/cases/${id}`, body, version);
    case 'messages':
      return kit.as(by, 'POST', `/cases/${id}/messages`, body, key());
    case 'notes':
      return kit.as(by, 'POST', `/cases/${id}/notes`, body, key());
    default:
      return kit.as(by, 'POST', `/cases/${id}/${act}`, body, version);
  }
}

export const reply = (desk: SupportDesk, who: DeskPerson, id: string, body: string, more = {}) =>
  actOn(desk, who, id, 'messages', { body, ...more });
