import type { ResourceKey } from '../../catalog/catalog.ts';
import { kindSpec, type NotificationData, type NotificationKind } from '../../contract/notification-kinds.ts';
import type { AppContext } from '../app-context.ts';
import { companyLanguage } from '../company-language.ts';
import { mailer } from '../mail/send-mail.ts';
import { pathFor, sentenceOf } from './notification-words.ts';

/** One thing that one person is told of. */
export interface Told {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly resource: ResourceKey | null;
  readonly recordId: string | null;
  readonly label: string;
  readonly data: NotificationData;
  readonly mailedTo: string | null;
}

/** In one mail at most; the page has the rest. */
const named = 20;

/** One mail per person and kind, however many things it tells of: a billing run issues many invoices at once. */
export async function queueMails(app: AppContext, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  const send = await mailer(app);
  const usual = await companyLanguage(app.db);
  const people = await app.db.q
    .selectFrom('users')
    .select(['id', 'email', 'first_name', 'language'])
    .where('id', 'in', [...new Set(told.map(({ userId }) => userId))])
    .execute();
  for (const { id, email, first_name, language } of people) {
    const own = told.filter((one) => one.userId === id && !sameAddress(one.mailedTo, email));
    for (const kind of new Set(own.map((one) => one.kind))) {
      const of = own.filter((one) => one.kind === kind);
      await send('notification', {
        to: email,
        values: {
          first_name,
          kind: `${kindSpec(kind).label}${of.length > 1 ? ` (${of.length})` : ''}`,
          items: paragraphs(app, of, language ?? usual).join('\n\n'),
          preferences: `${app.config.baseUrl}/me`,
        },
      });
    }
  }
}

function sameAddress(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}

function paragraphs({ config }: AppContext, told: readonly Told[], language: string): string[] {
  const lines = told.slice(0, named).map((one) => {
    const path = pathFor({ kind: one.kind, resource: one.resource, record_id: one.recordId });
    const sentence = sentenceOf(one, language);
    return path === null ? sentence : `${sentence}\n${config.baseUrl}${path}`;
  });
  const more = told.length > named ? [`And ${told.length - named} more.`] : [];
  return [...lines, ...more];
}
