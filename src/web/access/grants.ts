import type { Permission } from '../../catalog/catalog.ts';
import type { Output } from '../lib/api.ts';

export type Access = Output<'GET /me/access'>;

/** Reads one permission off what the profile holds; the server decides, this only spares a refusal. */
export function grants(access: Access, permission: Permission): boolean {
  const [resource = '', what = ''] = permission.split('.');
  const held = access.resources[resource];
  if (!held || held.level === 'none') return false;
  if (what === 'view') return true;
  if (what === 'edit') return held.level === 'edit';
  return held.actions.includes(what);
}
