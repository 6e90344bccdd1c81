import type { notificationRoutes } from '../../contract/notifications.ts';
import type { AppContext } from '../app-context.ts';
import type { Handlers } from '../http/handlers.ts';
import { chooseOwn, ownChoices } from './choices.ts';
import { markAllRead, markRead, ownNotifications, unreadOf } from './own-notifications.ts';

export function notificationHandlers(app: AppContext): Handlers<typeof notificationRoutes> {
  return {
    'GET /notifications': ({ subject, query }) => ownNotifications(app, subject, query),
    'GET /notifications/count': ({ subject }) => unreadOf(app, subject),
    'POST /notifications/:id/read': ({ subject, params }) => markRead(app, subject, params.id),
    'POST /notifications/read': ({ subject }) => markAllRead(app, subject),
    'GET /me/notifications': ({ subject }) => ownChoices(app, subject),
    'PUT /me/notifications': ({ subject, body }) => chooseOwn(app, subject, body.items),
  };
}
