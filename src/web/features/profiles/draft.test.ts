import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupKeys, resourceKeys } from '../../../catalog/catalog.ts';
import { scopes } from '../../../catalog/define.ts';
import { shippedProfiles } from '../../../catalog/profiles.ts';
import { type RoleType, roleTypes } from '../../../catalog/roles.ts';
import { offerOf } from './ceilings.ts';
import { withCellFrom, withMember } from './cells.ts';
import { changesOf, rebase } from './changes.ts';
import {
  type Draft,
  draftOf,
  type Grants,
  grantsOf,
  isInside,
  type Row,
  withAction,
  withEditScope,
  withGroup,
  withPreset,
  withRow,
  withViewScope,
} from './draft.ts';

function shipped(key: string): Draft {
  const found = shippedProfiles.find((profile) => profile.key === key);
  if (!found) throw new Error(`No shipped profile ${key}`);
  return draftOf({ ...found, grants: wire(found.grants) });
}

/** As it travels: JSON. */
function wire(grants: unknown): Grants {
  return JSON.parse(JSON.stringify(grants));
}

const senior = shipped('csr_senior');
const labels = (before: Draft, after: Draft) =>
  changesOf(before, after).map(({ label, before: from, after: to }) => `${label}: ${from} -> ${to}`);

const anyRow: fc.Arbitrary<Row> = fc
  .record({
    level: fc.constantFrom('none' as const, 'view' as const, 'edit' as const),
    view_scope: fc.constantFrom(...scopes),
    edit_scope: fc.constantFrom(...scopes),
    actions: fc.subarray(['create', 'assign', 'export', 'import', 'delete', 'invite', 'suspend']),
    limits: fc.constant({}),
  })
  .map((row) => withEditScope(row, row.edit_scope));

const anyDraft = (type: RoleType): fc.Arbitrary<Draft> =>
  fc
    .record({
      name: fc.string(),
      groups: fc.subarray([...groupKeys]),
      rows: fc.array(anyRow, { minLength: resourceKeys.length, maxLength: resourceKeys.length }),
      may_invite: fc.subarray(['a', 'b', 'c']),
    })
    .map(({ rows, ...rest }) =>
      resourceKeys.reduce<Draft>((draft, key, index) => withRow(draft, key, rows[index] ?? draft.rows[key]), {
        ...draftOf({
          name: '',
          description: '',
          role_type: type,
          grants: { groups: [], resources: {}, may_invite: [] },
        }),
        ...rest,
      }),
    );
const twoDrafts = fc.constantFrom(...roleTypes).chain((type) => fc.tuple(anyDraft(type), anyDraft(type)));

describe('what is saved', () => {
  test.each(shippedProfiles.map((profile) => [profile.key, profile] as const))(
    '%s goes through unchanged',
    (_, profile) => {
      const grants = wire(profile.grants);
      const saved = grantsOf(draftOf({ ...profile, grants }));
      const sorted = (given: Grants) =>
        Object.fromEntries(
          Object.entries(given.resources).map(([key, grant]) => [
            key,
            { ...grant, actions: grant.actions.toSorted() },
          ]),
        );
      expect(sorted(saved)).toEqual(sorted(grants));
      expect(saved.groups).toEqual(grants.groups);
      expect(saved.may_invite).toEqual(grants.may_invite);
    },
  );

  test('leaves out what the level does not use, and brings it back with the level', () => {
    const row = senior.rows.organizations;
    const viewing = withRow(senior, 'organizations', { ...row, level: 'view' });
    expect(grantsOf(viewing).resources.organizations).toEqual({
      level: 'view',
      view_scope: 'all',
      actions: ['export'],
    });
    const none = withRow(viewing, 'organizations', { ...viewing.rows.organizations, level: 'none' });
    expect(grantsOf(none).resources).not.toHaveProperty('organizations');
    const back = withRow(none, 'organizations', { ...none.rows.organizations, level: 'edit' });
    expect(grantsOf(back)).toEqual(grantsOf(senior));
  });

  test('never more than a role of the type can hold', () => {
    const customer = withPreset(
      withPreset(shipped('billing_contact'), 'crm', 'everything'),
      'settings',
      'everything',
    );
    const { resources } = grantsOf(customer);
    expect(resources.organizations?.actions).toEqual([]);
    expect(resources.users).toEqual({ level: 'view', view_scope: 'all', actions: ['invite'] });
    expect(resources).not.toHaveProperty('profiles');
  });
});

describe('scopes', () => {
  test('are ordered created, created or assigned, all', () => {
    expect(isInside('created', 'created_or_assigned')).toBe(true);
    expect(isInside('created_or_assigned', 'all')).toBe(true);
    expect(isInside('all', 'created')).toBe(false);
  });

  test('editing stays inside viewing, whatever is chosen', () => {
    fc.assert(
      fc.property(anyRow, fc.constantFrom(...scopes), fc.constantFrom(...scopes), (row, view, edit) => {
        const after = withViewScope(withEditScope(row, edit), view);
        expect(isInside(after.edit_scope, after.view_scope)).toBe(true);
      }),
    );
  });

  test('editing follows viewing while both are the same', () => {
    const row = senior.rows.users;
    expect(withViewScope(row, 'created').edit_scope).toBe('created');
    expect(withViewScope(withViewScope(row, 'created'), 'all').edit_scope).toBe('all');
    expect(withViewScope(withEditScope(row, 'created'), 'created_or_assigned').edit_scope).toBe('created');
  });
});

