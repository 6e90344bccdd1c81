import { decide } from '../../../access/decide.ts';
import { type RoleType, roles } from '../../../catalog/roles.ts';
import type { AppContext } from '../../app-context.ts';
import { invalid } from '../../http/problem.ts';
import { loadPeople, type Person, type SessionSubject } from '../../http/session-subject.ts';
import { notify } from '../../notifications/notify.ts';
import { changeRecord } from '../../records/change-record.ts';
import type { CaseRow } from './records.ts';
import { namedPeople } from './side.ts';

/** Staff assign to staff, a partner's people to their colleagues; always to somebody who could open the case. */
export async function assignCase(
  app: AppContext,
  subject: SessionSubject,
  record: CaseRow,
  assigneeId: string | null,
): Promise<CaseRow> {
  const named = await namedPeople(app.db, [record.assignee_id, assigneeId]);
  const before = named.get(record.assignee_id ?? '');
  if (roles[subject.grants.role].type === 'partner' && before && before.partner_id !== subject.partnerId)
    throw invalid('assignee_id', `${before.name} of the company works on this case`);
  if (assigneeId !== null) await requireAssignable(app, subject, record, assigneeId);
  const assigned = await changeRecord({
    app,
    subject,
    record,
    permission: 'cases.assign',
    values: { assignee_id: assigneeId },
    // By name: who works on a case is shown to everybody who may view it.
    log: {
      changes: [
        {
          field: 'assignee',
          from: before?.name ?? null,
          to: named.get(assigneeId ?? '')?.name ?? null,
        },
      ],
      detail: { assignee_id: assigneeId },
    },
  });
  if (assigneeId !== record.assignee_id)
    await notify(app, {
      kind: 'case_assigned',
      resource: 'cases',
      record: { ...assigned },
      people: [assigneeId],
    });
  return assigned;
}

async function requireAssignable(
  { db, clock }: AppContext,
  subject: SessionSubject,
  record: CaseRow,
  id: string,
): Promise<void> {
  const person = (await loadPeople(db, [id], clock())).get(id);
  if (!person || !isColleague(subject, person)) throw invalid('assignee_id', 'There is no such colleague');
  const assigned = { ...record, assignee_id: id };
  if (!decide(person, 'cases.view', assigned).allowed)
    throw invalid('assignee_id', `${person.name} could not open this case`);
}

export const staff: readonly RoleType[] = ['admin', 'csr'];

function isColleague(subject: SessionSubject, person: Person): boolean {
  const { type } = roles[person.grants.role];
  if (roles[subject.grants.role].type !== 'partner') return staff.includes(type);
  return type === 'partner' && person.partnerId === subject.partnerId;
}
