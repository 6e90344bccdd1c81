import type { invoiceRoutes } from '../../../contract/invoices.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { invoiceImporter } from '../../import/import-invoices.ts';
import { importHandlers } from '../../import/routes.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { payInvoices } from '../payments/pay.ts';
import { contentOf } from './content.ts';
import { invoicePdf } from './document.ts';
import { invoiceExport } from './export.ts';
import { invoices } from './records.ts';
import { editInvoice, sendInvoice } from './service.ts';
import { voidInvoice } from './void.ts';

export function invoiceHandlers(app: AppContext): Handlers<typeof invoiceRoutes> {
  const show = showing(app, invoices);
  return {
    ...readHandlers(app, invoices),
    ...exportHandler(app, invoiceExport),
    ...historyHandler(app, invoices),
    ...importHandlers(app, invoiceImporter),
    'GET /invoices/:id/content': ({ subject, record }) => contentOf(app, subject, record),
    'GET /invoices/:id/pdf': async ({ record, query }) => ({
      name: `${record.number}.pdf`,
      inline: query.open,
      content: await invoicePdf(app, record),
    }),
    'POST /invoices/pay': ({ subject, body }) => payInvoices(app, subject, body),
    'PATCH /invoices/:id': show(({ subject, record, body }) => editInvoice(app, subject, record, body)),
    'POST /invoices/:id/send': show(({ subject, record, body }) =>
      sendInvoice(app, subject, record, body.to),
    ),
    'POST /invoices/:id/void': show(({ subject, record, body }) =>
      voidInvoice({ app, subject, record }, body.reason),
    ),
  };
}
