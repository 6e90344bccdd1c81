import { type Role, roles } from '../../../catalog/roles.ts';

/** Codes, ranks and versions keep plans apart for those who sell them; who buys one finds it by its name. */
export function forSellers(role: Role): boolean {
  return roles[role].type !== 'customer';
}
