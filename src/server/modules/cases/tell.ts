import { decide } from '../../../access/decide.ts';
import type { AppContext } from '../../app-context.ts';
import { organizationNames } from '../../db/names.ts';
import { loadPeople, type Person } from '../../http/session-subject.ts';
import { sendMail } from '../../mail/send-mail.ts';
import { choicesOf } from '../../notifications/choices.ts';
import { notify } from '../../notifications/notify.ts';
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
 * Who is told: the requester when somebody answers or a colleague writes; when somebody asks, whoever works on the case,
 * else the account executive, else the partner's. Who could open the case at this moment, and nobody of what they did
 * themselves.
 */
export async function peopleToTell(
  { db, clock }: AppContext,
  { event, record, by, side }: CaseHappening,
): Promise<Person[]> {
  const { requester_id, assignee_id, account_executive_id, partner_account_executive_id } = record;
  const workers = side === 'asks' ? [assignee_id, account_executive_id, partner_account_executive_id] : [];
  const requesters = event === 'opened' ? [] : [requester_id];
  const others = [...workers, ...requesters].filter((id) => id !== null);
  const people = await loadPeople(db, others, clock());
  const firstOf = (ids: readonly (string | null)[]) =>
    ids
      .filter((id) => id !== by.userId)
      .map((id) => people.get(id ?? ''))
      .find((person) => person !== undefined && decide(person, 'cases.view', record).allowed);
  const told = [firstOf(workers), firstOf(requesters)].filter((person) => person !== undefined);
  return [...new Set(told)];
}

/** Tells them in the transaction of what happened: on the page, and by mail as they chose. */
export async function tellAbout(app: AppContext, happening: CaseHappening): Promise<void> {
  const people = await peopleToTell(app, happening);
  for (const person of people) {
    const mailedTo = await mailTo(app, person, happening);
    await notify(app, {
      kind: kindOf(happening),
      resource: 'cases',
      record: { ...happening.record },
      people: [person.userId],
      data: {
        organization: await organizationName(app, happening.record),
        happened: happening.event,
      },
      mailedTo,
    });
  }
}

function kindOf({ event }: CaseHappening) {
  return event === 'opened' ? 'case_opened' : 'case_replied';
}

/** What was written, to somebody who wants such mails; answers to which address. */
async function mailTo(app: AppContext, person: Person, happening: CaseHappening): Promise<string | null> {
  const kind = kindOf(happening);
  const choiceOf = await choicesOf(app.db, [person.userId], [kind]);
  if (!choiceOf(person.userId, kind).mail) return null;
  const { event, record, by, text } = happening;
  const { email, first_name } = await app.db.q
    .selectFrom('users')
    .select(['email', 'first_name'])
    .where('id', '=', person.userId)
    .executeTakeFirstOrThrow();
  await sendMail(app, kind, {
    to: email,
    values: {
      first_name,
      number: record.number,
      case_subject: record.subject,
      author: by.name,
      happened: happened[event],
      message: quoted(text),
      link: `${app.config.baseUrl}/cases/${record.id}`,
    },
  });
  return email;
}

async function organizationName({ db }: AppContext, record: CaseRow): Promise<string> {
  const names = await organizationNames(db, [record.organization_id]);
  return names.get(record.organization_id) ?? '';
}

const happened = { opened: 'opened', replied: 'replied to', reopened: 'reopened' } as const;

/** Marked line by line, so that nothing a person wrote passes for a text of the product. */
function quoted(text: string | null): string {
  return text === null ? '' : text.replace(/^/gm, '> ');
}
