import type { orderRoutes } from '../../../contract/orders.ts';
import type { AppContext } from '../../app-context.ts';
import { bookingHandlers } from '../../commerce/booking-handlers.ts';
import type { Handlers } from '../../http/handlers.ts';
import { exportHandler, historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { orderExport } from './export.ts';
import { orders } from './records.ts';
import { cancelOrder, draftOrder, proposePlacing } from './service.ts';

export function orderHandlers(app: AppContext): Handlers<typeof orderRoutes> {
  const show = showing(app, orders);
  return {
    ...readHandlers(app, orders),
    ...exportHandler(app, orderExport),
    ...historyHandler(app, orders),
    'POST /orders': show(({ subject, body }) => draftOrder(app, subject, body)),
    ...bookingHandlers('/orders/:id/place', ({ subject, record }) => proposePlacing(app, subject, record)),
    'POST /orders/:id/cancel': show(({ subject, record }) => cancelOrder(app, subject, record)),
  };
}
