import { z } from 'zod';
import { permit } from './access.ts';
import { defineResource, exportRoute, historyRoute, importRoutes, readRoutes } from './resource.ts';
import { defineRoutes, empty, offerOf, offerQuery, person, requiredText, timestamp, uuid } from './route.ts';

/** What a case is about. */
export const caseCategories = ['question', 'technical', 'billing', 'account', 'other'] as const;
/** How urgent a case is, as the company sees it. */
export const casePriorities = ['low', 'normal', 'high', 'urgent'] as const;
/** open -> waiting_on_customer -> resolved -> closed; a reply opens it again for `caseReopenDays`. */
export const caseStatuses = ['open', 'waiting_on_customer', 'resolved', 'closed'] as const;
/** How many replies, or notes, of one case are read: the newest. */
export const mostSaid = 500;
/** How long a case can be reopened after it was resolved or closed. */
export const caseReopenDays = 14;

const category = z.enum(caseCategories);
const priority = z.enum(casePriorities);
const status = z.enum(caseStatuses);
/** `private`: of its organization, only its requester sees it. */
const visibility = z.enum(['private', 'shared']);
/** Who writes in a case: those with the question, or those who answer it. */
const side = z.enum(['asks', 'answers']);

/** Several lines, as people write them. */
const paragraphs = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .min(1, 'Must not be empty')
      .max(10_000)
      .regex(/^(?:[^\p{Cc}]|[\n\t])*$/u, 'Must be plain text'),
  );

const details = {
  subject: requiredText(200),
  category,
  priority,
  visibility,
  /** What it is about: one of the two at most, of the same organization. */
  subscription_id: uuid.nullable(),
  invoice_id: uuid.nullable(),
};

/** Cases as their reader sees them: what they are about only where that may be viewed. */
export const cases = defineResource('cases', {
  shape: {
    number: z.string(),
    organization: person,
    subject: z.string(),
    description: z.string().nullable(),
    category,
    priority,
    status,
    visibility,
    requester: person.nullable(),
    assignee: person.nullable(),
    opened_by: person.nullable(),
    /** Null where there is none, and where the reader may not view it. */
    link: z
      .object({ resource: z.enum(['subscriptions', 'invoices']), id: uuid, number: z.string() })
      .nullable(),
    /** On which side its reader writes. */
    side,
    replied_at: timestamp.nullable(),
    settled_at: timestamp.nullable(),
    /** False once it was resolved or closed too long ago; true as long as it is open. */
    takes_replies: z.boolean(),
  },
  sorts: { created_at: 'timestamptz', updated_at: 'timestamptz' },
  filters: {
    status,
    priority,
    category,
    organization_id: uuid,
    /** `nobody`: those that nobody works on yet. */
    assignee_id: z.union([z.literal('nobody').transform(() => null), uuid]),
    requester_id: uuid,
    /** `never`: those that wait for somebody, neither resolved nor closed. */
    settled_at: z.literal('never').transform(() => null),
  },
});
/** One case as its reader sees it. */
export type Case = z.infer<typeof cases.shape>;

const written = { id: uuid, author: person, body: z.string(), created_at: timestamp };

/** Whether there is more that was written before; of very many the newest are read. */
const earlier = z.boolean();

/** What is said in a case, oldest first. */
export const caseMessages = z.object({ items: z.array(z.object({ ...written, side })), earlier });
/** One reply. */
export type CaseMessage = z.infer<typeof caseMessages>['items'][number];

/** What the company notes for itself, oldest first. */
export const caseNotes = z.object({ items: z.array(z.object(written)), earlier });
/** One internal note. */
export type CaseNote = z.infer<typeof caseNotes>['items'][number];

/** A new case. `request/invalid` names a link, requester or organization that its maker does not reach. */
export const caseCreate = z
  .strictObject({
    ...details,
    organization_id: uuid,
    description: paragraphs.nullable(),
    /** Whoever asked, at the organization or its partner. Customers ask for themselves. */
    requester_id: uuid.nullable(),
  })
  .partial()
  .required({ organization_id: true, subject: true, category: true });
/** What is changed of a case; customers change less. */
export const caseEdit = z.strictObject(details).partial();
/** A reply. */
export const caseReply = z.strictObject({
  body: paragraphs,
  /** The answer settles it; only for whoever answers. */
  resolve: z.boolean().default(false),
});

/** Routes of cases; 409 `record/state` where one was settled too long ago to be reopened. */
export const caseRoutes = defineRoutes({
  ...readRoutes(cases),
  ...exportRoute(cases),
  ...importRoutes('cases'),
  ...historyRoute('cases'),
  'GET /cases/assignees': {
    access: permit('cases.assign'),
    says: 'The people that a case can be assigned to by the reader: by name, or by the e-mail of those they may view.',
    insideLoginAs: true,
    query: offerQuery,
    output: offerOf(person),
  },
  'POST /cases': {
    access: permit('cases.create'),
    says: 'Opens a case of an organization.',
    insideLoginAs: true,
    body: caseCreate,
    output: cases.shape,
    status: 201,
    idempotent: true,
  },
  'PATCH /cases/:id': {
    access: permit('cases.edit'),
    says: 'Changes what a case is about and who sees it. What was written in it stays.',
    body: caseEdit,
    output: cases.shape,
    versioned: true,
  },
  'GET /cases/:id/messages': {
    access: permit('cases.view'),
    says: `The replies in a case, oldest first; of more than ${mostSaid} the newest.`,
    insideLoginAs: true,
    output: caseMessages,
  },
  'POST /cases/:id/messages': {
    access: permit('cases.reply'),
    says: 'Replies in a case. It then waits for the other side, or is resolved.',
    insideLoginAs: true,
    body: caseReply,
    output: cases.shape,
    idempotent: true,
  },
  'GET /cases/:id/notes': {
    access: permit('cases.read_internal_notes'),
    says: `The internal notes of a case, oldest first; of more than ${mostSaid} the newest. Customers and partners never have this permission.`,
    insideLoginAs: true,
    output: caseNotes,
  },
  'POST /cases/:id/notes': {
    access: permit('cases.read_internal_notes'),
    says: 'Adds an internal note; that also takes the permission to reply.',
    body: z.strictObject({ body: paragraphs }),
    output: caseNotes,
    status: 201,
    idempotent: true,
  },
  'POST /cases/:id/assign': {
    access: permit('cases.assign'),
    says: 'Assigns a case to a colleague, or to nobody.',
    body: z.strictObject({ assignee_id: uuid.nullable() }),
    output: cases.shape,
    versioned: true,
  },
  'POST /cases/:id/close': {
    access: permit('cases.close'),
    says: 'Closes a case.',
    insideLoginAs: true,
    body: empty,
    output: cases.shape,
    versioned: true,
  },
  'POST /cases/:id/reopen': {
    access: permit('cases.reply'),
    says: 'Opens a case again that was resolved or closed within the last 14 days.',
    insideLoginAs: true,
    body: empty,
    output: cases.shape,
    versioned: true,
  },
});
