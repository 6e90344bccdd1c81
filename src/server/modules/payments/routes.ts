import type { paymentRoutes } from '../../../contract/payments.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { changeRecord } from '../../records/change-record.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { paymentContent } from './content.ts';
import { paymentExport } from './export.ts';
import { payments } from './records.ts';
import { refundPayment } from './refund.ts';

export function paymentHandlers(app: AppContext): Handlers<typeof paymentRoutes> {
  const show = showing(app, payments);
  return {
    ...readHandlers(app, payments),
    ...exportHandler(app, paymentExport),
    ...historyHandler(app, payments),
    'GET /payments/:id/content': ({ subject, record }) => paymentContent(app, subject, record),
    'PATCH /payments/:id': show(({ subject, record, body }) =>
      changeRecord({ app, subject, record, permission: 'payments.edit', values: body }),
    ),
    'POST /payments/:id/refund': show(({ subject, record, body }) =>
      refundPayment(app, subject, record, body),
    ),
  };
}
