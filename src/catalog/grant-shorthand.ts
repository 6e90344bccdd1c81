import type { Scope } from './define.ts';
import type { ResourceGrant } from './profile-grants.ts';

/** View, for resources that belong to nobody. */
export const view = (...actions: string[]): ResourceGrant => ({ level: 'view', actions });
/** Edit, for resources that belong to nobody. */
export const edit = (...actions: string[]): ResourceGrant => ({ level: 'edit', actions });
/** View over the records of a scope. */
export const viewing = (scope: Scope, ...actions: string[]): ResourceGrant => ({
  level: 'view',
  view_scope: scope,
  actions,
});
/** View over the records of one scope, Edit over those of another. */
export const editing = (view_scope: Scope, edit_scope: Scope, ...actions: string[]): ResourceGrant => ({
  level: 'edit',
  view_scope,
  edit_scope,
  actions,
});
