import { Navigate } from '@tanstack/react-router';
import { type ComponentType, lazy } from 'react';
import { type RoleType, roles } from '../../catalog/roles.ts';
import { navigationOf } from '../access/navigation.ts';
import { useAccess } from '../access/use-access.ts';
import { shellTexts } from '../texts/shell.ts';
import { EmptyState } from '../ui/empty-state.tsx';

const hubs: Readonly<Record<RoleType, ComponentType>> = {
  customer: lazy(() => import('./hubs/customer-hub.tsx').then((module) => ({ default: module.CustomerHub }))),
  partner: lazy(() => import('./hubs/partner-hub.tsx').then((module) => ({ default: module.PartnerHub }))),
  csr: lazy(() => import('./hubs/sales-hub.tsx').then((module) => ({ default: module.SalesHub }))),
  admin: FirstPage,
};

/** Where everybody arrives: the home of their role. */
export function HomePage() {
  const Hub = hubs[roles[useAccess().role].type];
  return <Hub />;
}

/** The first page that the reader's profile opens: of administrators, the dashboard. */
function FirstPage() {
  const first = navigationOf(useAccess())[0]?.items[0];
  if (first) return <Navigate to={first.path} replace />;
  return <EmptyState title={shellTexts.nothingVisibleTitle} text={shellTexts.nothingVisibleText} />;
}
