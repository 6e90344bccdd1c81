import type { viewRoutes } from '../../../contract/views.ts';
import type { AppContext } from '../../app-context.ts';
import type { Handlers } from '../../http/handlers.ts';
import { chooseForList, keepView, readViews, removeView } from './service.ts';

export function viewHandlers(app: AppContext): Handlers<typeof viewRoutes> {
  return {
    'GET /me/views': ({ subject }) => readViews(app, subject.userId),
    'PUT /me/views': ({ subject, body }) => keepView(app, subject.userId, body),
    'DELETE /me/views/:id': async ({ subject, params }) => {
      await removeView(app, subject.userId, params.id);
    },
    'PUT /me/lists': ({ subject, body }) => chooseForList(app, subject.userId, body),
  };
}
