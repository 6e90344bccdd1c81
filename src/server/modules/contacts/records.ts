import { contacts as contract } from '../../../contract/contacts.ts';
import { organizationNames } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type ContactRow = Row<'contacts'>;

export const contacts = defineRecords(contract, async (db, _subject, rows) => {
  const organizations = await organizationNames(
    db,
    rows.map((row) => row.organization_id),
  );
  return (row) => ({
    ...row,
    organization: { id: row.organization_id, name: organizations.get(row.organization_id) ?? '' },
  });
});
