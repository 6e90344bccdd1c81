import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../../catalog/profiles.ts';
import type { RoleType } from '../../../catalog/roles.ts';
import { profileChanges } from './changes.ts';
import { checkGrants, type GivenGrants } from './check-grants.ts';

type Given = GivenGrants['resources'][string];
const given = (resources: GivenGrants['resources'], more: Partial<GivenGrants> = {}): GivenGrants => ({
  groups: ['crm'],
  may_invite: [],
  ...more,
  resources,
});
const viewing: Given = { level: 'view', view_scope: 'all', actions: [] };
const editing: Given = { level: 'edit', view_scope: 'all', edit_scope: 'all', actions: [] };

describe('checking grants', () => {
  it.each(shippedProfiles.map((profile) => [profile.key, profile] as const))(
    'accepts the shipped %s',
    (_, profile) => {
      const { grants, problems } = checkGrants(profile.role_type, profile.grants as unknown as GivenGrants);
      expect(problems).toEqual([]);
      const same = { name: '', description: '' };
      const changes = profileChanges({ ...same, grants: profile.grants }, { ...same, grants });
      expect(changes).toEqual([]);
    },
  );

  const actions = (...names: string[]) => ({ actions: names });
  const refused: [string, RoleType, GivenGrants, string, string][] = [
    [
      'an unknown group',
      'admin',
      given({}, { groups: ['crm', 'nowhere'] }),
      'grants.groups.nowhere',
      'unknown',
    ],
    ['an unknown resource', 'admin', given({ nothing: viewing }), 'grants.resources.nothing', 'unknown'],
    [
      'a property of every object',
      'admin',
      given({ contacts: { ...viewing, ...actions('toString') } }),
      'grants.resources.contacts.actions.toString',
      'unknown',
    ],
    [
      'an unknown action',
      'admin',
      given({ contacts: { ...editing, ...actions('sing') } }),
      'grants.resources.contacts.actions.sing',
      'unknown',
    ],
    [
      'a resource above the ceiling',
      'customer',
      given({ profiles: { level: 'view', actions: [] } }),
      'grants.resources.profiles',
      'ceiling',
    ],
    [
      'a level above the ceiling',
      'customer',
      given({ users: editing }),
      'grants.resources.users.level',
      'ceiling',
    ],
    [
      'a level the resource has not',
      'admin',
      given({ dashboard: { level: 'edit', actions: [] } }),
      'grants.resources.dashboard.level',
      'ceiling',
    ],
    [
      'an action above the ceiling',
      'csr',
      given({ users: { ...viewing, ...actions('import') } }),
      'grants.resources.users.actions.import',
      'ceiling',
    ],
    [
      'an action without its level',
      'admin',
      given({ users: { ...viewing, ...actions('import') } }),
      'grants.resources.users.actions.import',
      'level',
    ],
    [
      'a scope where there are no records',
      'admin',
      given({ profiles: { level: 'view', view_scope: 'all', actions: [] } }),
      'grants.resources.profiles.view_scope',
      'not_applicable',
    ],
    [
      'no scope where there are records',
      'admin',
      given({ users: { level: 'view', actions: [] } }),
      'grants.resources.users.view_scope',
      'required',
    ],
    [
      'no scope to edit',
      'admin',
      given({ users: { level: 'edit', view_scope: 'all', actions: [] } }),
      'grants.resources.users.edit_scope',
      'required',
    ],
    [
      'a scope to edit at level View',
      'admin',
      given({ users: { ...viewing, edit_scope: 'all' } }),
      'grants.resources.users.edit_scope',
      'not_applicable',
    ],
    [
      'editing wider than viewing',
      'csr',
      given({ contacts: { ...editing, view_scope: 'created' } }),
      'grants.resources.contacts.edit_scope',
      'outside_view_scope',
    ],
    [
      'a limit without amounts',
      'admin',
      given({ users: { ...editing, ...actions('invite'), limits: { invite: { EUR: 1 } } } }),
      'grants.resources.users.limits.invite',
      'not_applicable',
    ],
  ];
  it.each(refused)('refuses %s', (_, roleType, grants, field, code) => {
    const checked = checkGrants(roleType, grants);
    expect(checked.problems).toEqual([expect.objectContaining({ field, code })]);
  });

  it('offers a type of role the union over its roles', () => {
    const assign = given({ organizations: { ...editing, actions: ['assign'] } });
    expect(checkGrants('partner', assign).problems).toEqual([]);
  });
});
