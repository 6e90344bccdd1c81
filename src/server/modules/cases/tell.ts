import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import { loadPeople, type Person } from '../../http/session-subject.ts';
import { type CaseLetter, caseOpenedMail, caseRepliedMail } from '../../mail/case-mails.ts';
import type { CaseRow } from './records.ts';
import type { Side } from './side.ts';

/** Something public that happened in a case. Internal notes are no such thing: nobody is told of them. */
export interface CaseHappening {
  readonly event: 'opened' | 'replied' | 'reopened';
  readonly record: CaseRow;
  readonly by: Pick<Person, 'userId' | 'name'>;
  /** On which side whoever did it stands. */
  readonly side: Side;
  /** What they wrote. */
  readonly text: string | null;
}

/**
 * Who is told: the requester when somebody answers; when somebody asks, whoever works on the case, else the account
 * executive. The first who could open the case at this moment, and nobody of what they did themselves.
 */
export async function peopleToTell(
  { db, clock }: AppContext,
  { event, record, by, side }: CaseHappening,
): Promise<Person[]> {
  if (event === 'opened' && side === 'answers') return [];
  const wanted =
    side === 'answers' ? [record.requester_id] : [record.assignee_id, record.account_executive_id];
  const others = wanted.filter((id) => id !== null).filter((id) => id !== by.userId);
  const people = await loadPeople(db, others, clock());
  const first = others
    .map((id) => people.get(id))
    .find((person) => person !== undefined && decide(person, 'cases.view', record).allowed);
  return first ? [first] : [];
}

/** Puts the mails about it into the outbox, in the transaction of what happened. */
export async function tellAbout(app: AppContext, happening: CaseHappening): Promise<void> {
  const people = await peopleToTell(app, happening);
  if (people.length === 0) return;
  const { event, record, by, text } = happening;
  const company = await app.db.q
    .selectFrom('company_settings')
    .select(['name', 'support_email'])
    .executeTakeFirstOrThrow();
  const addresses = await app.db.q
    .selectFrom('users')
    .select(['email', 'first_name'])
    .where(
      'id',
      'in',
      people.map(({ userId }) => userId),
    )
    .execute();
  for (const { email, first_name } of addresses) {
    const letter: CaseLetter = {
      to: email,
      firstName: first_name,
      company: company.name,
      support: company.support_email,
      number: record.number,
      title: record.subject,
      author: by.name,
      text,
      link: `${app.config.baseUrl}/cases/${record.id}`,
    };
    await app.mail.queue(event === 'opened' ? caseOpenedMail(letter) : caseRepliedMail(letter, event));
  }
}
