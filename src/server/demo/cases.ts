import { decide } from '../../access/decide.ts';
import type { AppContext } from '../app-context.ts';
import type { NewRow, Row } from '../db/tables.ts';
import { inRequest } from '../http/request-context.ts';
import { loadPeople, type SessionSubject } from '../http/session-subject.ts';
import type { MailQueue } from '../mail/mail-queue.ts';
import { assignCase } from '../modules/cases/assignment.ts';
import { addNote, replyToCase } from '../modules/cases/conversation.ts';
import { openCase } from '../modules/cases/open.ts';
import { closeCase } from '../modules/cases/service.ts';
import { takesReplies } from '../modules/cases/states.ts';
import { type Topic, topics } from './case-topics.ts';
import type { DemoCompany } from './company.ts';
import { type Random, seededRandom } from './random.ts';

interface Running {
  readonly id: string;
  readonly topic: Topic;
  readonly asker: string;
  readonly agent: string;
  readonly turns: readonly string[];
  /** Whether it comes to an end. */
  readonly ends: boolean;
  /** The next of its turns. */
  turn: number;
}

type Organization = NewRow<'organizations'>;

/** What was mailed then was mailed then. */
const noMail: MailQueue = { queue: async () => {}, flush: async () => {}, close: async () => {} };
const most = 115;

/** The company's support over the years: cases are opened, answered, resolved and closed through the same services. */
export function demoSupport(company: DemoCompany) {
  const random = seededRandom(20_260_103);
  const places = placesOf(company);
  const running: Running[] = [];
  let opened = 0;
  return async (app: AppContext): Promise<void> => {
    const moments = momentsBefore(app.clock());
    const as = acting(app, moments);
    for (const one of [...running]) {
      if (!random.chance(0.75)) continue;
      await goOn(as, one, random);
      if (one.turn > one.turns.length) running.splice(running.indexOf(one), 1);
    }
    for (let n = random.pick([0, 1, 1, 2, 3]); n > 0 && opened < most; n -= 1) {
      const begun = await begin(as, app, places, random);
      if (!begun) continue;
      running.push(stalled(begun, opened));
      opened += 1;
    }
  };
}

/** Now and then it stays with the first answer, or with none. */
function stalled(begun: Running, nth: number): Running {
  if (nth % 7 === 3) return { ...begun, turns: begun.turns.slice(0, 1), ends: begun.turns.length === 1 };
  return nth % 11 === 5 ? { ...begun, turns: [], ends: false } : begun;
}

type As = <T>(userId: string, work: (app: AppContext, subject: SessionSubject) => Promise<T>) => Promise<T>;

/** One person after the other, minutes apart, each with the rights they have. */
function acting(app: AppContext, next: () => Date): As {
  return async (userId, work) => {
    const at = next();
    const person = (await loadPeople(app.db, [userId], at)).get(userId);
    if (!person) throw new Error('Somebody of the demo company is missing');
    const actor = { id: userId, name: person.name };
    const context = { requestId: `demo-${at.toISOString()}`, address: null, actor, decisionId: null, at };
    const then = { ...app, clock: () => at, mail: noMail };
    return inRequest(context, () => work(then, { ...person, sessionId: 'demo' }));
  };
}

/** The three hours before a moment, so that nothing is written in the future. */
function momentsBefore(end: Date): () => Date {
  let minutes = 180;
  return () => {
    minutes = Math.max(1, minutes - 4);
    return new Date(end.getTime() - minutes * 60_000);
  };
}

interface Place {
  readonly organization: Organization;
  readonly askers: readonly string[];
  readonly agent: string;
}

/** Where people of the customer sign in, they ask themselves; for the others, whoever looks after them asks. */
function placesOf({ organizations, users }: DemoCompany): readonly [Place, ...Place[]] {
  const active = users.filter(({ status }) => status === 'active');
  const asking = active.filter(({ role }) => role === 'customer');
  const places = organizations.flatMap((organization): Place[] => {
    const agent = organization.account_executive_id;
    if (organization.kind === 'partner' || organization.status === 'closed' || !agent) return [];
    const customers = asking.filter(({ organization_id }) => organization_id === organization.id);
    const partner = organization.partner_account_executive_id;
    const askers = [...customers.map(({ id }) => id), ...(customers.length === 0 ? [partner ?? agent] : [])];
    return [{ organization, askers, agent }];
  });
  const [first, ...rest] = places.filter(({ agent }) => active.some(({ id }) => id === agent)).slice(0, 60);
  if (!first) throw new Error('The demo company has no customers');
  return [first, ...rest];
}

async function begin(
  as: As,
  app: AppContext,
  places: readonly [Place, ...Place[]],
  random: Random,
): Promise<Running | null> {
  const { organization, askers, agent } = random.skewed(places);
  const topic = random.pick(topics);
  const asker = askers[random.below(askers.length)] ?? agent;
  const isPrivate = random.chance(0.2);
  const assigned = random.chance(0.6);
  if (new Date(organization.created_at ?? 0) > app.clock()) return null;
  return as(asker, async (then, subject) => {
    if (!decide(subject, 'cases.create').allowed) return null;
    const record = await openCase(then, subject, {
      organization_id: organization.id,
      subject: topic.subject,
      description: topic.description,
      category: topic.category,
      priority: topic.priority,
      visibility: isPrivate && asker !== agent ? 'private' : 'shared',
      ...(await aboutFor(then, subject, organization.id, topic)),
    });
    if (assigned) await as(agent, (later, by) => assignCase(later, by, record, agent));
    // Who opened it for a customer has nobody here to talk to.
    const turns = asker === agent ? topic.turns.slice(0, 1) : topic.turns;
    return { id: record.id, topic, asker, agent, turns, ends: true, turn: 0 };
  });
}

/** The newest invoice or subscription there, where the person may view it. */
async function aboutFor({ db }: AppContext, subject: SessionSubject, organizationId: string, topic: Topic) {
  if (topic.about === undefined) return {};
  const [row] = await db.raw<Row<'invoices'>>(
    `select * from ${topic.about} where organization_id = $1 order by number desc limit 1`,
    [organizationId],
  );
  if (!row || !decide(subject, `${topic.about}.view`, row).allowed) return {};
  return topic.about === 'invoices' ? { invoice_id: row.id } : { subscription_id: row.id };
}

/** The next thing that is said; what was answered last settles it, and now and then somebody closes it. */
async function goOn(as: As, one: Running, random: Random): Promise<void> {
  const { topic, asker, agent, turn, turns } = one;
  const body = turns[turn];
  one.turn += 1;
  if (body === undefined) {
    if (one.ends && random.chance(0.7))
      await as(asker, (app, by) => withCase(app, one, (row) => closeCase(app, by, row)));
    return;
  }
  const answers = turn % 2 === 0;
  const { note } = topic;
  if (turn === 0 && note !== undefined)
    await as(agent, (app, by) => withCase(app, one, (row) => addNote(app, by, row, note)));
  const resolve = one.ends && answers && turn >= turns.length - 2;
  await as(answers ? agent : asker, (app, by) =>
    withCase(app, one, async (row) => {
      if (takesReplies(row, app.clock())) await replyToCase(app, by, row, { body, resolve });
    }),
  );
}

/** The record as it is now. */
async function withCase<T>(
  { db }: AppContext,
  { id }: Running,
  work: (row: Row<'cases'>) => Promise<T>,
): Promise<T> {
  return work(await db.q.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
}
