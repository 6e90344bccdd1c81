import { lazy } from 'react';
import { caseStates } from '../../access/framing.ts';
import { CasePriority, CaseStatus, CaseVisibility } from '../../cases/case-badges.tsx';
import { numberColumn, organizationColumn } from '../../commerce/record-columns.tsx';
import { choicesFor, choicesOf, defineList } from '../../records/define-list.ts';
import { caseTexts } from '../../texts/cases.ts';
import { DateTime } from '../../ui/date-time.tsx';
import { AssigneeFilter } from './assignee-filter.tsx';
import { caseActions } from './case-actions.ts';

const words = caseTexts.fields;

export const caseList = defineList({
  resource: 'cases',
  subtitle: caseTexts.subtitle,
  search: caseTexts.search,
  columns: [
    numberColumn('cases', words.number),
    {
      key: 'subject',
      header: words.subject,
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-1">
          <span className="wrap-anywhere">{row.subject}</span>
          <CaseVisibility visibility={row.visibility} />
        </span>
      ),
    },
    organizationColumn(words.organization),
    { key: 'status', header: words.status, cell: (row) => <CaseStatus status={row.status} /> },
    { key: 'priority', header: words.priority, cell: (row) => <CasePriority priority={row.priority} /> },
    { key: 'category', header: words.category, cell: (row) => caseTexts.categories[row.category] },
    { key: 'requester', header: words.requester, cell: (row) => row.requester?.name },
    { key: 'assignee', header: words.assignee, cell: (row) => row.assignee?.name ?? caseTexts.unassigned },
    {
      key: 'created_at',
      header: words.created_at,
      sort: 'created_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.created_at} />,
    },
    {
      key: 'updated_at',
      header: words.updated_at,
      sort: 'updated_at',
      nowrap: true,
      cell: (row) => <DateTime value={row.updated_at} style="relative" />,
    },
  ],
  hiddenAtFirst: ['category', 'created_at'],
  filters: [
    { name: 'assignee_id', label: words.assignee, control: AssigneeFilter },
    { name: 'settled_at', label: words.settled_at, choices: choicesOf(caseTexts.settled) },
    { name: 'status', label: words.status, choices: choicesFor(caseStates) },
    { name: 'priority', label: words.priority, choices: choicesOf(caseTexts.priorities) },
    { name: 'category', label: words.category, choices: choicesOf(caseTexts.categories) },
    { name: 'organization_id', label: words.organization, of: 'organizations' },
  ],
  sort: '-updated_at',
  actions: caseActions,
  create: {
    permission: 'cases.create',
    form: lazy(() => import('./new-case.tsx').then((module) => ({ default: module.NewCase }))),
  },
});
