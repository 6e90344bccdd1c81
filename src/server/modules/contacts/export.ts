import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { contacts } from './records.ts';

export const contactExport = defineExport(contacts, {
  'First name': (row) => row.first_name,
  'Last name': (row) => row.last_name,
  Kind: (row) => inWords(row.kind),
  'Job title': (row) => row.job_title,
  'E-mail': (row) => row.email,
  Phone: (row) => row.phone,
  Organization: (row) => row.organization.name,
  'Organization id': (row) => row.organization.id,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
