import { describe, expect, it } from 'vitest';
import {
  ceilingOf,
  permissionSpec,
  permissions,
  resourceKeys,
  resourceSpec,
  withinCeiling,
} from './catalog.ts';
import { scopes } from './define.ts';
import { shippedProfiles } from './profiles.ts';
import { roleKeys, rolesOfType } from './roles.ts';

describe('the catalog', () => {
  const ceilings = resourceKeys.flatMap((key) =>
    roleKeys.flatMap((role) => {
      const ceiling = ceilingOf(role, key);
      return ceiling ? [{ key, role, ceiling, spec: resourceSpec(key) }] : [];
    }),
  );

  it.each(ceilings)('declares only what exists in the ceiling of $role on $key', ({ ceiling, spec }) => {
    expect(spec.levels).toContain(ceiling.level);
    const needs = ceiling.actions.map((action) => spec.actions[action]?.needs);
    expect(needs).not.toContain(undefined);
    if (ceiling.level === 'view') expect(needs).not.toContain('edit');
    const verbs = [...spec.levels, ...Object.keys(spec.actions)];
    for (const verb of Object.keys(ceiling.reach ?? {})) expect(verbs).toContain(verb);
  });

  it('lets administrators hold everything', () => {
    for (const role of ['system_administrator', 'global_administrator'] as const) {
      expect(permissions.filter((permission) => !withinCeiling(role, permission))).toEqual([]);
    }
  });

  it('ships profiles that grant nothing beyond the ceilings of their role type, with stable keys', () => {
    expect(shippedProfiles.map(({ key }) => key)).toMatchInlineSnapshot(`
      [
        "global_administrator",
        "administrator",
        "default_admin",
        "csr_junior",
        "csr_senior",
        "csr_supervisor",
        "partner_administrator",
        "partner_account_executive",
        "partner_viewer",
        "standard_customer",
        "managed_customer",
        "billing_contact",
      ]
    `);
    for (const { key, role_type, grants } of shippedProfiles) {
      for (const permission of permissions) {
        const { resource, verb, needs, action } = permissionSpec(permission);
        const given = grants.resources[resource];
        const granted =
          given && (action ? given.actions.includes(verb) : needs === 'view' || given.level === 'edit');
        if (!granted) continue;
        expect(
          rolesOfType(role_type).some((role) => withinCeiling(role, permission)),
          `${permission} in ${key}`,
        ).toBe(true);
      }
    }
  });

  it('ships edit scopes inside view scopes', () => {
    for (const { key, grants } of shippedProfiles) {
      for (const [resource, given] of Object.entries(grants.resources)) {
        if (!given?.edit_scope || !given.view_scope) continue;
        expect(scopes.indexOf(given.edit_scope), `${resource} in ${key}`).toBeLessThanOrEqual(
          scopes.indexOf(given.view_scope),
        );
      }
    }
  });
});
