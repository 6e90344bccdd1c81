import { paymentFailures } from '../../../contract/payment-failures.ts';
import type { AppContext } from '../../app-context.ts';
import { companyLanguage } from '../../company-language.ts';
import { sendMail } from '../../mail/send-mail.ts';
import type { ValuesOf } from '../../mail/templates/all.ts';
import { moneyWords } from '../../words.ts';
import type { PaymentRow } from './records.ts';

/** Tells the organization how its payment ended, and answers at which address; one without is not told. */
export async function mailOutcome(app: AppContext, payment: PaymentRow): Promise<string | null> {
  const { email: to } = await app.db.q
    .selectFrom('organizations')
    .select('email')
    .where('id', '=', payment.organization_id)
    .executeTakeFirstOrThrow();
  if (to === null) return null;
  const values = await paymentValues(app, payment);
  const { failure_code: failure } = payment;
  if (failure === null) await sendMail(app, 'payment_received', { to, values });
  else await sendMail(app, 'payment_failed', { to, values: { ...values, reason: paymentFailures[failure] } });
  return to;
}

/** What a mail about a payment can say. */
export async function paymentValues(
  { db, config }: Pick<AppContext, 'db' | 'config'>,
  payment: PaymentRow,
): Promise<ValuesOf<'payment_received'>> {
  const { name } = await db.q
    .selectFrom('organizations')
    .select('name')
    .where('id', '=', payment.organization_id)
    .executeTakeFirstOrThrow();
  return {
    customer: name,
    number: payment.number,
    amount: moneyWords(payment, await companyLanguage(db)),
    method: payment.method_name,
    link: `${config.baseUrl}/payments/${payment.id}`,
  };
}
