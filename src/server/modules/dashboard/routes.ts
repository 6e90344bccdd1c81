import { hasGrant } from '../../../access/grants.ts';
import { visible } from '../../../access/subject.ts';
import type { dashboardRoutes } from '../../../contract/settings.ts';
import type { AppContext } from '../../app-context.ts';
import { aggregateVisible } from '../../db/visible-aggregate.ts';
import type { Handlers } from '../../http/handlers.ts';

interface StateCount {
  status: string;
  kind: string;
  count: number;
}

export function dashboardHandlers({ db }: AppContext): Handlers<typeof dashboardRoutes> {
  return {
    'GET /dashboard': async ({ subject }) => ({
      organizations: hasGrant(subject.grants, 'organizations.view')
        ? await aggregateVisible<StateCount>(db, visible(subject, 'organizations'), {
            table: 'organizations',
            groupBy: ['status', 'kind'],
          })
        : null,
    }),
  };
}
