import type { Payment } from '../../contract/payments.ts';
import { api } from '../lib/api.ts';
import { ApiProblem } from '../lib/api-problem.ts';

const everyMs = 700;
const tries = 20;

/** The payment once it has ended, or as it is after a quarter of a minute; whoever may not view payments is not told. */
export async function settled(payment: Payment): Promise<Payment> {
  let known = payment;
  for (let time = 0; time < tries && known.status === 'pending'; time += 1) {
    if (time > 0) await new Promise((resolve) => setTimeout(resolve, everyMs));
    try {
      known = await api('GET /payments/:id', { params: { id: payment.id } });
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500) return known;
      throw error;
    }
  }
  return known;
}
