import type { PaymentMethod } from '../../../contract/payment-methods.ts';
import type { Database } from '../../db/database.ts';

type Attempt = PaymentMethod['last_attempt'];

/** That the gateway could not be reached says nothing of the method. */
const attemptsText = `select m.id, p.failed from unnest($1::uuid[]) m (id)
cross join lateral (select failure_code is not null as failed from payments
  where payment_method_id = m.id and settled_at is not null and failure_code is distinct from 'gateway_unavailable'
  order by settled_at desc, id desc limit 1) p`;

/** How the last charge that was tried with each of the methods ended. */
export async function lastAttempts(
  db: Database,
  methods: readonly { readonly id: string }[],
): Promise<(method: { readonly id: string }) => Attempt> {
  const ids = methods.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await db.raw<{ id: string; failed: boolean }>(attemptsText, [ids]);
  const known = new Map(rows.map(({ id, failed }) => [id, failed ? 'declined' : 'succeeded'] as const));
  return ({ id }) => known.get(id) ?? null;
}
