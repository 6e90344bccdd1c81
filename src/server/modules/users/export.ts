import { roles } from '../../../catalog/roles.ts';
import { defineExport } from '../../records/define-export.ts';
import { inWords } from '../../records/export-cells.ts';
import { users } from './records.ts';

export const userExport = defineExport(users, {
  'First name': (row) => row.first_name,
  'Last name': (row) => row.last_name,
  'E-mail': (row) => row.email,
  Role: (row) => roles[row.role].label,
  Profile: (row) => row.profile.name,
  Organization: (row) => row.organization?.name,
  Partner: (row) => row.partner?.name,
  'Partner administrator': (row) => row.partner_administrator?.name,
  Status: (row) => inWords(row.status),
  'Last sign-in': (row) => row.last_sign_in_at,
  Created: (row) => row.created_at,
  Id: (row) => row.id,
});
