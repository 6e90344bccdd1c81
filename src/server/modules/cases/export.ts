import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { cases } from './records.ts';

export const caseExport = defineExport(cases, {
  Number: (row) => row.number,
  Subject: (row) => row.subject,
  Status: (row) => inWords(row.status),
  Priority: (row) => inWords(row.priority),
  Category: (row) => inWords(row.category),
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  'Asked by': (row) => row.requester?.name,
  Assignee: (row) => row.assignee?.name,
  Visibility: (row) => inWords(row.visibility),
  Description: (row) => row.description,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
