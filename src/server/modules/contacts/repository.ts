import type { Database } from '../../db/database.ts';
import type { ContactRow } from './records.ts';

export async function primaryOf(db: Database, organizationId: string): Promise<ContactRow | undefined> {
  return db.q
    .selectFrom('contacts')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('kind', '=', 'primary')
    .executeTakeFirst();
}
