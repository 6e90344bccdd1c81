import { decide } from '../../../access/decide.ts';
import type { Permission } from '../../../catalog/catalog.ts';
import { paymentFailures } from '../../../contract/payment-failures.ts';
import type { AppContext } from '../../app-context.ts';
import { noSuch } from '../../commerce/refusals.ts';
import { changeWords, subscriptionValues } from '../../commerce/subscription-mails.ts';
import { companyLanguage } from '../../company-language.ts';
import type { Row } from '../../db/tables.ts';
import { requireRecord } from '../../http/access-gate.ts';
import { Problem } from '../../http/problem.ts';
import type { SessionSubject } from '../../http/session-subject.ts';
import { render, samplesOf, type Words } from '../../mail/render.ts';
import { senderOf } from '../../mail/send-mail.ts';
import { type TemplateKey, templateOf, variablesOf } from '../../mail/templates/all.ts';
import { invoiceValues } from '../invoices/letter.ts';
import { paymentValues } from '../payments/outcome-mail.ts';

type Values = Readonly<Record<string, string>>;
type About = 'users' | 'invoices' | 'payments' | 'subscriptions';

interface Preview {
  readonly app: AppContext;
  readonly subject: SessionSubject;
  readonly key: TemplateKey;
  readonly words: Words;
  readonly recordId: string | null;
}

/** The mail as it would arrive: with a record that the reader may view, and samples for whatever that does not say. */
export async function previewOf({ app, subject, key, words, recordId }: Preview): Promise<Words> {
  const variables = variablesOf(key);
  const real = recordId === null ? {} : await valuesOf(app, subject, key, recordId);
  return render(words, variables, { ...samplesOf(variables), ...real, ...(await senderOf(app)) });
}

async function valuesOf(
  app: AppContext,
  subject: SessionSubject,
  key: TemplateKey,
  id: string,
): Promise<Values> {
  const { about } = templateOf(key);
  if (about === null) throw noSuch('record_id', 'record');
  switch (about) {
    case 'users': {
      // Only the name: a link that opens an account is made for its mail, never for a look at it.
      const { first_name } = await viewed(app, subject, about, id);
      return { first_name };
    }
    case 'invoices':
      return invoiceValues(app, await viewed(app, subject, about, id));
    case 'payments': {
      const payment = await viewed(app, subject, about, id);
      const reason = payment.failure_code && paymentFailures[payment.failure_code];
      return { ...(await paymentValues(app, payment)), ...(reason ? { reason } : {}) };
    }
    case 'subscriptions':
      return ordered(app, subject, key, await viewed(app, subject, about, id));
  }
}

/** A record that the reader may view; a hidden one is as good as missing. */
async function viewed<R extends About>(
  { db }: AppContext,
  subject: SessionSubject,
  resource: R,
  id: string,
): Promise<Row<R>> {
  const permission = `${resource}.view` as Permission;
  try {
    return (await requireRecord(db, subject, permission, id, false)) as unknown as Row<R>;
  } catch (error) {
    if (error instanceof Problem) throw noSuch('record_id', 'record');
    throw error;
  }
}

const kinds = {
  subscription_changed: 'change',
  subscription_cancelled: 'cancellation',
  subscription_renewed: 'renewal',
} as const;

/** What the last order of the kind would have said; without one that the reader may view, the subscription as it is. */
async function ordered(
  app: AppContext,
  subject: SessionSubject,
  key: TemplateKey,
  subscription: Row<'subscriptions'>,
): Promise<Values> {
  const { name } = await app.db.q
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', subscription.organization_id)
    .executeTakeFirstOrThrow();
  const kind = Object.entries(kinds).find(([template]) => template === key)?.[1] ?? 'change';
  const order = await app.db.q
    .selectFrom('orders')
    .selectAll()
    .where('subscription_id', '=', subscription.id)
    .where('kind', '=', kind)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!order || !decide(subject, 'orders.view', order).allowed)
    return { customer: name, number: subscription.number };
  return {
    ...subscriptionValues(app, { name, subscription, order, language: await companyLanguage(app.db) }),
    change: changeWords(order, subscription.auto_renew),
  };
}
