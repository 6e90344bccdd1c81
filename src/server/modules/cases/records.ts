import { cases as contract } from '../../../contract/cases.ts';
import { organizationNames } from '../../db/names.ts';
import type { Row } from '../../db/tables.ts';
import { defineRecords } from '../../records/define-records.ts';
import { linksFor } from './links.ts';
import { type Named, namedPeople, sideOf } from './side.ts';
import { takesReplies } from './states.ts';

export type CaseRow = Row<'cases'>;

export const cases = defineRecords(contract, async (db, subject, rows) => {
  const organizations = await organizationNames(
    db,
    rows.map((row) => row.organization_id),
  );
  const people = await namedPeople(
    db,
    rows.flatMap((row) => [row.requester_id, row.assignee_id, row.created_by]),
  );
  const links = await linksFor(db, subject, rows);
  const open = new Map(rows.map((row) => [row.id, takesReplies(row, subject.now)]));
  return (row) => ({
    ...row,
    organization: { id: row.organization_id, name: organizations.get(row.organization_id) ?? '' },
    requester: personIn(people, row.requester_id),
    assignee: personIn(people, row.assignee_id),
    opened_by: personIn(people, row.created_by),
    link: links.get(row.subscription_id ?? row.invoice_id ?? '') ?? null,
    side: sideOf(subject, row, people.get(row.requester_id ?? '')),
    takes_replies: open.get(row.id) ?? false,
  });
});

function personIn(people: ReadonlyMap<string, Named>, id: string | null) {
  return id === null ? null : { id, name: people.get(id)?.name ?? '' };
}
