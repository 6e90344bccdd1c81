import { compileGrants } from '../../../access/grants.ts';
import type { Subject } from '../../../access/subject.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { Row } from '../../db/tables.ts';

type Person = Pick<Row<'users'>, 'id' | 'role' | 'status' | 'organization_id' | 'partner_id' | 'profile_id'>;

/** A user as somebody who acts: what they hold with a profile. */
export function asSubject(row: Person, grants: ProfileGrants): Subject {
  return {
    userId: row.id,
    status: row.status,
    organizationId: row.organization_id,
    partnerId: row.partner_id,
    grants: compileGrants(row.role, { id: row.profile_id, version: 0, grants }),
  };
}
