import { profileSummary } from '../../../access/summary.ts';
import { type Role, roleKeys, roles } from '../../../catalog/roles.ts';
import type { AppContext } from '../../app-context.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { visiblePage } from '../../records/visible-page.ts';
import { organizations } from '../organizations/records.ts';
import { codeToGive, givenProfile, loadConferrer } from './confer.ts';
import { placeOf } from './membership.ts';
import { users } from './records.ts';

const most = 1000;

/** What the invite form offers: every role and profile is asked of the rule that decides when they are given. */
export async function conferrableFor(app: AppContext, subject: SessionSubject) {
  const conferrer = await loadConferrer(app.db, subject);
  const rows = await app.db.q
    .selectFrom('profiles')
    .select(['id', 'name', 'role_type', 'grants'])
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute();
  const profiles = rows.map(givenProfile);
  const given = roleKeys
    .map((role) => ({
      role,
      label: roles[role].label,
      profiles: profiles
        .filter((profile) => codeToGive(conferrer, role, profile) === null)
        .map(({ id, name, grants, roleType }) => ({ id, name, summary: profileSummary(grants, roleType) })),
    }))
    .filter((one) => one.profiles.length > 0);
  const defaults = await app.db.q.selectFrom('default_profiles').select(['role', 'profile_id']).execute();
  const toPartners = given.some(({ role }) => placeOf(role) === 'partner');
  return {
    roles: given.map((one) => ({ ...one, default_profile_id: defaultAmong(one, defaults) })),
    partners: toPartners ? await visiblePartners(app, subject) : [],
    partner_administrators: toPartners ? await visiblePartnerAdministrators(app, subject) : [],
  };
}

/** Not offered to people who may not give it: a default raises nobody's rights. */
function defaultAmong(
  { role, profiles }: { role: Role; profiles: readonly { id: string }[] },
  defaults: readonly { role: Role; profile_id: string | null }[],
): string | null {
  const id = defaults.find((row) => row.role === role)?.profile_id;
  return profiles.find((profile) => profile.id === id)?.id ?? null;
}

async function visiblePartners(app: AppContext, subject: SessionSubject) {
  const request = { sort: 'name', limit: most, kind: 'partner', status: 'active' };
  const { rows } = await visiblePage(app.db, subject, organizations, request);
  return rows.map(({ id, name }) => ({ id, name }));
}

async function visiblePartnerAdministrators(app: AppContext, subject: SessionSubject) {
  if (subject.grants.role === 'partner_administrator') {
    return subject.partnerId === null
      ? []
      : [{ id: subject.userId, name: subject.name, partner_id: subject.partnerId }];
  }
  const request = { sort: 'last_name', limit: most, role: 'partner_administrator' };
  const { rows } = await visiblePage(app.db, subject, users, request);
  return rows.flatMap(({ id, first_name, last_name, partner_id, status }) =>
    partner_id === null || status === 'deactivated'
      ? []
      : [{ id, name: `${first_name} ${last_name}`, partner_id }],
  );
}
