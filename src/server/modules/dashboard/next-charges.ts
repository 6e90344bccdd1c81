import { visible } from '../../../access/subject.ts';
import type { ComingCharge } from '../../../contract/dashboard/dashboard.ts';
import type { ListAddress } from '../../../contract/dashboard/define-block.ts';
import type { Database } from '../../db/database.ts';
import type { Calendar } from '../../db/list-filters.ts';
import type { Row } from '../../db/tables.ts';
import { listVisible } from '../../db/visible-list.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { subscriptions } from '../subscriptions/records.ts';

const shown = 5;

/** In the order of their charges, which the list can not offer: not every subscription has one to come. */
const byCharge = {
  ...subscriptions.list,
  sorts: { charges_on: { column: 'charges_on', type: 'date' } },
} as const;

/** The first charges among the subscriptions that a figure counts. */
export async function nextCharges(
  db: Database,
  subject: SessionSubject,
  { opens, calendar }: { readonly opens: ListAddress; readonly calendar: Calendar },
): Promise<ComingCharge[]> {
  const request = { ...opens, calendar, sort: 'charges_on', limit: shown };
  const proof = visible(subject, 'subscriptions');
  const { rows } = await listVisible<Row<'subscriptions'>>(db, proof, byCharge, request);
  const items = await subscriptions.show(db, subject, rows);
  return items.flatMap(({ id, number, plan, organization, next_charge }) =>
    next_charge === null ? [] : [{ id, number, plan: plan.name, organization, ...next_charge }],
  );
}
