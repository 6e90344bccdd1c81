import type { ReactNode } from 'react';
import type { Permission } from '../../catalog/catalog.ts';
import { grants } from './grants.ts';
import { useAccess } from './use-access.ts';

/** Whether the profile holds it at all (pages, "New …" buttons). About one record ask `record.can[…]`. */
export function useCan(permission: Permission): boolean {
  return grants(useAccess(), permission);
}

export function IfCan({ permission, children }: { permission: Permission; children: ReactNode }) {
  return useCan(permission) ? children : null;
}
