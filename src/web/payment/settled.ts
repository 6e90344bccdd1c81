import type { Payment } from '../../contract/payments.ts';
import { api } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';

const everyMs = 700;
const tries = 20;

/** The payment once it has ended, or as it is after a quarter of a minute. */
export async function settled(
  payment: Payment,
  invoiceIds: readonly string[],
  opensPayments: boolean,
): Promise<Payment> {
  let known = payment;
  for (let time = 0; time < tries && known.status === 'pending'; time += 1) {
    if (time > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    try {
      known = opensPayments
        ? await api('GET /payments/:id', { params: { id: payment.id } })
        : await toldByInvoices(payment, invoiceIds);
    } catch (error) {
      // It is under way, whatever the page may ask about it.
      if (error instanceof ApiProblem && error.status < 500) return known;
      throw error;
    }
  }
  return known;
}

/** Who pays invoices and may not view payments learns from the invoices how it ended. */
async function toldByInvoices(payment: Payment, invoiceIds: readonly string[]): Promise<Payment> {
  for (const id of invoiceIds) {
    const { pending_payment, failure } = await api('GET /invoices/:id/content', { params: { id } });
    if (pending_payment?.number === payment.number) return payment;
    if (failure?.number === payment.number) return { ...payment, status: 'failed', failure };
  }
  return { ...payment, status: 'succeeded' };
}
