import type { RecordResource, ResourceKey } from '../../catalog/catalog.ts';
import type { RouteTable } from '../../contract/routes.ts';
import type { AppContext } from '../app-context.ts';
import type { ListSpec } from '../db/visible-list.ts';
import { exportRunHandlers } from '../exports/routes.ts';
import type { Handlers } from '../http/handlers.ts';
import { importRunHandlers } from '../import/routes.ts';
import { notificationHandlers } from '../notifications/routes.ts';
import { articles } from './articles/records.ts';
import { articleHandlers } from './articles/routes.ts';
import { auditHandlers } from './audit-log/routes.ts';
import { cases } from './cases/records.ts';
import { caseHandlers } from './cases/routes.ts';
import { contacts } from './contacts/records.ts';
import { contactHandlers } from './contacts/routes.ts';
import { credits } from './credits/records.ts';
import { creditHandlers } from './credits/routes.ts';
import { dashboardHandlers } from './dashboard/routes.ts';
import { emailTemplateHandlers } from './email-templates/routes.ts';
import { invoices } from './invoices/records.ts';
import { invoiceHandlers } from './invoices/routes.ts';
import { jobsHandlers } from './jobs/routes.ts';
import { loginAsHandlers } from './login-as/routes.ts';
import { orders } from './orders/records.ts';
import { orderHandlers } from './orders/routes.ts';
import { organizations } from './organizations/records.ts';
import { organizationHandlers } from './organizations/routes.ts';
import { paymentMethods } from './payment-methods/records.ts';
import { paymentMethodHandlers } from './payment-methods/routes.ts';
import { payments } from './payments/records.ts';
import { paymentHandlers } from './payments/routes.ts';
import { productHandlers } from './products/routes.ts';
import { profileHandlers } from './profiles/routes.ts';
import { sessionHandlers } from './session/routes.ts';
import { companyHandlers } from './settings/routes.ts';
import { subscriptions } from './subscriptions/records.ts';
import { subscriptionHandlers } from './subscriptions/routes.ts';
import { users } from './users/records.ts';
import { userHandlers } from './users/routes.ts';
import { viewHandlers } from './views/routes.ts';

/** The handlers of every route of the contract; a route without one does not compile. */
export function allHandlers(app: AppContext): Handlers<RouteTable> {
  return {
    ...sessionHandlers(app),
    ...dashboardHandlers(app, lists),
    ...organizationHandlers(app),
    ...contactHandlers(app),
    ...caseHandlers(app),
    ...productHandlers(app),
    ...orderHandlers(app),
    ...subscriptionHandlers(app),
    ...invoiceHandlers(app),
    ...paymentHandlers(app),
    ...paymentMethodHandlers(app),
    ...creditHandlers(app),
    ...articleHandlers(app),
    ...emailTemplateHandlers(app),
    ...userHandlers(app),
    ...profileHandlers(app),
    ...companyHandlers(app),
    ...auditHandlers(app),
    ...importRunHandlers(app),
    ...exportRunHandlers(app),
    ...notificationHandlers(app),
    ...jobsHandlers(app),
    ...loginAsHandlers(app),
    ...viewHandlers(app),
  };
}

/** The lists of all record-based resources, which the conformance suite asks; one that is left out does not compile. */
export const lists = {
  organizations: organizations.list,
  contacts: contacts.list,
  cases: cases.list,
  orders: orders.list,
  subscriptions: subscriptions.list,
  invoices: invoices.list,
  payments: payments.list,
  payment_methods: paymentMethods.list,
  credits: credits.list,
  articles: articles.list,
  users: users.list,
} satisfies Record<RecordResource, ListSpec> & Partial<Record<ResourceKey, ListSpec>>;
