import { grantOf } from '../../../access/grants.ts';
import { profileSummary } from '../../../access/summary.ts';
import { type Permission, resourceKeys, resourceSpec } from '../../../catalog/catalog.ts';
import type { ProfileGrants } from '../../../catalog/profile-grants.ts';
import type { AppContext } from '../../app-context.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { profileChanges } from './changes.ts';
import { checkGrants, type GivenGrants } from './check-grants.ts';
import { checkMayInvite, exceedingFields } from './editor-rights.ts';
import { effectOf } from './effect.ts';
import { countPeople, type ProfileRow } from './repository.ts';
import { grantsOf } from './shape.ts';

/** A narrow draft reaches few records, but of other people: those are counted for who can see them all. */
function seesAll(subject: SessionSubject, grants: ProfileGrants): boolean {
  return resourceKeys
    .filter((key) => grants.resources[key] && resourceSpec(key).records)
    .every((key) => grantOf(subject.grants, `${key}.view` as Permission).scope === 'all');
}

/** What a draft would change and reach, and what would stop its save. Writes nothing. */
export async function previewProfile(
  app: AppContext,
  subject: SessionSubject,
  record: ProfileRow,
  draft: GivenGrants,
) {
  const { name, description } = record;
  const before = grantsOf(record);
  const { grants, problems } = checkGrants(record.role_type, draft);
  const invites = await checkMayInvite(app.db, subject, before.may_invite, grants.may_invite);
  const changes = profileChanges({ name, description, grants: before }, { name, description, grants });
  const exceeding = exceedingFields(subject, record.role_type, grants);
  return {
    changes,
    summary: profileSummary(grants, record.role_type),
    users: (await countPeople(app.db, [record.id])).get(record.id) ?? 0,
    effect: await effectOf(app.db, record, grants, exceeding.length === 0 && seesAll(subject, grants)),
    problems: [
      ...problems,
      ...invites.unknown,
      ...(changes.length > 0 && !record.locked ? [...exceeding, ...invites.exceeding] : []),
    ],
  };
}
