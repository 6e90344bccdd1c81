import type { Database } from '../../db/database.ts';
import type { Row } from '../../db/tables.ts';
import type { OrganizationRow } from './records.ts';

/** The currency that organizations have unless another is named. */
export async function companyCurrency(db: Database): Promise<string> {
  const { currency } = await db.q.selectFrom('company_settings').select('currency').executeTakeFirstOrThrow();
  return currency;
}

/** The number of a subscription of theirs, or billed to them, that has not ended; null without one. */
export async function runningSubscription(db: Database, organizationId: string): Promise<string | null> {
  const found = await db.q
    .selectFrom('subscriptions')
    .select('number')
    .where((row) =>
      row.or([
        row('organization_id', '=', organizationId),
        row.and([row('partner_id', '=', organizationId), row('bill_to', '=', 'partner')]),
      ]),
    )
    .where('ended_on', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found?.number ?? null;
}

/** Whether anything was booked for an organization. */
export async function hasMoney(db: Database, organizationId: string): Promise<boolean> {
  const [found] = await db.raw<{ any: boolean }>(
    `select exists (select from subscriptions where organization_id = $1)
  or exists (select from invoices where organization_id = $1)
  or exists (select from credits where organization_id = $1) as any`,
    [organizationId],
  );
  return found?.any === true;
}

/** Whoever was billed for a customer as its partner is asked again by the next one. */
export async function billCustomerItself(db: Database, organizationId: string): Promise<void> {
  await db.q
    .updateTable('subscriptions')
    .set((row) => ({ bill_to: 'customer', version: row('version', '+', 1) }))
    .where('organization_id', '=', organizationId)
    .where('bill_to', '=', 'partner')
    .execute();
}

/** Organizations by id, in one order for everybody who holds them. */
export function organizationsByIds(
  db: Database,
  ids: readonly string[],
  hold: boolean,
): Promise<OrganizationRow[]> {
  const query = db.q.selectFrom('organizations').selectAll().where('id', 'in', ids).orderBy('id');
  return (hold ? query.forUpdate() : query).execute();
}

/** Who works for one of these partners. */
export async function peopleOfPartners(db: Database, partnerIds: readonly string[]): Promise<Row<'users'>[]> {
  if (partnerIds.length === 0) return [];
  return db.q
    .selectFrom('users')
    .selectAll()
    .where('partner_id', 'in', partnerIds)
    .where('role_type', '=', 'partner')
    .where('status', '=', 'active')
    .execute();
}
