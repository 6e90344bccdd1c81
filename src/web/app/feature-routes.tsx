import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './shell-route.tsx';

const getParentRoute = () => shellRoute;

/** One line per page; each is a chunk of its own, fetched when a link to it is pointed at. */
export const featureRoutes = [
  createRoute({
    getParentRoute,
    path: '/dashboard',
    component: lazyRouteComponent(() => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/organizations',
    component: lazyRouteComponent(
      () => import('../features/organizations/organizations-page.tsx'),
      'OrganizationsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/organizations/import',
    component: lazyRouteComponent(
      () => import('../features/organizations/organization-import-page.tsx'),
      'OrganizationImportPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/organizations/$id',
    component: lazyRouteComponent(
      () => import('../features/organizations/organization-page.tsx'),
      'OrganizationPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/contacts',
    component: lazyRouteComponent(() => import('../features/contacts/contacts-page.tsx'), 'ContactsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/contacts/$id',
    component: lazyRouteComponent(() => import('../features/contacts/contact-page.tsx'), 'ContactPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/users',
    component: lazyRouteComponent(() => import('../features/users/users-page.tsx'), 'UsersPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/users/import',
    component: lazyRouteComponent(() => import('../features/users/user-import-page.tsx'), 'UserImportPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/users/$id',
    component: lazyRouteComponent(() => import('../features/users/user-page.tsx'), 'UserPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/profiles',
    component: lazyRouteComponent(() => import('../features/profiles/profiles-page.tsx'), 'ProfilesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/profiles/$id',
    component: lazyRouteComponent(() => import('../features/profiles/profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute,
    path: '/settings',
    component: lazyRouteComponent(
      () => import('../features/company-settings/company-settings-page.tsx'),
      'CompanySettingsPage',
    ),
  }),
  createRoute({
    getParentRoute,
    path: '/audit-log',
    component: lazyRouteComponent(() => import('../features/audit-log/audit-log-page.tsx'), 'AuditLogPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/jobs',
    component: lazyRouteComponent(() => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/outbox',
    component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
  }),
] as const;
