import type { Permission } from '../../catalog/catalog.ts';
import { useAccess } from './use-access.ts';

/** The most that the profile allows of an action in a currency, minor units: 0 where it names none; null without a limit. */
export function useLimit(permission: Permission, currency: string): number | null {
  const [resource = '', action = ''] = permission.split('.');
  const limits = useAccess().resources[resource]?.limits[action];
  return limits ? (limits[currency] ?? 0) : null;
}
