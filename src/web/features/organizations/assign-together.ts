import { lazy } from 'react';
import { formatNumber } from '../../lib/format.ts';
import type { BulkAction } from '../../records/bulk-action.tsx';
import { organizationTexts } from '../../texts/organizations.ts';
import { recordTexts } from '../../texts/records.ts';

const says = organizationTexts.bulk;

/** Accounts that were chosen, or all that a list holds, are given to somebody else at once. */
export const assignTogether: BulkAction<'organizations'> = {
  permission: 'organizations.assign',
  chosen: (rows) => recordTexts.selecting.count(formatNumber(rows.length)),
  label: () => says.label,
  dialog: lazy(() => import('./assign-many.tsx').then((module) => ({ default: module.AssignChosen }))),
  all: {
    label: recordTexts.selecting.allMatching(says.label),
    dialog: lazy(() => import('./assign-many.tsx').then((module) => ({ default: module.AssignAll }))),
  },
};