describe('changes', () => {
  test('name row and column, before and after', () => {
    const row = senior.rows.organizations;
    const after = withGroup(
      withRow(
        senior,
        'organizations',
        withAction(withViewScope(row, 'created_or_assigned'), 'export', false),
      ),
      'overview',
      false,
    );
    expect(labels(senior, after)).toEqual([
      'Overview, visible in navigation: Visible -> Hidden',
      'Organizations, records: All -> Created or assigned to them',
      'Organizations, export: On -> Off',
    ]);
  });

  test('a level names what comes or goes with it', () => {
    const row = senior.rows.contacts;
    expect(labels(senior, withRow(senior, 'contacts', { ...row, level: 'none' }))).toEqual([
      'Contacts, access: Edit -> None (without create, delete, export)',
    ]);
  });

  test('a level that is new says which records it reaches', () => {
    const viewer = shipped('partner_viewer');
    const row: Row = { ...viewer.rows.users, level: 'edit', view_scope: 'all', edit_scope: 'created' };
    expect(labels(viewer, withRow(viewer, 'users', row))).toEqual([
      'Users, access: None -> Edit (all; editing: created by them)',
    ]);
  });

  test('editing that widens is told even when viewing narrows to the same', () => {
    const row = { ...senior.rows.organizations, edit_scope: 'created' as const };
    const before = withRow(senior, 'organizations', row);
    const after = withRow(senior, 'organizations', {
      ...row,
      view_scope: 'created_or_assigned',
      edit_scope: 'created_or_assigned',
    });
    expect(labels(before, after)).toEqual([
      'Organizations, records: All -> Created or assigned to them',
      'Organizations, records for editing: Created by them -> Created or assigned to them',
    ]);
  });

  test('there are none exactly when the same would be saved', () => {
    const saves = (draft: Draft) => ({
      ...grantsOf(draft),
      may_invite: draft.may_invite.toSorted(),
      name: draft.name,
    });
    fc.assert(
      fc.property(twoDrafts, ([before, after]) => {
        const same = JSON.stringify(saves(before)) === JSON.stringify(saves(after));
        expect(changesOf(before, after).length === 0).toBe(same);
      }),
    );
  });

  test('undone one by one, in any order, lead back to what was saved', () => {
    const undoAll = (saved: Draft, draft: Draft): Draft => {
      let now = draft;
      for (let round = 0; round < 100; round += 1) {
        const next = changesOf(saved, now).at(-1);
        if (!next) return now;
        now = withCellFrom(now, saved, next.cell);
      }
      return now;
    };
    fc.assert(
      fc.property(twoDrafts, ([saved, draft]) => {
        expect(changesOf(saved, undoAll(saved, draft))).toEqual([]);
      }),
    );
  });

  test('put onto a newer version keep both', () => {
    const mine = withRow(senior, 'organizations', withAction(senior.rows.organizations, 'export', false));
    const theirs = withRow(senior, 'contacts', withAction(senior.rows.contacts, 'delete', false));
    const both = rebase(mine, senior, theirs);
    expect(labels(theirs, both)).toEqual(['Organizations, export: On -> Off']);
    expect(both.rows.contacts.actions).toEqual(['create', 'export']);
  });

  test('a profile on the invite list is one cell', () => {
    const after = { ...senior, may_invite: withMember(senior.may_invite, 'billing_contact', false) };
    expect(labels(senior, after)).toEqual(['May give when inviting: billing_contact: On -> Off']);
  });
});

describe('what a role type is offered', () => {
  test('is the union over its roles, and says what one of them alone can use', () => {
    const users = offerOf('partner', 'users');
    expect(users.levels).toEqual(['view', 'edit']);
    expect(users.editOnly).toBe('Partner Administrators only');
    expect(users.actions.map(({ key, only }) => [key, only])).toEqual([
      ['invite', null],
      ['suspend', 'Partner Administrators only'],
      ['reset_password', 'Partner Administrators only'],
      ['assign_profile', 'Partner Administrators only'],
      ['login_as', 'Partner Administrators only'],
      ['export', null],
    ]);
  });

  test('is nothing where no role of the type can hold it', () => {
    expect(offerOf('customer', 'profiles')).toMatchObject({ levels: [], scopes: [], actions: [] });
  });

  test('has no scope by assignment where nothing is ever assigned to the type', () => {
    expect(offerOf('customer', 'organizations').scopes).toEqual(['created', 'all']);
    expect(offerOf('csr', 'organizations').scopes).toEqual([...scopes]);
  });
});
