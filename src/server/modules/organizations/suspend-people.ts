import type { AppContext } from '../../app-context.ts';
import { audit } from '../../audit/audit.ts';
import { endSessions } from '../session/sessions.ts';
import { voidLinks } from '../session/tokens.ts';
import type { OrganizationRow } from './records.ts';

/** Suspends whoever belongs to an organization, also those who were only invited: a customer's people, a partner's own. */
export async function suspendPeopleOf(app: AppContext, { id, kind }: OrganizationRow): Promise<void> {
  const everybody = app.db.q
    .selectFrom('users')
    .select(['id', 'email', 'status'])
    .where('status', 'in', ['active', 'invited'])
    .orderBy('id')
    .forUpdate();
  const people = await (kind === 'partner'
    ? everybody.where((user) =>
        user.or([
          user('organization_id', '=', id),
          user.and([user('partner_id', '=', id), user('role_type', '=', 'partner')]),
        ]),
      )
    : everybody.where('organization_id', '=', id)
  ).execute();
  for (const person of people) {
    await app.db.q
      .updateTable('users')
      .set((user) => ({ status: 'suspended', version: user('version', '+', 1), updated_at: app.clock() }))
      .where('id', '=', person.id)
      .execute();
    await endSessions(app, person.id);
    await voidLinks(app, person.id, ['activation', 'password_reset', 'email_change']);
    await audit(app.db, {
      action: 'users.suspend',
      itemType: 'users',
      itemId: person.id,
      itemLabel: person.email,
      changes: [{ field: 'status', from: person.status, to: 'suspended' }],
    });
  }
}
