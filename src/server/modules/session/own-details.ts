import { type Role, roles } from '../../../catalog/roles.ts';
import { anyFormat } from '../../../contract/formats.ts';
import type { AppContext } from '../../app-context.ts';
import { missing } from '../../http/problem.ts';
import type { LoggedInAs, SessionSubject } from '../../http/session-subject.ts';
import { formatsFor } from './own-formats.ts';

/** A person as they see themselves: own organization or, for the people of a partner, that partner. */
export async function readOwn(app: AppContext, userId: string) {
  const row = await app.db.q
    .selectFrom('users')
    .innerJoin('profiles', 'profiles.id', 'users.profile_id')
    .leftJoin('organizations as own', 'own.id', 'users.organization_id')
    .leftJoin('organizations as partner', 'partner.id', 'users.partner_id')
    .select([
      'users.id',
      'users.version',
      'users.first_name',
      'users.last_name',
      'users.email',
      'users.role',
      'users.profile_id',
      'profiles.name as profile_name',
      'users.effective_date_alignment',
      'users.organization_id',
      'own.name as own_name',
      'users.partner_id',
      'users.language',
      'users.time_zone',
      'partner.name as partner_name',
    ])
    .where('users.id', '=', userId)
    .executeTakeFirst();
  if (!row) missing();
  const { own_name, partner_name, ...own } = row;
  return { ...own, role_label: labelOf(own.role), organization_name: own_name ?? partner_name };
}

export function labelOf(role: Role): string {
  return roles[role].label;
}

/** The answer to a sign-in and to "who am I". */
export async function readSession(
  app: AppContext,
  { userId, loggedInAs }: Pick<SessionSubject, 'userId' | 'loggedInAs'>,
) {
  const user = await readOwn(app, userId);
  const settings = await app.db.q
    .selectFrom('company_settings')
    .select(['name', 'support_email', 'language', 'time_zone'])
    .executeTakeFirst();
  const read = formatsFor(user, settings);
  return {
    user,
    organization_name: user.organization_name,
    company_name: settings?.name ?? '',
    support_email: settings?.support_email ?? null,
    time_zone: read.time_zone,
    formats: read.language === anyFormat ? null : read.language,
    company_formats: formatsFor(undefined, settings),
    demo: app.config.demo,
    login_as: loggedInAs ? insideOf(app, loggedInAs) : null,
  };
}

function insideOf(app: AppContext, { actor, reason, expiresAt }: LoggedInAs) {
  const left = Math.ceil((expiresAt.getTime() - app.clock().getTime()) / 1000);
  return {
    actor_name: actor.name,
    reason,
    expires_at: expiresAt.toISOString(),
    seconds_left: Math.max(0, left),
  };
}
