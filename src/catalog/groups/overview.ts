import { defineGroup, everything } from '../define.ts';

const view = { level: 'view', actions: [] } as const;

export const overview = defineGroup({
  label: 'Overview',
  resources: {
    dashboard: {
      label: 'Dashboard',
      one: 'dashboard',
      says: 'Figures computed from the records its reader can see.',
      levels: ['view'],
      actions: {},
      ceiling: {
        customer: view,
        partner_account_executive: view,
        partner_administrator: view,
        account_executive: view,
        ...everything([], 'view'),
      },
    },
  },
});
