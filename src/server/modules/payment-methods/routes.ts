import type { paymentMethodRoutes } from '../../../contract/payment-methods.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { historyHandler, readHandlers, showing } from '../../records/read-handlers.ts';
import { setDefault } from './default.ts';
import { paymentMethods } from './records.ts';
import { removeMethod } from './remove.ts';
import { addMethod, editMethod } from './service.ts';

export function paymentMethodHandlers(app: AppContext): Handlers<typeof paymentMethodRoutes> {
  const show = showing(app, paymentMethods);
  return {
    ...readHandlers(app, paymentMethods),
    ...historyHandler(app, paymentMethods),
    'POST /payment-methods': show(({ subject, body }) => addMethod(app, subject, body)),
    'PATCH /payment-methods/:id': show(({ subject, record, body }) => editMethod(app, subject, record, body)),
    'POST /payment-methods/:id/set-default': show(({ subject, record }) => setDefault(app, subject, record)),
    'POST /payment-methods/:id/remove': show(({ subject, record }) => removeMethod(app, subject, record)),
  };
}
