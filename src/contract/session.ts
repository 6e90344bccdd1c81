import { z } from 'zod';
import { anyone, signedIn } from './access.ts';
import { formats } from './formats.ts';
import { defineRoutes, email, requiredText, timestamp, uuid } from './route.ts';
import { access, role } from './users.ts';

const token = z.string().min(20).max(200);
/** 12 to 200 characters; nothing else is asked of it. */
const password = z.string().min(12, 'Must have at least 12 characters').max(200);
const own = z.object({
  id: uuid,
  version: z.int(),
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  role,
  role_label: z.string(),
  profile_id: uuid,
  profile_name: z.string(),
  /** When changes they make take effect, unless they choose otherwise. */
  effective_date_alignment: z.enum(['immediate', 'next_billing_period', 'end_of_term']),
  organization_id: uuid.nullable(),
  organization_name: z.string().nullable(),
  partner_id: uuid.nullable(),
  /** How they chose to read numbers and dates, and in which zone times; null: as the company has it. */
  language: z.string().nullable(),
  time_zone: z.string().nullable(),
});
const loginAs = z.object({
  actor_name: z.string(),
  reason: z.string(),
  expires_at: timestamp,
  /** So that no page has to trust the clock of its own machine. */
  seconds_left: z.int(),
});
/** The answer to a sign-in and to "who am I". */
export const session = z.object({
  user: own,
  organization_name: z.string().nullable(),
  company_name: z.string(),
  /** Whom people ask who can not go on. */
  support_email: z.string().nullable(),
  /** In which times are shown: the person's choice, else the company's. */
  time_zone: z.string(),
  /** How numbers and dates are written; null: as the browser does. */
  formats: z.string().nullable(),
  /** What holds for everybody who has not chosen. */
  company_formats: z.object({ language: z.string(), time_zone: z.string() }),
  demo: z.boolean(),
  /** Inside of a log in as: who really is at work, why, and for how long still. */
  login_as: loginAs.nullable(),
});
const linkHolder = 'holds a one-time link sent by mail or printed on the console';
const aboutMe = 'about the person who asks';

export const sessionRoutes = defineRoutes({
  'POST /session': {
    access: anyone('signing in comes before a session'),
    says: 'Signs in and sets the session cookie.',
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(200) }),
    output: session,
    ownTransaction: true,
  },
  'GET /session': {
    access: signedIn(aboutMe),
    says: 'Who is signed in, and who is at work as them.',
    insideLoginAs: true,
    output: session,
  },
  'DELETE /session': {
    access: signedIn(aboutMe),
    says: 'Signs out; inside of a log in as, both.',
    insideLoginAs: true,
  },
  'DELETE /sessions': { access: signedIn(aboutMe), says: 'Signs out everywhere.' },
  'GET /sign-in-options': {
    access: anyone('the sign-in page is drawn from it; no personal data outside demo mode'),
    says: 'Company name, whether this is a demo, whether it still waits for its first administrator.',
    output: z.object({ company_name: z.string(), demo: z.boolean(), needs_setup: z.boolean() }),
  },
  'GET /demo/people': {
    access: anyone('invented people of the demo company; 404 unless in demo mode'),
    says: 'The people that a demo offers to sign in as.',
    output: z.object({
      items: z.array(
        z.object({ email: z.string(), name: z.string(), role, role_label: z.string(), profile: z.string() }),
      ),
    }),
  },
  'POST /demo/session': {
    access: anyone('one-click sign-in; 404 unless in demo mode'),
    says: 'Signs in as a person of the demo company.',
    body: z.strictObject({ email }),
    output: session,
    ownTransaction: true,
  },
  'POST /password-reset': {
    access: anyone('people who forgot their password have no session'),
    says: 'Sends a reset link when the address belongs to somebody; the answer is always the same.',
    body: z.strictObject({ email: z.string().max(254) }),
    ownTransaction: true,
    status: 202,
  },
  'POST /password-reset/confirm': {
    access: anyone(linkHolder),
    says: 'Sets a new password by link and ends every session.',
    body: z.strictObject({ token, password }),
    ownTransaction: true,
  },
  'POST /activation/check': {
    access: anyone(linkHolder),
    says: 'Who an activation link is for.',
    body: z.strictObject({ token }),
    output: z.object({ email: z.string(), first_name: z.string() }),
    ownTransaction: true,
  },
  'POST /activation': {
    access: anyone(linkHolder),
    says: 'Sets the first password and activates the account.',
    body: z.strictObject({ token, password }),
    ownTransaction: true,
  },
  'POST /setup': {
    access: anyone(linkHolder),
    says: 'Makes the first Global Administrator of an empty installation.',
    body: z.strictObject({
      token,
      first_name: requiredText(100),
      last_name: requiredText(100),
      email,
      password,
      company_name: requiredText(200).optional(),
    }),
    ownTransaction: true,
  },
  'POST /email-change/confirm': {
    access: anyone(linkHolder),
    says: 'Confirms a new e-mail address.',
    body: z.strictObject({ token }),
    ownTransaction: true,
  },
  'GET /me': { access: signedIn(aboutMe), says: 'Own details.', insideLoginAs: true, output: own },
  'PATCH /me': {
    access: signedIn(aboutMe),
    says: 'Changes own names, and how numbers, dates and times are shown.',
    body: z
      .strictObject({
        first_name: requiredText(100),
        last_name: requiredText(100),
        language: z.enum(formats).nullable(),
        time_zone: z.string().max(64).nullable(),
      })
      .partial(),
    output: own,
  },
  'GET /me/access': {
    access: signedIn(aboutMe),
    says: 'What the reader may see and do: what the page draws from.',
    insideLoginAs: true,
    output: access,
  },
  'POST /me/password': {
    access: signedIn(aboutMe),
    says: 'Changes own password; every other session ends.',
    body: z.strictObject({ current_password: z.string().max(200), new_password: password }),
    ownTransaction: true,
  },
  'POST /me/email': {
    access: signedIn(aboutMe),
    says: 'Sends a link to a new address; the address changes when the link is opened.',
    body: z.strictObject({ email, current_password: z.string().max(200) }),
    ownTransaction: true,
    status: 202,
  },
  'GET /me/sessions': {
    access: signedIn(aboutMe),
    says: 'Own sessions, and who used the account by log in as, newest first.',
    output: z.object({
      used_by: z.array(z.object({ id: uuid, at: timestamp, actor_name: z.string(), reason: z.string() })),
      items: z.array(
        z.object({
          id: uuid,
          created_at: timestamp,
          last_used_at: timestamp,
          user_agent: z.string().nullable(),
          address: z.string().nullable(),
          current: z.boolean(),
        }),
      ),
    }),
  },
  'DELETE /me/sessions/:id': {
    access: signedIn(aboutMe),
    says: 'Ends one own session, at once; ending the one it is asked from signs out.',
  },
});
