import { paymentFailures } from '../../../contract/payment-failures.ts';
import type { AppContext } from '../../app-context.ts';
import { paymentFailedMail, paymentReceivedMail } from '../../mail/billing-mails.ts';
import { moneyWords } from '../../money-words.ts';
import type { PaymentRow } from './records.ts';

/** Tells the organization how its payment ended; one without an address is not told. */
export async function mailOutcome({ db, mail, config }: AppContext, payment: PaymentRow): Promise<void> {
  const { email, name } = await db.q
    .selectFrom('organizations')
    .select(['email', 'name'])
    .where('id', '=', payment.organization_id)
    .executeTakeFirstOrThrow();
  if (email === null) return;
  const company = await db.q.selectFrom('company_settings').selectAll().executeTakeFirstOrThrow();
  const letter = {
    to: email,
    customer: name,
    company: company.name,
    support: company.support_email,
    number: payment.number,
    amount: moneyWords(payment, company.language),
    method: payment.method_name,
    link: `${config.baseUrl}/payments/${payment.id}`,
  };
  const { failure_code: failure } = payment;
  await mail.queue(
    failure === null ? paymentReceivedMail(letter) : paymentFailedMail(letter, paymentFailures[failure]),
  );
}
