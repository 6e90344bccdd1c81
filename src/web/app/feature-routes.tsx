import { createRoute } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { lazyPage } from './lazy-page.ts';
import { shellRoute } from './shell-route.tsx';

const getParentRoute = () => shellRoute;

/** A page below the shell; a chunk of its own, fetched when a link to it is pointed at. */
function page<const P extends string, N extends string>(
  path: P,
  load: () => Promise<Record<N, ComponentType>>,
  name: N,
) {
  return createRoute({ getParentRoute, path, component: lazyPage(load, name) });
}

export const featureRoutes = [
  page('/dashboard', () => import('../features/dashboard/dashboard-page.tsx'), 'DashboardPage'),
  page(
    '/organizations',
    () => import('../features/organizations/organizations-page.tsx'),
    'OrganizationsPage',
  ),
  page(
    '/organizations/import',
    () => import('../features/organizations/organization-import-page.tsx'),
    'OrganizationImportPage',
  ),
  page('/organizations/$id', () => import('./account-page.tsx'), 'AccountPage'),
  page('/contacts', () => import('../features/contacts/contacts-page.tsx'), 'ContactsPage'),
  page('/contacts/$id', () => import('../features/contacts/contact-page.tsx'), 'ContactPage'),
  page('/cases', () => import('../features/cases/cases-page.tsx'), 'CasesPage'),
  page('/cases/import', () => import('../features/cases/case-import-page.tsx'), 'CaseImportPage'),
  page('/cases/$id', () => import('../features/cases/case-page.tsx'), 'CasePage'),
  page('/products', () => import('../features/products/products-page.tsx'), 'ProductsPage'),
  page('/products/$id', () => import('../features/products/product-page.tsx'), 'ProductPage'),
  page('/orders', () => import('../features/orders/orders-page.tsx'), 'OrdersPage'),
  page('/orders/$id', () => import('../features/orders/order-page.tsx'), 'OrderPage'),
  page(
    '/subscriptions',
    () => import('../features/subscriptions/subscriptions-page.tsx'),
    'SubscriptionsPage',
  ),
  page(
    '/subscriptions/import',
    () => import('../features/subscriptions/subscription-import-page.tsx'),
    'SubscriptionImportPage',
  ),
  page(
    '/subscriptions/$id',
    () => import('../features/subscriptions/subscription-page.tsx'),
    'SubscriptionPage',
  ),
  page('/invoices', () => import('../features/invoices/invoices-page.tsx'), 'InvoicesPage'),
  page('/invoices/import', () => import('../features/invoices/invoice-import-page.tsx'), 'InvoiceImportPage'),
  page('/invoices/$id', () => import('../features/invoices/invoice-page.tsx'), 'InvoicePage'),
  page('/payments', () => import('../features/payments/payments-page.tsx'), 'PaymentsPage'),
  page('/payments/$id', () => import('../features/payments/payment-page.tsx'), 'PaymentPage'),
  page(
    '/payment-methods',
    () => import('../features/payment-methods/payment-methods-page.tsx'),
    'PaymentMethodsPage',
  ),
  page(
    '/payment-methods/$id',
    () => import('../features/payment-methods/payment-method-page.tsx'),
    'PaymentMethodPage',
  ),
  page('/credits', () => import('../features/credits/credits-page.tsx'), 'CreditsPage'),
  page('/credits/$id', () => import('../features/credits/credit-page.tsx'), 'CreditPage'),
  page('/articles', () => import('../features/articles/articles-page.tsx'), 'ArticlesPage'),
  page('/articles/new', () => import('../features/articles/new-article-page.tsx'), 'NewArticlePage'),
  page('/articles/$id', () => import('../features/articles/article-page.tsx'), 'ArticlePage'),
  page('/articles/$id/edit', () => import('../features/articles/edit-article-page.tsx'), 'EditArticlePage'),
  page(
    '/email-templates',
    () => import('../features/email-templates/templates-page.tsx'),
    'EmailTemplatesPage',
  ),
  page(
    '/email-templates/$key',
    () => import('../features/email-templates/template-page.tsx'),
    'EmailTemplatePage',
  ),
  page('/users', () => import('../features/users/users-page.tsx'), 'UsersPage'),
  page('/users/import', () => import('../features/users/user-import-page.tsx'), 'UserImportPage'),
  page('/users/$id', () => import('../features/users/user-page.tsx'), 'UserPage'),
  page('/profiles', () => import('../features/profiles/profiles-page.tsx'), 'ProfilesPage'),
  page('/profiles/$id', () => import('../features/profiles/profile-page.tsx'), 'ProfilePage'),
  page(
    '/settings',
    () => import('../features/company-settings/company-settings-page.tsx'),
    'CompanySettingsPage',
  ),
  page('/audit-log', () => import('../features/audit-log/audit-log-page.tsx'), 'AuditLogPage'),
  page('/jobs', () => import('../features/jobs/jobs-page.tsx'), 'JobsPage'),
  page('/exports', () => import('../features/exports/exports-page.tsx'), 'ExportsPage'),
  page(
    '/notifications',
    () => import('../features/notifications/notifications-page.tsx'),
    'NotificationsPage',
  ),
  page('/outbox', () => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
] as const;
