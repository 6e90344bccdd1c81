import type { Database } from '../../db/database.ts';
import { newId } from '../../db/id.ts';
import { insertRows } from '../../db/write-rows.ts';

interface Place {
  readonly kit: { readonly db: Database };
  readonly organization: string;
}

/** An open invoice of the shop's customer, or of another organization; its id. */
export async function plantInvoice(
  { kit: { db }, organization }: Place,
  amount: number,
  due_on = '2026-12-24',
): Promise<string> {
  const id = newId();
  const currency = 'EUR';
  await db.transaction(async () => {
    await db.q
      .insertInto('invoices')
      .values({
        ...{ id, organization_id: organization, currency, amount, due_on },
        issued_on: '2026-11-24',
        subscription_id: null,
        voided_at: null,
        sent_at: null,
        last_reminder: null,
        created_by: null,
      })
      .execute();
    const line = { position: 1, kind: 'imported', description: 'Taken over', quantity: 1, flat_price: 0 };
    await insertRows(db, 'invoice_lines', [{ ...line, invoice_id: id, unit_price: amount, amount }]);
  });
  return id;
}

/** What is still owed on an invoice, in minor units. */
export async function balanceOf({ kit }: Pick<Place, 'kit'>, id: string): Promise<number> {
  const row = await kit.db.q
    .selectFrom('invoices')
    .select('balance')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.balance;
}
