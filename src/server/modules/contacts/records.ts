import { contacts as contract } from '../../../contract/contacts.ts';
import { organizationsOf } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';

export type ContactRow = Row<'contacts'>;

export const contacts = defineRecords(contract, async (db, _subject, rows) => {
  const organizationOf = await organizationsOf(db, rows);
  return (row) => ({
    ...row,
    organization: organizationOf(row),
  });
});
