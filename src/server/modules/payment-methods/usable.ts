import type { Database } from '../../db/database.ts';
import type { MethodRow } from './records.ts';

/** The methods of an organization that were not removed, oldest first. */
export function usableMethods({ q }: Database, organizationId: string): Promise<MethodRow[]> {
  return q
    .selectFrom('payment_methods')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
