import type { ExportableKey } from '../../catalog/record-resources.ts';
import { caseExport } from '../modules/cases/export.ts';
import { contactExport } from '../modules/contacts/export.ts';
import { creditExport } from '../modules/credits/export.ts';
import { invoiceExport } from '../modules/invoices/export.ts';
import { orderExport } from '../modules/orders/export.ts';
import { organizationExport } from '../modules/organizations/export.ts';
import { paymentExport } from '../modules/payments/export.ts';
import { subscriptionExport } from '../modules/subscriptions/export.ts';
import { userExport } from '../modules/users/export.ts';
import type { Exporter } from '../records/define-export.ts';

/** The export of every list that has one; one that is left out does not compile. */
export const exporters: { readonly [R in ExportableKey]: Exporter } = {
  organizations: organizationExport,
  contacts: contactExport,
  cases: caseExport,
  orders: orderExport,
  subscriptions: subscriptionExport,
  invoices: invoiceExport,
  payments: paymentExport,
  credits: creditExport,
  users: userExport,
};
